// In: a row of the grid and what is active or written in it. Out: its cells; drawn anew only when one of these changes.
import { memo } from 'react';
import { GridCell, type Hand } from './grid-cell.tsx';
import { rowAt } from './grid-roles.ts';
import { cellId, type Table } from './grid-table.ts';
import { RowHead } from './row-head.tsx';

export type Lit = {
  /** The active column, the picked ones, and the one that is written in; NaN for none. */
  active: number;
  left: number;
  right: number;
  open: number;
  typed: string;
};

type Props = Lit & { id: string; row: number; top: number; table: Table; hand: Hand };

export const GridRow = memo(function GridRow({ id, row, top, table, hand, ...lit }: Props) {
  const cols = Array.from({ length: table.cols + 1 }, (_, i) => i - 1);
  return (
    <div className="grid-row" {...rowAt(row + 2)} style={{ translate: `0 ${top}px` }}>
      <RowHead row={row} />
      {cols.map((col) => (
        <GridCell
          key={col}
          id={cellId(id, { row, col })}
          row={row}
          col={col}
          value={table.at({ row, col })}
          active={lit.active === col}
          picked={col >= lit.left && col <= lit.right}
          typed={lit.open === col ? lit.typed : undefined}
          hand={hand}
        />
      ))}
    </div>
  );
});
