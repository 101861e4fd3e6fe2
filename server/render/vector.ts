// In: a chart to be a drawing without pixels. Out: the bytes of its SVG or PDF, at the chart's own size.
import { createCanvas, PDFDocument, type SKRSContext2D, SvgExportFlag } from '@napi-rs/canvas';
import { FONT_FAMILY } from '#shared/chart-look.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { chartOn } from './chart-on.ts';

// The engine writes CSS weights one step too low and names the font file's family; only these two can come up.
const WEIGHTS: Record<string, string> = { '500': '600', '600': '700' };
const XML_FORBIDS = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;

/** Text stays text, set in the family of the page. @throws whatever Chart.js or the engine throws */
export function drawSvg(spec: ChartSpec): Buffer {
  const canvas = createCanvas(spec.width, spec.height, SvgExportFlag.NoPrettyXML);
  const context = canvas.getContext('2d') as SKRSContext2D;
  keepPage(context);
  keepXml(context);
  const svg = chartOn(canvas, spec, () => canvas.getContent().toString('utf8'));
  return Buffer.from(svg.replace(XML_FORBIDS, '').replace(/<text [^>]*>/g, cleanText));
}

/** One page of `width` × `height` points. @throws whatever Chart.js or the engine throws */
export function drawPdf(spec: ChartSpec): Buffer {
  const document = new PDFDocument({ producer: '' });
  const context = document.beginPage(spec.width, spec.height);
  const page = { width: spec.width, height: spec.height, getContext: () => context };
  Object.defineProperty(context, 'canvas', { value: page });
  keepPage(context as SKRSContext2D);
  chartOn(page, spec, () => undefined);
  document.endPage();
  return document.close();
}

/** A fresh page has nothing to clear, and clearing it after the drawing (Chart.js does, in `destroy`) would be recorded. */
function keepPage(context: SKRSContext2D) {
  Object.defineProperty(context, 'clearRect', { value: () => {} });
}

/** Before the engine sees the text: it counts its glyph positions with what XML forbids and then cuts off the end. */
function keepXml(context: SKRSContext2D) {
  const { fillText, strokeText, measureText } = context;
  const clean = (text: string) => String(text).replace(XML_FORBIDS, '');
  Object.defineProperties(context, {
    fillText: {
      value: (text: string, ...rest: [number, number, number?]) =>
        fillText.call(context, clean(text), ...rest),
    },
    strokeText: {
      value: (text: string, ...rest: [number, number, number?]) =>
        strokeText.call(context, clean(text), ...rest),
    },
    measureText: { value: (text: string) => measureText.call(context, clean(text)) },
  });
}

/** `tag` is one opening tag: text cannot reach into it, its brackets and quotes are escaped. */
function cleanText(tag: string): string {
  return tag
    .replace(/ font-weight="(\d+)"/, (whole, weight) => ` font-weight="${WEIGHTS[weight] ?? whole}"`)
    .replace(/ font-family="[^"]*"/, ` font-family="${FONT_FAMILY}, sans-serif"`)
    .replace(/, "/g, '"');
}
