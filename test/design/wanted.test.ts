// In: a caret in the JSON. Out: the part of the panel and the field that it stands for.
import { describe, expect, it } from 'vitest';
import { axesOf, holdsLabels, secondAxis, withoutAxis } from '../../src/design/axes.ts';
import { caretPath } from '../../src/design/caret-path.ts';
import { designEdits } from '../../src/design/design-edits.ts';
import { learnt } from '../../src/design/learnt.ts';
import { newNote, notesOf } from '../../src/design/notes.ts';
import { typeSwitch } from '../../src/design/type-switch.ts';
import { wantedOf } from '../../src/design/wanted.ts';
import { readDraft } from '../../src/editor/draft.ts';
import { applyEdits } from '../../src/editor/edit-value.ts';

const { leaves } = learnt();
const text =
  '{"type":"bar","data":{"labels":["a"],"datasets":[{"label":"S","tension":1}]},"options":{"scales":{"y":{"min":5}}}}';

describe('the caret in the JSON', () => {
  it.each([
    ['"bar"', 'chart', 'type'],
    ['"a"', 'data', 'data'],
    ['"S"', 'series', 'data.datasets.0.label'],
    ['1}', 'series', 'data.datasets.0.tension'],
    ['5', 'axes', 'options.scales.y.min'],
  ])('in %s is the field', (word, part, field) => {
    const { parts, fields } = wantedOf(caretPath(text, text.indexOf(word) + 1), leaves);
    expect([parts[0], fields[0]]).toEqual([part, field]);
  });

  it.each(['', '{', '[', '{"type', '}'])('is nowhere in particular, and no fault: %s', (broken) => {
    for (let at = 0; at <= broken.length; at++)
      expect(() => wantedOf(caretPath(broken, at), leaves)).not.toThrow();
  });
});

const chart = (type: string, extra = {}) => ({
  type,
  data: {
    labels: ['a', 'b'],
    datasets: [
      { label: 'S', data: [1, 9] },
      { label: 'T', data: [2, 3], ...extra },
    ],
  },
});
/** What the panel makes of a document, as long as it is one that can be drawn. */
const changed = (value: object, changes: Parameters<typeof designEdits>[1]) => {
  const { draft, text: written } = (() => {
    const next = applyEdits(JSON.stringify(value), designEdits(JSON.stringify(value), changes));
    return { draft: readDraft(next), text: next };
  })();
  expect(draft.problems, written).toEqual([]);
  return draft.value;
};

describe('a move of the panel', () => {
  it('adds a second axis with a series on it, and takes both away again', () => {
    const { id, changes } = secondAxis(chart('bar'));
    const two = changed(chart('bar'), changes) as object;
    expect(axesOf(two)).toEqual(['x', 'y', id]);
    expect(holdsLabels(two, id)).toBe(false);
    expect(changed(two, withoutAxis(two, id))).toEqual(chart('bar'));
  });

  it('changes the kind and keeps the data, whatever the kinds', () => {
    for (const type of ['line', 'bar', 'pie', 'doughnut', 'radar', 'polarArea'] as const)
      for (const from of ['bar', 'line'] as const) {
        const { changes, lost } = typeSwitch(chart(from, { type: 'line' }), type);
        const { data } = changed(chart(from, { type: 'line' }), changes) as ReturnType<typeof chart>;
        expect(data.datasets.map((one) => one.data)).toEqual([
          [1, 9],
          [2, 3],
        ]);
        expect(lost.length > 0).toBe(type !== 'line' && type !== 'bar');
      }
  });

  it.each([
    ['bar', 'line'],
    ['line', 'box'],
    ['bar', 'label'],
    ['doughnut', 'doughnutLabel'],
  ] as const)('adds to a %s a %s that can be drawn, and takes it away', (type, kind) => {
    const { path, change } = newNote(chart(type), kind);
    const noted = changed(chart(type), [change]) as object;
    expect(notesOf(noted)).toEqual([path]);
    expect(changed(noted, [[path, undefined]])).toEqual(chart(type));
  });
});
