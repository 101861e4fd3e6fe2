// In: JSON of any shape. Out: that the walker names what is unsafe in it, stops in time, and leaves the rest alone.
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#shared/limits.ts';
import { forbiddenKey, MOST_ISSUES, plainDataIssues } from '#shared/plain-data.ts';
import type { Issue } from '#shared/sentences.ts';
import fc, { runs } from '../support/properties.ts';

const walk = (value: unknown) => plainDataIssues(value, () => []);
const said = (value: unknown) => walk(value).map(({ path, message }) => `${path.join('.')}: ${message}`);
const nested = (levels: number, inner: unknown = 1): unknown =>
  Array.from({ length: levels }).reduce<unknown>((value) => [value], inner);

describe('keys', () => {
  test.each([
    ...Object.getOwnPropertyNames(Object.prototype),
    'prototype',
    'then',
    'length',
    '_x',
    '$x',
    '__proto__',
  ])('%s is refused, with its place', (key) => {
    expect(forbiddenKey(key)).toBe(true);
    const value: unknown = JSON.parse(`{"a":[{${JSON.stringify(key)}:1}]}`);
    expect(said(value)).toEqual([`a.0.${key}: The key "${key}" is not allowed in a chart`]);
  });

  test.each(['x', 'type', 'lengths', 'proto', 'Then', 'a_b', 'a$'])('%s is fine', (key) => {
    expect(said({ [key]: 1 })).toEqual([]);
  });

  test('the same names are fine as values', () => {
    expect(said({ labels: ['constructor', '__proto__', 'toString'] })).toEqual([]);
  });

  test('a long key', () => {
    expect(said({ [`k${'x'.repeat(99)}`]: 1 })).toEqual([]);
    expect(walk({ [`k${'x'.repeat(100)}`]: 1 })[0]?.message).toBe(
      'A key must contain at most 100 characters',
    );
  });
});

describe('values', () => {
  test.each([0, -0, 1e15, -1e15, 1e-12, -1e-12, 0.1])('%d is fine', (value) =>
    expect(walk([value])).toEqual([]),
  );

  test.each([
    [1.0000001e15, 'Number must be between -1000000000000000 and 1000000000000000'],
    [-1.79e308, 'Number must be between -1000000000000000 and 1000000000000000'],
    [0.9e-12, 'Number must be 0 or at least 1e-12 away from it'],
    [5e-324, 'Number must be 0 or at least 1e-12 away from it'],
    [Number.POSITIVE_INFINITY, 'Number must be finite'],
    [Number.NaN, 'Number must be finite'],
  ])('%d', (value, message) => expect(said({ a: value })).toEqual([`a: ${message}`]));

  test('text: length, lines, all together', () => {
    expect(said(['x'.repeat(2000), 'a\n'.repeat(99)])).toEqual([]);
    expect(said(['x'.repeat(2001)])).toEqual(['0: String must contain at most 2000 characters']);
    expect(said(['\n'.repeat(100)])).toEqual(['0: Text must have at most 100 lines']);
    expect(said(Array.from({ length: 51 }, () => 'x'.repeat(1999)))).toEqual([
      ': All texts together must contain at most 100000 characters',
    ]);
  });

  test('lists and nesting', () => {
    expect(said(Array.from({ length: 1000 }, () => 1))).toEqual([]);
    expect(said({ a: Array.from({ length: 1001 }, () => 1) })).toEqual([
      'a: Array must contain at most 1000 elements',
    ]);
    expect(walk(nested(LIMITS.depth))).toEqual([]);
    expect(walk(nested(LIMITS.depth + 1))[0]?.message).toBe('Nesting must be at most 24 levels deep');
  });

  test('too many values end the walk', () => {
    const rows = (count: number) => Array.from({ length: count }, () => Array.from({ length: 999 }, () => 0));
    expect(said(rows(59))).toEqual([]);
    expect(said(rows(70))).toEqual([': A chart may hold at most 60000 values']);
  });

  test('a million levels do not end the walker', () => {
    expect(walk(nested(1_000_000))).toHaveLength(1);
  });
});

test('issues come in the order of the document', () => {
  expect(said({ b: [1e16, { c: 1e17 }], a: 1e18 }).map((line) => line.split(':')[0])).toEqual([
    'b.0',
    'b.1.c',
    'a',
  ]);
});

test('at most a hundred issues', () => {
  expect(walk(Array.from({ length: 500 }, () => 1e16))).toHaveLength(MOST_ISSUES);
});

test('the rule is asked for every key of every object, and its issues are listed', () => {
  const asked: string[] = [];
  const issues = plainDataIssues({ a: { b: [{ c: 1 }] } }, (key, value, path): Issue[] => {
    asked.push(`${path.join('.')}=${JSON.stringify(value)}`);
    return key === 'c' ? [{ path, message: 'no' }] : [];
  });
  expect(asked).toEqual(['a={"b":[{"c":1}]}', 'a.b=[{"c":1}]', 'a.b.0.c=1']);
  expect(issues).toEqual([{ path: ['a', 'b', 0, 'c'], message: 'no' }]);
});

test('property: never throws and never lists too much', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(walk(value).length).toBeLessThanOrEqual(MOST_ISSUES);
    }),
    runs(500, 1),
  );
});
