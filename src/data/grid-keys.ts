// In: a key or the focus in a table with the role of a grid. Out: the cell it leads to has the focus, and is the one that Tab
// comes back to. Cells are found in the document, so that walking draws nothing anew.
import type { FocusEvent, KeyboardEvent } from 'react';

const page = 8;

const cellAt = (table: HTMLTableElement, row: number, column: number): HTMLElement | undefined => {
  const line = table.rows[Math.max(0, Math.min(table.rows.length - 1, row))];
  return line?.cells[Math.max(0, Math.min(line.cells.length - 1, column))];
};

export function onGridKey(event: KeyboardEvent<HTMLTableElement>): void {
  const { key, currentTarget: table, target } = event;
  if (!(target instanceof Element)) return;
  const cell = target.closest<HTMLTableCellElement>('th, td');
  const row = cell?.closest('tr')?.rowIndex;
  if (!cell || row === undefined) return;
  if (target !== cell) {
    // Inside a cell the keys belong to its control. Escape must not close the dialog around it.
    if (key !== 'Escape') return;
    event.preventDefault();
    event.stopPropagation();
    cell.focus();
    return;
  }
  const to =
    key === 'Enter' || key === 'F2' ? cell.querySelector('select') : goal(event, table, row, cell.cellIndex);
  if (!to) return;
  event.preventDefault();
  to.focus();
  to.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function goal(
  { key, ctrlKey, metaKey }: KeyboardEvent,
  table: HTMLTableElement,
  row: number,
  column: number,
) {
  const far = ctrlKey || metaKey;
  switch (key) {
    case 'ArrowUp':
      return cellAt(table, row - 1, column);
    case 'ArrowDown':
      return cellAt(table, row + 1, column);
    case 'ArrowLeft':
      return cellAt(table, row, column - 1);
    case 'ArrowRight':
      return cellAt(table, row, column + 1);
    case 'PageUp':
      return cellAt(table, row - page, column);
    case 'PageDown':
      return cellAt(table, row + page, column);
    case 'Home':
      return cellAt(table, far ? 0 : row, 0);
    case 'End':
      return cellAt(table, far ? table.rows.length : row, table.rows[0]?.cells.length ?? 0);
    default:
      return undefined;
  }
}

export function onGridFocus({ currentTarget: table, target }: FocusEvent<HTMLTableElement>): void {
  const cell = target.closest<HTMLElement>('th, td');
  if (!cell) return;
  for (const before of table.querySelectorAll<HTMLElement>('[tabindex="0"]')) before.tabIndex = -1;
  cell.tabIndex = 0;
}
