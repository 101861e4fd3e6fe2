// In: the series' colours and the background. Out: what is hard to see against it and which ones are hard to tell apart, and for
// whom. Pure but for the browser's way of reading colours.
import { contrast, type Rgba, rgbaOf } from '../colour.ts';
import type { SeriesColour } from './series-colours.ts';
import { apart, type Vision } from './vision.ts';

/** Of WCAG 2 for graphics (1.4.11). */
export const LEAST_CONTRAST = 3;
/** In OKLab × 100; see `apart`. */
export const LEAST_APART = 8;

export type Judged = SeriesColour & { ratio: number | undefined; enough: boolean };
export type Pair = { one: string; other: string; visions: Vision[] };

export function judgeColours(
  background: string,
  series: readonly SeriesColour[],
): { judged: Judged[]; pairs: Pair[] } {
  // What lies behind a transparent picture nobody knows: most pages are white.
  const ground = rgbaOf(background)?.alpha === 0 ? '#ffffff' : background;
  const judged = series.map((one) => {
    const ratio = contrast(one.colour, ground);
    return { ...one, ratio, enough: ratio === undefined || ratio >= LEAST_CONTRAST };
  });
  return { judged, pairs: pairsOf(series) };
}

function pairsOf(series: readonly SeriesColour[]): Pair[] {
  const colours = series.map(({ name, colour }) => ({ name, rgba: rgbaOf(colour) }));
  const pairs: Pair[] = [];
  for (const [index, one] of colours.entries())
    for (const other of colours.slice(index + 1)) {
      const visions = one.rgba && other.rgba ? alike(one.rgba, other.rgba) : [];
      if (visions.length > 0) pairs.push({ one: one.name, other: other.name, visions });
    }
  // Those that nobody tells apart first.
  return pairs.sort((a, b) => Number(b.visions.includes('usual')) - Number(a.visions.includes('usual')));
}

const seen: readonly Vision[] = ['usual', 'protanopia', 'deuteranopia', 'tritanopia'];
const alike = (one: Rgba, other: Rgba): Vision[] =>
  seen.filter((vision) => apart(one, other, vision) < LEAST_APART);
