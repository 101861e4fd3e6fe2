// In: what is in the plot, with its colours, and the room for a row. Out: swatches with names, in at most two rows. Pure.
import type { Room } from './card-header.ts';
import { baseline, type Mark, type Piece } from './card-marks.ts';
import { fitted, onOneLine, runsLeft, widthOf } from './card-text.ts';
import type { ChartSpec } from './chart-spec.ts';

export type LegendEntry = { name: string; colour: string; swatch: 'line' | 'dashed' | 'square' };
type Legend = NonNullable<ChartSpec['legend']>;

const MOST_ROWS = 2;
const SWATCH = {
  line: { width: 16, height: 3 },
  dashed: { width: 16, height: 3 },
  square: { width: 10, height: 10 },
} as const;
const DASH = 6;
const SWATCH_GAP = 8;

export function legendPiece(legend: Legend, entries: readonly LegendEntry[], room: Room): Piece {
  const { sizes, look, measure, width } = room;
  const size = legend.fontSize ?? sizes.legend.size;
  const line = Math.max(sizes.legend.line, Math.ceil((size * 1.35) / 4) * 4);
  const gap = Math.min(legend.gap ?? 16, width / 8);
  const face = { size, weight: 400 } as const;
  const marks: Mark[] = [];
  let [x, row] = [0, 0];
  const text = (words: string, at: number) =>
    marks.push({
      kind: 'text',
      text: words,
      x: at,
      y: baseline(row * line, line, size),
      align: 'left',
      face,
      colour: look.secondary,
      rtl: runsLeft(words),
    });
  for (const [index, { name, colour, swatch }] of entries.entries()) {
    const mark = SWATCH[swatch];
    const before = mark.width + SWATCH_GAP;
    const left = entries.length - index;
    // The last row keeps room to say how many did not fit, unless this is the last one.
    const kept = () => (row === MOST_ROWS - 1 && left > 1 ? gap + widthOf(`+${left - 1}`, face, measure) : 0);
    const shownIn = (room: number) => fitted(onOneLine(name), face, room - before - kept(), measure);
    const full = before + widthOf(shownIn(width), face, measure);
    if (x > 0 && x + full + kept() > width) {
      if (row === MOST_ROWS - 1) {
        if (x + widthOf(`+${left}`, face, measure) <= width) text(`+${left}`, x);
        break;
      }
      [x, row] = [0, row + 1];
    }
    const shown = shownIn(width);
    const wide = before + widthOf(shown, face, measure);
    const middle = row * line + line / 2;
    const pieces = swatch === 'dashed' ? [x, x + mark.width - DASH] : [x];
    for (const at of pieces)
      marks.push({
        kind: 'box',
        x: at,
        y: middle - mark.height / 2,
        width: swatch === 'dashed' ? DASH : mark.width,
        height: mark.height,
        radius: swatch === 'square' ? 3 : mark.height / 2,
        colour,
      });
    text(shown, x + before);
    x += wide + gap;
  }
  return { height: entries.length === 0 ? 0 : (row + 1) * line, marks };
}
