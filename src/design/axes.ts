// In: the document. Out: the axes its picture has, and what a second one needs. Pure.
import type { Change } from './design-edits.ts';
import { bagAt, listAt, valueAt } from './value-at.ts';

export type Family = 'xy' | 'arc' | 'radial';

export function familyOf(value: unknown): Family {
  const type = valueAt(value, ['type']);
  if (type === 'pie' || type === 'doughnut') return 'arc';
  return type === 'radar' || type === 'polarArea' ? 'radial' : 'xy';
}

/** Those it always has, then those it names. */
export function axesOf(value: unknown): string[] {
  const family = familyOf(value);
  if (family === 'arc') return [];
  const usual = family === 'xy' ? ['x', 'y'] : ['r'];
  const own = Object.keys(bagAt(value, ['options', 'scales'])).filter(
    (id) => (family === 'xy') === !/^r/.test(id),
  );
  return [...new Set([...usual, ...own])];
}

export const liesDown = (value: unknown): boolean => valueAt(value, ['options', 'indexAxis']) === 'y';

/** Whether an axis holds the labels of the data, and not values. */
export const holdsLabels = (value: unknown, id: string): boolean =>
  familyOf(value) === 'xy' && letterOf(value, id) === (liesDown(value) ? 'y' : 'x');

export const letterOf = (value: unknown, id: string): string => {
  const { axis } = bagAt(value, ['options', 'scales', id]);
  return /^[xyr]$/.test(id) || typeof axis !== 'string' ? id.charAt(0) : axis;
};

/** A second axis of values opposite the first, with the last series on it: alone, an axis would count nothing. */
export function secondAxis(value: unknown): { id: string; changes: Change[] } {
  const letter = liesDown(value) ? 'x' : 'y';
  const taken = Object.keys(bagAt(value, ['options', 'scales']));
  let number = 1;
  while (taken.includes(`${letter}${number}`)) number++;
  const id = `${letter}${number}`;
  const position = letter === 'y' ? 'right' : 'top';
  const series = listAt(value, ['data', 'datasets']).length;
  const axis: Change = [['options', 'scales', id], { position, grid: { drawOnChartArea: false } }];
  const onIt: Change = [['data', 'datasets', series - 1, `${letter}AxisID`], id];
  return { id, changes: series > 1 ? [axis, onIt] : [axis] };
}

/** Without the axis, and without the series that point at it. */
export function withoutAxis(value: unknown, id: string): Change[] {
  const key = `${letterOf(value, id)}AxisID`;
  const series = listAt(value, ['data', 'datasets']).flatMap((_, index): Change[] =>
    valueAt(value, ['data', 'datasets', index, key]) === id
      ? [[['data', 'datasets', index, key], undefined]]
      : [],
  );
  return [[['options', 'scales', id], undefined], ...series];
}
