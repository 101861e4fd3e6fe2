// In: random JSON and random paths. Out: ranges that hold exactly the value, and the server's dotted paths read back.
import { describe, expect, it } from 'vitest';
import {
  nodeAt,
  pathFrom,
  placeOf,
  placeOfIssue,
  problemsFromDetails,
  treeOf,
} from '../../src/editor/places.ts';
import fc, { runs } from '../support/properties.ts';

type Steps = (string | number)[];
const keys = fc.constantFrom('a', 'b', '0', 'data', 'x.y', '', '"', 'ü');
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<unknown>(null, true, 0, -1.5, 'text', ''),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(keys, tie('value'), { maxKeys: 4 }),
  ),
})).value;

/** Every path of a value, the root's first. */
function pathsOf(value: unknown, path: Steps = []): Steps[] {
  if (Array.isArray(value)) return [path, ...value.flatMap((v, i) => pathsOf(v, [...path, i]))];
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([k, v]) => pathsOf(v, [...path, k]))];
}
const valueAt = (value: unknown, path: Steps): unknown =>
  path.reduce<unknown>((at, step) => (at as Record<string, unknown>)[step], value);

describe('path to range', () => {
  it('holds exactly the value, for every path of any JSON, however it is spaced', () => {
    fc.assert(
      fc.property(json, fc.constantFrom(undefined, 1, 4, '\t'), (value, space) => {
        const text = JSON.stringify(value, null, space);
        const root = treeOf(text);
        for (const path of pathsOf(value)) {
          const { start, end } = placeOf(root, path);
          expect(JSON.parse(text.slice(start, end))).toEqual(valueAt(value, path));
        }
      }),
    );
  });

  it('holds exactly the key when the key is meant', () => {
    fc.assert(
      fc.property(json, (value) => {
        const text = JSON.stringify(value, null, 2);
        const root = treeOf(text);
        for (const path of pathsOf(value)) {
          const key = path.at(-1);
          if (typeof key !== 'string') continue;
          const { start, end } = placeOf(root, path, 'key');
          expect(JSON.parse(text.slice(start, end))).toBe(key);
        }
      }),
    );
  });

  it('stays inside the text for any text and any path', () => {
    const anyPath = fc.array(fc.oneof(keys, fc.nat(5)), { maxLength: 5 });
    const anyText = fc.oneof(fc.string(), fc.json(), fc.string({ unit: fc.constantFrom(...'{}[]":,a1 ') }));
    fc.assert(
      fc.property(anyText, anyPath, fc.string(), (text, path, message) => {
        const { start, end } = placeOfIssue(treeOf(text), path, message);
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThanOrEqual(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      runs(1000),
    );
  });

  it('takes the last of two equal keys, as JSON.parse does', () => {
    const text = '{"a":1,"a":2}';
    expect(nodeAt(treeOf(text), ['a'])?.value).toBe(2);
  });

  it('points at the nearest ancestor when the value is missing', () => {
    const text = '{"data":{"labels":[]},"list":[{}]}';
    const at = (path: Steps) => {
      const { start, end } = placeOf(treeOf(text), path);
      return [start, text.slice(start, end)];
    };
    expect(at(['type'])).toEqual([0, '{']);
    expect(at(['data', 'datasets', 0, 'data'])).toEqual([1, '"data"']);
    expect(at(['data', 'labels', 0])).toEqual([9, '"labels"']);
    expect(at(['list', 0, 'x'])).toEqual([text.indexOf('{}'), '{']);
  });
});

describe("the server's dotted paths", () => {
  it('reads back the paths of any JSON', () => {
    // Without keys that hold dots or nothing: a dotted path cannot tell those apart.
    const plain = json.filter((v) => !/"(x\.y)?":/.test(JSON.stringify(v)));
    fc.assert(
      fc.property(plain, (value) => {
        const root = treeOf(JSON.stringify(value));
        for (const path of pathsOf(value)) expect(pathFrom(root, path.join('.'))).toEqual(path);
      }),
    );
  });

  it('takes digits for an index inside lists only, and keys with dots as they are', () => {
    const root = treeOf('{"0":[{"1":5}],"a.b":{"c":1}}');
    expect(pathFrom(root, '0.0.1')).toEqual(['0', 0, '1']);
    expect(pathFrom(root, 'a.b.c')).toEqual(['a.b', 'c']);
  });

  it('makes problems of details', () => {
    const text = '{\n  "width": 9000,\n  "data": { "labels": [] }\n}';
    const problems = problemsFromDetails(text, [
      { path: 'data.labels', message: 'At least 1 label is required' },
      { path: 'width', message: 'Number must be less than or equal to 4000' },
      { path: '', message: 'Too much' },
      { path: 'data.datasets.0.data', message: 'Required' },
    ]);
    expect(problems.map((p) => [p.source, text.slice(p.range.start, p.range.end), p.line])).toEqual([
      ['server', '[]', 3],
      ['server', '9000', 2],
      ['server', text, 1],
      ['server', '"data"', 3],
    ]);
  });

  it('survives garbage', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (text, path) => {
        expect(problemsFromDetails(text, [{ path, message: 'x' }])).toHaveLength(1);
      }),
    );
    expect(problemsFromDetails('['.repeat(100_000), [{ path: '0.0', message: 'x' }])).toHaveLength(1);
  });
});
