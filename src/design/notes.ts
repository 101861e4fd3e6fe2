// In: the document. Out: its annotations, which may be a list or have names, and a new one of a kind. Pure.
import type { Path } from '#shared/sentences.ts';
import { axesOf, letterOf } from './axes.ts';
import type { Change } from './design-edits.ts';
import { bagAt, listAt, valueAt } from './value-at.ts';

export const NOTES: Path = ['options', 'plugins', 'annotation', 'annotations'];

export function notesOf(value: unknown): Path[] {
  const list = listAt(value, NOTES);
  const keys = list.length > 0 ? [...list.keys()] : Object.keys(bagAt(value, NOTES));
  return keys.map((key) => [...NOTES, key]);
}

export type NoteKind = 'line' | 'box' | 'label' | 'doughnutLabel';

/** At a place where it is seen at once: through the middle of the numbers. */
export function newNote(value: unknown, kind: NoteKind): { path: Path; change: Change } {
  const numbers = listAt(value, ['data', 'datasets', 0, 'data']).filter((item) => typeof item === 'number');
  const [low, high] = [Math.min(...numbers, 0), Math.max(...numbers, 1)];
  const middle = Number(((low + high) / 2).toPrecision(2));
  const sideways = valueAt(value, ['options', 'indexAxis']) === 'y';
  const axis = axesOf(value).find((id) => letterOf(value, id) === (sideways ? 'x' : 'y')) ?? 'y';
  const ends = sideways ? ['xMin', 'xMax'] : ['yMin', 'yMax'];
  const shapes: Record<NoteKind, object> = {
    line: { type: 'line', scaleID: axis, value: middle, label: { display: true, content: 'Goal' } },
    box: { type: 'box', [ends[0] ?? 'yMin']: low, [ends[1] ?? 'yMax']: middle },
    label: {
      type: 'label',
      content: 'Note',
      ...(sideways ? { xValue: middle, yValue: 0 } : { xValue: 0, yValue: middle }),
    },
    doughnutLabel: { type: 'doughnutLabel', content: ['100', 'in all'] },
  };
  const list = valueAt(value, NOTES);
  const taken = bagAt(value, NOTES);
  let number = 1;
  while (Object.hasOwn(taken, `${kind}${number}`)) number++;
  const key = Array.isArray(list) ? list.length : `${kind}${number}`;
  return { path: [...NOTES, key], change: [[...NOTES, key], shapes[kind]] };
}

/** What a kind is placed by. */
export function placesOf(kind: unknown): readonly string[] {
  if (kind === 'line') return ['scaleID', 'value', 'endValue'];
  if (kind === 'label' || kind === 'point') return ['xValue', 'yValue'];
  return kind === 'doughnutLabel' ? [] : ['xMin', 'xMax', 'yMin', 'yMax'];
}
