// In: the document. Out: its numbers as a grid: a row per label, a column per series; typed into, pasted into, and as quick with a
// thousand rows as with ten, because only the rows in sight are there.
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { useDesign } from '../design-context.ts';
import { valueAt } from '../value-at.ts';
import { GridHead } from './grid-head.tsx';
import { moved, tabbed } from './grid-moves.ts';
import { GridRow, type Lit } from './grid-row.tsx';
import { type Cell, cellId } from './grid-table.ts';
import { GridTools } from './grid-tools.tsx';
import { type Grid, useGrid } from './use-grid.ts';
import './grid.css';

/** Rows beyond the edges of what is seen, so that a fast hand meets no hole. */
const spare = 6;
const tallest = 12;

export function DataGrid() {
  const { wanted, value, frozen } = useDesign();
  const grid = useGrid(cellOf(wanted));
  const { table, active, editing } = grid;
  const id = useId();
  const frame = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const line = useLine(frame);
  const from = Math.max(0, Math.floor(top / line) - spare);
  const to = Math.min(table.rows, Math.ceil(top / line) + tallest + spare);
  const rows = Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);
  // The active row is always there: what is focused must not vanish.
  if (active.row >= 0 && (active.row < from || active.row >= to)) rows.push(active.row);
  useEffect(() => {
    if (frame.current) reach(frame.current, { row: active.row, col: active.col }, line);
  }, [active.row, active.col, line]);

  const leave = (cell: Cell) => {
    grid.go(cell);
    frame.current?.focus({ preventScroll: true });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (editing) {
      const { cell } = editing;
      const next =
        event.key === 'Enter'
          ? { row: cell.row + (event.shiftKey ? -1 : 1), col: cell.col }
          : event.key === 'Tab'
            ? tabbed(cell, event.shiftKey, table)
            : undefined;
      if (event.key === 'Escape') grid.cancel();
      else if (!next || !grid.commit()) {
        if (next) event.preventDefault();
        return;
      }
      event.preventDefault();
      event.stopPropagation();
      leave(next ?? cell);
      return;
    }
    const ctrl = event.ctrlKey || event.metaKey;
    const step = event.altKey ? undefined : moved(active, { key: event.key, ctrl }, table);
    if (step) grid.go(step, event.shiftKey);
    else if (event.key === 'Enter' || event.key === 'F2') grid.begin(active);
    else if (event.key === 'Delete' || event.key === 'Backspace') grid.clear();
    else if (event.key.length === 1 && !ctrl && !event.altKey) grid.begin(active, event.key);
    else return;
    event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent) => {
    if (editing && !/[\t\n]/.test(event.clipboardData.getData('text/plain').trimEnd())) return;
    event.preventDefault();
    grid.cancel();
    grid.paste(event.clipboardData.getData('text/plain'));
    frame.current?.focus({ preventScroll: true });
  };
  const onCopy = (event: ClipboardEvent) => {
    if (editing) return;
    event.preventDefault();
    event.clipboardData.setData('text/plain', grid.copied());
    if (event.type === 'cut' && !frozen) grid.clear();
  };
  const hand = useRef({ grid, leave });
  hand.current = { grid, leave };
  const shared = { id, table, hand };
  return (
    <div className="design-grid" data-field="data">
      <GridTools grid={grid} />
      <div
        ref={frame}
        className="grid-frame"
        role="grid"
        aria-label="Data of the chart"
        aria-rowcount={table.rows + 1}
        aria-colcount={table.cols + 2}
        aria-readonly={frozen}
        aria-multiselectable="true"
        aria-activedescendant={editing ? undefined : cellId(id, active)}
        tabIndex={0}
        style={{ '--cols': table.cols } as React.CSSProperties}
        onScroll={({ currentTarget }) => setTop(currentTarget.scrollTop)}
        onKeyDown={onKeyDown}
        onPaste={onPaste}
        onCopy={onCopy}
        onCut={onCopy}
      >
        <GridHead {...shared} lit={litIn(-1, grid)} />
        <div className="grid-rows" role="presentation" style={{ height: table.rows * line }}>
          {rows.map((row) => (
            <GridRow key={row} {...shared} {...litIn(row, grid)} row={row} top={row * line} />
          ))}
        </div>
      </div>
      <p className="grid-told" role="status">
        {grid.told || `${table.rows} × ${table.cols}${sizeNote(valueAt(value, ['type']))}`}
      </p>
    </div>
  );
}

function litIn(row: number, { active, span, editing }: Grid): Lit {
  const picked = row >= span.top && row <= span.bottom;
  const open = editing?.cell.row === row;
  return {
    active: active.row === row ? active.col : Number.NaN,
    left: picked ? span.left : Number.NaN,
    right: picked ? span.right : Number.NaN,
    open: open ? editing.cell.col : Number.NaN,
    typed: open ? editing.typed : '',
  };
}

const sizeNote = (type: unknown) =>
  type === 'pie' || type === 'doughnut' || type === 'polarArea'
    ? '. Each row is a slice.'
    : '. Paste a table from a spreadsheet at any cell.';

/** Where the caret stood in the JSON. */
function cellOf([first, list, index, , point]: readonly (string | number)[]): Cell {
  if (first !== 'data') return { row: 0, col: 0 };
  if (list === 'labels') return { row: Number(index ?? 0), col: -1 };
  return typeof index === 'number'
    ? { row: typeof point === 'number' ? point : -1, col: index }
    : { row: 0, col: 0 };
}

/** Height of a row as the style sheet has it: taller for fingers. */
function useLine(frame: React.RefObject<HTMLDivElement | null>): number {
  const [line, setLine] = useState(30);
  useEffect(() => {
    const narrow = matchMedia('(max-width: 700px)');
    const read = () => {
      const style = frame.current && getComputedStyle(frame.current).getPropertyValue('--grid-line');
      setLine(Number.parseFloat(style || '30'));
    };
    read();
    narrow.addEventListener('change', read);
    return () => narrow.removeEventListener('change', read);
  }, [frame]);
  return line;
}

/** Scrolls no farther than needed to bring the active cell out from under the edges and the two heads. */
function reach(frame: HTMLDivElement, { row, col }: Cell, line: number): void {
  const view = frame.clientHeight - line;
  if (row >= 0) {
    const at = row * line;
    if (at < frame.scrollTop) frame.scrollTop = at;
    else if (at + line > frame.scrollTop + view) frame.scrollTop = at + line - view;
  }
  const cell = frame.querySelector<HTMLElement>(`.grid-head > [data-col="${col}"]`);
  if (!cell || col < 0) return;
  const heads = cell.parentElement?.querySelector<HTMLElement>('[data-col="-1"]');
  const edge = heads ? heads.offsetLeft + heads.offsetWidth - frame.scrollLeft : 0;
  const left = cell.offsetLeft - frame.scrollLeft;
  if (left < edge) frame.scrollLeft -= edge - left;
  else if (left + cell.offsetWidth > frame.clientWidth)
    frame.scrollLeft += left + cell.offsetWidth - frame.clientWidth;
}
