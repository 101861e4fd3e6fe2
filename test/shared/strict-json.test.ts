// In: text. Out: the value in it, or which of two reasons there is none.
import { describe, expect, test } from 'vitest';
import { LIMITS } from '#shared/limits.ts';
import { readJson } from '#shared/strict-json.ts';
import fc, { runs } from '../support/properties.ts';

const syntax = { ok: false, reason: 'syntax' };
const tooDeep = { ok: false, reason: 'too_deep' };

test.each([
  '',
  ' ',
  '{',
  '{"a":1,}',
  "{'a':1}",
  '{a:1}',
  '[1,]',
  '// x\n1',
  '1 2',
  'NaN',
  '01',
  '"\n"',
  '\ufeff{}',
  '{"a":1}}',
  'undefined',
])('%j is no JSON', (text) => expect(readJson(text)).toEqual(syntax));

test.each<[text: string, value: unknown]>([
  ['null', null],
  ['1e999', Number.POSITIVE_INFINITY],
  ['-0', -0],
  ['"[[[["', '[[[['],
  ['{"a":[1,{"b":null}]}', { a: [1, { b: null }] }],
  ['{"a":1,"a":2}', { a: 2 }],
  [' \t\r\n[]\n', []],
])('%j', (text, value) => expect(readJson(text)).toEqual({ ok: true, value }));

test('__proto__ is an own key, and no prototype is touched', () => {
  const json = readJson('{"__proto__":{"polluted":1}}');
  expect(json.ok && Object.keys(json.value as object)).toEqual(['__proto__']);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
});

describe('nesting', () => {
  const most = LIMITS.depth * 2;
  const list = (levels: number) => '['.repeat(levels) + ']'.repeat(levels);
  const object = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;

  test('at the limit and one over it', () => {
    expect([readJson(list(most)).ok, readJson(object(most)).ok]).toEqual([true, true]);
    expect([readJson(list(most + 1)), readJson(object(most + 1))]).toEqual([tooDeep, tooDeep]);
  });

  test('a million brackets are too deep, not a syntax error: they were counted before they were parsed', () => {
    expect(readJson('['.repeat(1_000_000))).toEqual(tooDeep);
    expect(readJson('[{"a":'.repeat(500_000))).toEqual(tooDeep);
  });

  test('siblings do not add up', () => {
    expect(readJson(`[${'[],'.repeat(5000)}[]]`).ok).toBe(true);
  });

  test('closing brackets first do not buy room', () => {
    expect(readJson(`${']'.repeat(100)}${'['.repeat(200)}`).ok).toBe(false);
  });

  test.each(['"[[[["', '"\\"[["', '"\\\\"', '"\\\\\\"[["', '"a]b}"'])(
    'brackets in the text %s do not count',
    (inner) => {
      expect(readJson(`${'['.repeat(most - 1)}[${inner}]${']'.repeat(most - 1)}`).ok).toBe(true);
    },
  );

  test('a text that never ends hides no brackets from the parser', () => {
    expect(readJson(`"${'['.repeat(1000)}`)).toEqual(syntax);
  });
});

describe('property', () => {
  test('agrees with JSON.parse on everything shallow', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (value) => {
        const text = JSON.stringify(value);
        expect(readJson(text)).toEqual({ ok: true, value: JSON.parse(text) as unknown });
      }),
      runs(300, 7),
    );
  });

  test('never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(fc.constantFrom('[', ']', '{', '}', '"', '\\', '1', ',', ':')).map((all) => all.join('')),
        ),
        (text) => {
          expect(typeof readJson(text).ok).toBe('boolean');
        },
      ),
      runs(500, 8),
    );
  });
});
