// In: the document. Out: its numbers as a table: a row per label, a column per series. Pure.
import type { Path } from '#shared/sentences.ts';
import { bagAt, listAt } from '../value-at.ts';

/** Row −1 holds the names of the series, column −1 the labels. */
export type Cell = { row: number; col: number };

export type Table = { rows: number; cols: number; at: (cell: Cell) => unknown };

export const LABELS: Path = ['data', 'labels'];
export const SERIES: Path = ['data', 'datasets'];
export const pointsOf = (col: number): Path => [...SERIES, col, 'data'];

export function tableOf(value: unknown): Table {
  const labels = listAt(value, LABELS);
  const series = listAt(value, SERIES);
  const points = series.map((_, col) => listAt(value, pointsOf(col)));
  const names = series.map((_, col) => bagAt(value, [...SERIES, col]).label);
  return {
    rows: Math.max(labels.length, ...points.map(({ length }) => length)),
    cols: series.length,
    at: ({ row, col }) => (row < 0 ? names[col] : col < 0 ? labels[row] : points[col]?.[row]),
  };
}

/** By which the grid says which cell is active. */
export const cellId = (grid: string, { row, col }: Cell): string => `${grid}-${row}-${col}`;

/** As the grid shows it: a gap is empty. */
export const cellText = (value: unknown): string =>
  value === undefined || value === null
    ? ''
    : typeof value === 'object'
      ? JSON.stringify(value)
      : String(value);
