// In: a cell of the grid. Out: what stands in it, or the input it is typed into.
import { useEffect, useRef } from 'react';
import { cellAt } from './grid-roles.ts';
import { type Cell, cellText } from './grid-table.ts';
import type { Grid } from './use-grid.ts';

export type CellProps = {
  grid: Grid;
  cell: Cell;
  cellId: (cell: Cell) => string;
  /** Away from an input, to a cell. */
  leave: (cell: Cell) => void;
};

const same = (a: Cell | undefined, b: Cell) => a?.row === b.row && a.col === b.col;

export function GridCell({ grid, cell, cellId, leave }: CellProps) {
  const { active, span, editing } = grid;
  const { row, col } = cell;
  const value = grid.table.at(cell);
  const isActive = same(active, cell);
  const picked = row >= span.top && row <= span.bottom && col >= span.left && col <= span.right;
  const head = row < 0;
  const wrong =
    value !== undefined && value !== null && typeof value !== (head || col < 0 ? 'string' : 'number');
  return (
    // biome-ignore lint/a11y: the grid around it has the focus and hears the keys
    <div
      id={cellId(cell)}
      className={`grid-cell ${col < 0 ? 'label' : ''}`}
      {...cellAt(head ? 'columnheader' : 'gridcell', col + 3)}
      aria-selected={picked}
      aria-invalid={wrong || undefined}
      data-active={isActive || undefined}
      data-col={col}
      onPointerDown={(event) => {
        if (event.button !== 0 || same(editing?.cell, cell)) return;
        if (editing && !grid.commit()) return event.preventDefault();
        // A finger scrolls first; a second tap on the same cell writes.
        if (event.pointerType === 'mouse') grid.go(cell, event.shiftKey);
      }}
      onPointerEnter={(event) => {
        if (event.pointerType === 'mouse' && event.buttons === 1 && !editing) grid.go(cell, true);
      }}
      onClick={(event) => {
        if ((event.nativeEvent as PointerEvent).pointerType === 'mouse' || same(editing?.cell, cell)) return;
        if (isActive) grid.begin(cell);
        else leave(cell);
      }}
      onDoubleClick={() => !same(editing?.cell, cell) && grid.begin(cell)}
    >
      {same(editing?.cell, cell) ? (
        <CellInput grid={grid} cell={cell} />
      ) : (
        <span>{cellText(value) || (head ? `Series ${col + 1}` : '')}</span>
      )}
    </div>
  );
}

function CellInput({ grid, cell }: { grid: Grid; cell: Cell }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { current } = input;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const text = cell.row < 0 || cell.col < 0;
  return (
    <input
      ref={input}
      value={grid.editing?.typed ?? ''}
      inputMode={text ? 'text' : 'decimal'}
      aria-label={
        text
          ? cell.row < 0
            ? `Name of series ${cell.col + 1}`
            : `Label ${cell.row + 1}`
          : `Row ${cell.row + 1}, series ${cell.col + 1}`
      }
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget }) => grid.type(currentTarget.value)}
      onBlur={() => {
        // Left for elsewhere: what is no number is forgotten rather than kept in the way.
        if (!grid.commit()) grid.cancel();
      }}
    />
  );
}
