// In: the document. Out: what the grid shows and does: which cell is active, what is being typed, and every edit as one step.

import { useMemo, useRef, useState } from 'react';
import type { Path } from '#shared/sentences.ts';
import { useDesign } from '../design-context.ts';
import { learnt } from '../learnt.ts';
import { typedNumber } from '../typed-number.ts';
import {
  addSeries,
  fillCells,
  insertRow,
  removeRows,
  removeSeries,
  swapRows,
  swapSeries,
} from './grid-edits.ts';
import { cellsOf, inside, spanOf } from './grid-moves.ts';
import { type Cell, cellText, LABELS, pointsOf, SERIES, tableOf } from './grid-table.ts';
import { pasting } from './paste.ts';
import { copiedBlock, pastedBlock } from './pasted-block.ts';

export type Grid = ReturnType<typeof useGrid>;

/** `typed` is what the cell begins with; undefined, the cell is kept as it is and the caret stands at its end. */
type Editing = { cell: Cell; typed: string };

const perPoint = () =>
  new Set(
    learnt()
      .leaves.filter(
        ({ pattern, perPoint: each }) => each && pattern[1] === 'datasets' && pattern.length === 4,
      )
      .map(({ pattern }) => String(pattern[3])),
  );

const pathOf = ({ row, col }: Cell): Path =>
  col < 0 ? [...LABELS, row] : row < 0 ? [...SERIES, col, 'label'] : [...pointsOf(col), row];

export function useGrid(first: Cell) {
  const { value, edit, reveal, frozen } = useDesign();
  const table = useMemo(() => tableOf(value), [value]);
  const [picked, setPicked] = useState({ active: first, anchor: first });
  const [editing, showEditing] = useState<Editing>();
  // An input that leaves is heard once more, by the handlers of the drawing before.
  const live = useRef<Editing>(undefined);
  const setEditing = (next: Editing | undefined) => {
    live.current = next;
    showEditing(next);
  };
  const [told, setTold] = useState('');
  const active = inside(picked.active, table);
  const anchor = inside(picked.anchor, table);
  const span = spanOf(active, anchor);

  const go = (to: Cell, extends_ = false) => {
    const next = inside(to, table);
    setPicked({ active: next, anchor: extends_ ? anchor : next });
  };
  return {
    table,
    active,
    span,
    editing,
    told,
    frozen,
    go,
    begin: (cell: Cell, typed?: string) => {
      if (!frozen) setEditing({ cell, typed: typed ?? cellText(table.at(cell)) });
    },
    type: (typed: string) => editing && setEditing({ ...editing, typed }),
    cancel: () => setEditing(undefined),
    /** False when it is no number: then it stays open. */
    commit: (): boolean => {
      if (!live.current) return true;
      const { cell, typed } = live.current;
      const text = cell.row < 0 || cell.col < 0;
      const next = text ? typed || null : typedNumber(typed);
      if (next === undefined) {
        setTold(`"${typed.slice(0, 40)}" is not a number.`);
        return false;
      }
      setEditing(undefined);
      setTold('');
      if (typed !== cellText(table.at(cell)))
        edit((now) => fillCells(now, [{ ...cell, value: next }]), 'Edit the data');
      return true;
    },
    clear: () => {
      const filled = cellsOf(span).filter((cell) => cellText(table.at(cell)) !== '');
      edit(
        (now) =>
          fillCells(
            now,
            filled.map((cell) => ({ ...cell, value: null })),
          ),
        'Clear cells',
      );
    },
    copied: () => {
      const rows = Array.from({ length: span.bottom - span.top + 1 }, (_, i) => span.top + i);
      return copiedBlock(
        rows.map((row) =>
          cellsOf({ ...span, top: row, bottom: row }).map((cell) => cellText(table.at(cell))),
        ),
      );
    },
    paste: (text: string) => {
      const block = pastedBlock(text);
      if (block.length === 0 || frozen) return;
      const { cells, told: news } = pasting(block, { row: span.top, col: span.left }, table);
      edit((now) => fillCells(now, cells), 'Paste into the data');
      setTold(news);
    },
    addRow: () => {
      const at = table.rows === 0 ? 0 : Math.max(active.row, -1) + 1;
      edit((now) => insertRow(now, active.row < 0 ? table.rows : at, perPoint()), 'Add a row');
      setPicked((before) => {
        const cell = { row: active.row < 0 ? table.rows : at, col: before.active.col };
        return { active: cell, anchor: cell };
      });
    },
    removeRows: () => {
      const count = Math.min(span.bottom - Math.max(0, span.top) + 1, table.rows - 1);
      edit((now) => removeRows(now, Math.max(0, span.top), count, perPoint()), 'Remove rows');
      go({ row: span.top, col: active.col });
    },
    moveRow: (by: 1 | -1) => {
      edit((now) => swapRows(now, active.row, active.row + by, perPoint()), 'Move a row');
      go({ row: active.row + by, col: active.col });
    },
    addSeries: () => {
      edit((now) => addSeries(now, table.rows), 'Add a series');
      const cell = { row: -1, col: table.cols };
      setPicked({ active: cell, anchor: cell });
    },
    removeSeries: () => {
      edit((now) => removeSeries(now, active.col), 'Remove a series');
      go({ row: active.row, col: Math.max(0, active.col - 1) });
    },
    moveSeries: (by: 1 | -1) => {
      edit((now) => swapSeries(now, active.col, active.col + by), 'Move a series');
      go({ row: active.row, col: active.col + by });
    },
    reveal: () => reveal(pathOf(active)),
  };
}
