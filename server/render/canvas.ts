// In: a valid chart. Out: its picture in the format it asks for, or what is wrong with the picture.
import type { ChartSpec } from '#shared/chart-spec.ts';
import { drawBitmap, isBlank } from './bitmap.ts';
import { drawPdf } from './pdf.ts';
import { drawSvg } from './svg/draw-svg.ts';

export type Drawing =
  | { kind: 'picture'; bytes: Buffer }
  /** Every pixel has the colour of the background: a 200 with it would be a lie. */
  | { kind: 'blank' };

/** Synchronous and as long as it takes: whoever calls must be able to kill the process. @throws whatever Chart.js throws */
export function draw(spec: ChartSpec): Drawing {
  const bytes = drawn(spec);
  return bytes ? { kind: 'picture', bytes } : { kind: 'blank' };
}

function drawn(spec: ChartSpec): Buffer | undefined {
  if (spec.format === 'svg') return drawSvg(spec);
  if (spec.format === 'pdf') return isBlank(spec) ? undefined : drawPdf(spec);
  return drawBitmap(spec);
}
