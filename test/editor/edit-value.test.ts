// In: a text and a value to set. Out: the text with that value, and not one other letter changed.
import { describe, expect, it } from 'vitest';
import { applyEdits, setValue } from '../../src/editor/edit-value.ts';
import { replacement } from '../../src/editor/replacement.ts';
import fc from '../support/properties.ts';

const set = (text: string, path: (string | number)[], value: unknown) =>
  applyEdits(text, setValue(text, path, value));

describe('setting a value', () => {
  it('touches the value alone', () => {
    expect(set('{ "width" : 800 ,"type":"bar"}', ['width'], 640)).toBe('{ "width" : 640 ,"type":"bar"}');
  });

  it('changes the last of two equal keys, which is the one that counts', () => {
    expect(set('{"width":1,"width":2}', ['width'], 3)).toBe('{"width":1,"width":3}');
  });

  it('adds a missing key in the style of the text', () => {
    expect(JSON.parse(set('{}', ['width'], 640))).toEqual({ width: 640 });
    expect(set('{\n  "type": "bar"\n}\n', ['width'], 640)).toBe('{\n  "type": "bar",\n  "width": 640\n}\n');
  });

  it('takes a key away', () => {
    expect(JSON.parse(set('{"a":1,"format":"png"}', ['format'], undefined))).toEqual({ a: 1 });
  });

  it.each([
    ['the value is there already', '{"width":640}', ['width']],
    ['broken text', '{"width":', ['width']],
    ['empty text', '', ['width']],
    ['a list', '[1]', ['width']],
    ['a path through a number', '{"a":1}', ['a', 'b']],
  ])('leaves the text alone: %s', (_, text, path) => {
    expect(setValue(text, path, 640)).toEqual([]);
  });

  it('sets any value in any object', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.jsonValue()),
        fc.string(),
        fc.jsonValue(),
        (object, key, value) => {
          fc.pre(key !== '__proto__' && !Object.hasOwn(object, '__proto__'));
          const text = JSON.stringify(object, null, 2);
          expect(JSON.parse(set(text, [key], value))).toEqual(
            JSON.parse(JSON.stringify({ ...object, [key]: value })),
          );
        },
      ),
    );
  });
});

it('finds the one stretch that differs, and never half a letter', () => {
  const letters = fc.string({ unit: fc.constantFrom('a', 'b', '\n', '😀', '😁') });
  fc.assert(
    fc.property(letters, letters, (before, after) => {
      const edit = replacement(before, after);
      expect(applyEdits(before, edit ? [edit] : [])).toBe(after);
      expect(edit?.content ?? '').not.toMatch(/\p{Surrogate}/u);
    }),
  );
  expect(replacement('same', 'same')).toBeUndefined();
});
