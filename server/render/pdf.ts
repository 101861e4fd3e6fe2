// In: a chart to be a PDF. Out: the bytes of the file, one page of the chart's own size.
import { PDFDocument } from '@napi-rs/canvas';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { chartOn } from './chart-on.ts';

/**
 * One page of `width` × `height` points, all of it vectors: the text is text and carries the letters it uses. Gradients, which
 * this engine writes in a way that some readers do not show, cannot come up: a colour of a chart is a string.
 *
 * @throws whatever Chart.js or the engine throws
 */
export function drawPdf(spec: ChartSpec): Buffer {
  const document = new PDFDocument({ producer: '' });
  const context = document.beginPage(spec.width, spec.height);
  const page = { width: spec.width, height: spec.height, getContext: () => context };
  Object.defineProperty(context, 'canvas', { value: page });
  // A fresh page has nothing to clear, and clearing it after the drawing (Chart.js does, in `destroy`) would be recorded.
  Object.defineProperty(context, 'clearRect', { value: () => {} });
  chartOn(page, spec, () => undefined);
  document.endPage();
  return document.close();
}
