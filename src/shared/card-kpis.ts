// In: up to six figures and the room for them. Out: a strip under a rule: small names over large values, in even rows. Pure.
import type { Room } from './card-header.ts';
import { baseline, type Face, type Mark, type Piece } from './card-marks.ts';
import { fitted, onOneLine, runsLeft, widthOf } from './card-text.ts';
import type { ChartSpec } from './chart-spec.ts';

type Kpis = NonNullable<ChartSpec['kpiStrip']>;

const CELL_GAP = 16;
/** A long figure makes all of them smaller before it loses its end. */
const SMALLEST_SHARE = 0.7;

export function kpiPiece(kpis: Kpis, { sizes, look, measure, width }: Room): Piece {
  if (kpis.length === 0) return { height: 0, marks: [] };
  const fit = Math.max(1, Math.floor((width + CELL_GAP) / (sizes.cell + CELL_GAP)));
  const rows = Math.ceil(kpis.length / Math.min(fit, kpis.length));
  const columns = Math.ceil(kpis.length / rows);
  const cell = (width - (columns - 1) * CELL_GAP) / columns;
  const name: Face = { size: sizes.label.size, weight: 400 };
  const largest = sizes.value.size;
  const widest = Math.max(...kpis.map(({ value }) => widthOf(onOneLine(value), figure(largest), measure)));
  const share = Math.max(SMALLEST_SHARE, Math.min(1, cell / Math.max(1, widest)));
  const value = figure(Math.floor(largest * share));
  const tall = sizes.label.line + sizes.value.line;
  const marks: Mark[] = [rule(width, look.grid)];
  for (const [index, kpi] of kpis.entries()) {
    const x = (index % columns) * (cell + CELL_GAP);
    const y = sizes.gap + Math.floor(index / columns) * (tall + sizes.gap / 2);
    const write = (text: string, face: Face, top: number, line: number, colour: string) => {
      const shown = fitted(onOneLine(text), face, cell, measure);
      if (shown === '') return;
      const at = { x, y: baseline(top, line, face.size), align: 'left', rtl: runsLeft(text) } as const;
      marks.push({ kind: 'text', text: shown, face, colour, ...at });
    };
    write(kpi.label, name, y, sizes.label.line, look.secondary);
    write(kpi.value, value, y + sizes.label.line, sizes.value.line, kpi.color ?? look.primary);
  }
  return { height: sizes.gap + rows * tall + (rows - 1) * (sizes.gap / 2), marks };
}

const figure = (size: number): Face => ({ size, weight: 600, spacing: size * -0.012 });

export const rule = (width: number, colour: string): Mark => ({
  kind: 'rule',
  x: 0,
  y: 0.5,
  width,
  height: 0,
  colour,
  thickness: 1,
});
