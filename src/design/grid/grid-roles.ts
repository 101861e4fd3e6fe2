// In: a place in the grid. Out: what it is to a screen reader. The focus is on the grid as a whole, which says which cell is active.

export const rowAt = (index: number) => ({ role: 'row', 'aria-rowindex': index });

export const cellAt = (role: 'gridcell' | 'columnheader' | 'rowheader', index: number) => ({
  role,
  'aria-colindex': index,
});
