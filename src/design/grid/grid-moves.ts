// In: a key and the cell that is active. Out: the cell that is active next. Pure.
import type { Cell, Table } from './grid-table.ts';

type Size = Pick<Table, 'rows' | 'cols'>;
type Stroke = { key: string; ctrl: boolean };

/** Rows that a page holds. */
const page = 8;

/** Undefined for a key that moves nothing. The corner, which is no cell, is passed by. */
export function moved({ row, col }: Cell, { key, ctrl }: Stroke, size: Size): Cell | undefined {
  const end = { row: size.rows - 1, col: size.cols - 1 };
  const next: Record<string, Cell> = {
    ArrowUp: { row: ctrl ? -1 : row - 1, col },
    ArrowDown: { row: ctrl ? end.row : row + 1, col },
    ArrowLeft: { row, col: ctrl ? -1 : col - 1 },
    ArrowRight: { row, col: ctrl ? end.col : col + 1 },
    Home: { row: ctrl ? 0 : row, col: -1 },
    End: { row: ctrl ? end.row : row, col: end.col },
    PageUp: { row: Math.max(0, row - page), col },
    PageDown: { row: row + page, col },
  };
  const to = next[key];
  return to && inside(to, size);
}

export function inside({ row, col }: Cell, { rows, cols }: Size): Cell {
  const within = { row: Math.min(Math.max(row, -1), rows - 1), col: Math.min(Math.max(col, -1), cols - 1) };
  return within.row < 0 && within.col < 0 ? { row: -1, col: Math.min(0, cols - 1) } : within;
}

/** Tab goes on in the next row, and back in the one before. */
export function tabbed({ row, col }: Cell, back: boolean, size: Size): Cell {
  const to = col + (back ? -1 : 1);
  if (to > size.cols - 1) return inside({ row: row + 1, col: -1 }, size);
  if (to < -1 || (row < 0 && to < 0)) return inside({ row: row - 1, col: size.cols - 1 }, size);
  return { row, col: to };
}

export type Span = { top: number; bottom: number; left: number; right: number };

export const spanOf = (a: Cell, b: Cell): Span => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.col, b.col),
  right: Math.max(a.col, b.col),
});

export const cellsOf = ({ top, bottom, left, right }: Span): Cell[] =>
  Array.from({ length: bottom - top + 1 }, (_, i) => top + i).flatMap((row) =>
    Array.from({ length: right - left + 1 }, (_, j) => ({ row, col: left + j })),
  );
