// In: a cell of the grid. Out: what stands in it, or the input it is typed into.
import { memo, type ReactNode, type RefObject, useEffect, useRef } from 'react';
import { cellAt } from './grid-roles.ts';
import { type Cell, cellText } from './grid-table.ts';
import type { Grid } from './use-grid.ts';

/** What the cells do, on the grid as it is then: so that a cell need not be drawn anew when another one is active. */
export type Hand = RefObject<{ grid: Grid; leave: (cell: Cell) => void }>;

type Props = {
  id: string;
  row: number;
  col: number;
  value: unknown;
  active: boolean;
  picked: boolean;
  /** While it is written in. */
  typed: string | undefined;
  hand: Hand;
  /** Before its text. */
  children?: ReactNode;
};

export const GridCell = memo(function GridCell(props: Props) {
  const { id, row, col, value, active, picked, typed, hand, children } = props;
  const head = row < 0;
  const kind = head || col < 0 ? 'string' : 'number';
  const wrong = value !== undefined && value !== null && typeof value !== kind;
  const open = typed !== undefined;
  return (
    // biome-ignore lint/a11y: the grid around it has the focus and hears the keys
    <div
      id={id}
      className={`grid-cell ${col < 0 ? 'label' : ''}`}
      {...cellAt(head ? 'columnheader' : 'gridcell', col + 3)}
      aria-selected={picked}
      aria-invalid={wrong || undefined}
      data-active={active || undefined}
      data-col={col}
      onPointerDown={(event) => {
        const { grid } = hand.current;
        if (event.button !== 0 || open) return;
        if (!grid.commit()) return event.preventDefault();
        // A finger scrolls first; a second tap on the same cell writes.
        if (event.pointerType === 'mouse') grid.go({ row, col }, event.shiftKey);
      }}
      onPointerEnter={(event) => {
        const { grid } = hand.current;
        if (event.pointerType === 'mouse' && event.buttons === 1 && !grid.editing)
          grid.go({ row, col }, true);
      }}
      onClick={(event) => {
        if ((event.nativeEvent as PointerEvent).pointerType === 'mouse' || open) return;
        if (active) hand.current.grid.begin({ row, col });
        else hand.current.leave({ row, col });
      }}
      onDoubleClick={() => !open && hand.current.grid.begin({ row, col })}
    >
      {children}
      {open ? (
        <CellInput row={row} col={col} typed={typed} hand={hand} />
      ) : (
        <span>{cellText(value) || (head ? `Series ${col + 1}` : '')}</span>
      )}
    </div>
  );
});

function CellInput({ row, col, typed, hand }: Pick<Props, 'row' | 'col' | 'hand'> & { typed: string }) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const { current } = input;
    current?.focus({ preventScroll: true });
    current?.setSelectionRange(current.value.length, current.value.length);
  }, []);
  const text = row < 0 || col < 0;
  return (
    <input
      ref={input}
      value={typed}
      inputMode={text ? 'text' : 'decimal'}
      aria-label={
        text
          ? row < 0
            ? `Name of series ${col + 1}`
            : `Label ${row + 1}`
          : `Row ${row + 1}, series ${col + 1}`
      }
      autoComplete="off"
      spellCheck={false}
      onChange={({ currentTarget }) => hand.current.grid.type(currentTarget.value)}
      onBlur={() => {
        // Left for elsewhere: what is no number is forgotten rather than kept in the way.
        const { grid } = hand.current;
        if (!grid.commit()) grid.cancel();
      }}
    />
  );
}
