// In: pasted cells and where they were pasted. Out: what to fill, and what of it did not fit, in words. Pure.
import { LIMITS } from '#shared/limits.ts';
import { typedNumber } from '../typed-number.ts';
import type { Filled } from './grid-edits.ts';
import type { Cell, Table } from './grid-table.ts';

export type Pasting = { cells: Filled[]; told: string };

/** A block that begins with names or labels brings them along when it is pasted at the first number. */
export function pasting(block: readonly (readonly string[])[], at: Cell, { rows, cols }: Table): Pasting {
  const start = at.row === 0 && at.col === 0 ? shiftedStart(block, at) : at;
  const cells: Filled[] = [];
  let [unread, left] = [0, 0];
  for (const [i, line] of block.entries())
    for (const [j, typed] of line.entries()) {
      const [row, col] = [start.row + i, start.col + j];
      // The corner belongs to no list.
      if (row < 0 && col < 0) continue;
      if (row >= LIMITS.labels || col >= LIMITS.datasets) {
        left++;
        continue;
      }
      const number = row < 0 || col < 0 ? typed : typedNumber(typed);
      if (number === undefined) unread++;
      cells.push({ row, col, value: number ?? null });
    }
  const lines = new Set(cells.map(({ row }) => row).filter((row) => row >= 0));
  const columns = new Set(cells.map(({ col }) => col).filter((col) => col >= 0));
  const grown = [
    plural(Math.max(0, ...[...lines].map((row) => row + 1 - rows)), 'new row'),
    plural(Math.max(0, ...[...columns].map((col) => col + 1 - cols)), 'new series', 'new series'),
  ].filter((word) => word !== '');
  const told = [
    `${plural(cells.length, 'cell')} pasted${grown.length > 0 ? `, ${grown.join(' and ')}` : ''}.`,
    unread > 0 ? `${plural(unread, 'cell')} held no number and ${unread === 1 ? 'is' : 'are'} empty.` : '',
    left > 0
      ? `${plural(left, 'cell')} did not fit: ${LIMITS.labels} rows and ${LIMITS.datasets} series are the most.`
      : '',
  ];
  return { cells, told: told.filter((sentence) => sentence !== '').join(' ') };
}

const plural = (count: number, one: string, many = `${one}s`) =>
  count === 0 ? '' : count === 1 ? `1 ${one}` : `${count} ${many}`;

/** Names above and labels beside the numbers are told by being no numbers. */
function shiftedStart(block: readonly (readonly string[])[], at: Cell): Cell {
  const words = (cells: readonly (string | undefined)[]) =>
    cells.length > 0 && cells.every((cell) => cell !== undefined && typeof typedNumber(cell) !== 'number');
  const [head = []] = block;
  const below = block.slice(1);
  const named =
    below.length > 0 &&
    words(head.slice(head.length > 1 ? 1 : 0)) &&
    !words(below.flatMap((row) => row.slice(-1)));
  const rows = named ? below : block;
  const labelled = head.length > 1 && words(rows.map((row) => row[0]));
  return { row: at.row - (named ? 1 : 0), col: at.col - (labelled ? 1 : 0) };
}
