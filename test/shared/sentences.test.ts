// In: a schema and a value that breaks it. Out: the sentence that a person reads.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { flatIssues, nearest, sentence, unknownKey } from '#shared/sentences.ts';
import fc, { runs } from '../support/properties.ts';

const say = (schema: z.ZodType, value: unknown, known: readonly string[] = []) =>
  flatIssues(schema.safeParse(value, { error: sentence }).error?.issues ?? [], () => known).map(
    ({ path, message }) => (path.length > 0 ? `${path.join('.')}: ${message}` : message),
  );

describe('sentence', () => {
  const number = z.number().min(1).max(5);
  test.each<[schema: z.ZodType, value: unknown, said: string]>([
    [number, undefined, 'Required'],
    [number, null, 'Expected number, received null'],
    [number, '1', 'Expected number, received string'],
    [number, [], 'Expected number, received array'],
    [number, {}, 'Expected number, received object'],
    [number, true, 'Expected number, received boolean'],
    [number, Number.NaN, 'Number must be finite'],
    [number, Number.POSITIVE_INFINITY, 'Number must be finite'],
    [number, 0, 'Number must be greater than or equal to 1'],
    [number, 6, 'Number must be less than or equal to 5'],
    [z.number().positive(), 0, 'Number must be greater than 0'],
    [z.number().lt(3), 3, 'Number must be less than 3'],
    [z.int(), 1.5, 'Expected integer, received float'],
    [z.string().max(3), 'abcd', 'String must contain at most 3 characters'],
    [z.string().min(1), '', 'String must contain at least 1 character'],
    [z.array(z.number()).max(1), [1, 2], 'Array must contain at most 1 element'],
    [z.array(z.number()).min(2), [], 'Array must contain at least 2 elements'],
    [z.array(z.number()).min(2, { error: 'Two, please' }), [], 'Two, please'],
    [z.record(z.string(), z.number()), 5, 'Expected object, received number'],
    [z.record(z.string().regex(/^a/, { error: 'Begins with a' }), z.number()), { b: 1 }, 'b: Begins with a'],
    [
      z.enum(['left', 'right']),
      'lft',
      "Invalid value. Expected 'left' | 'right', received 'lft'. Did you mean 'left'?",
    ],
    [z.enum(['left', 'right']), undefined, 'Required'],
    [z.literal('top'), 5, "Invalid value. Expected 'top', received number"],
    [
      z.enum(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']),
      'zz'.repeat(60),
      `Invalid value. Expected 'a' | 'b' | 'c' | 'd' | 'e' | 'f' | 'g' | …, received '${'z'.repeat(39)}…'`,
    ],
    [z.union([z.boolean(), z.string()]), 5, 'Expected boolean or string, received number'],
    [z.union([z.boolean(), z.number().max(9)]), 10, 'Number must be less than or equal to 9'],
    [z.union([z.number(), z.array(z.number())]), [1, 'x'], '1: Expected number, received string'],
    [
      z.union([z.string().max(3), z.array(z.string())]),
      { length: 9 },
      'Expected string or array, received object',
    ],
    [z.union([z.number(), z.string()]), undefined, 'Required'],
    [z.union([z.number(), z.boolean()]), Number.NaN, 'Number must be finite'],
  ])('%#: %j → %s', (schema, value, said) => expect(say(schema, value)).toEqual([said]));

  test('every unknown key has an issue and a place of its own', () => {
    const shape = z.object({ inner: z.strictObject({ width: z.number().optional() }) });
    expect(say(shape, { inner: { widht: 1, other: 2 } }, ['width'])).toEqual([
      'inner.widht: Unrecognized key "widht". Did you mean "width"?',
      'inner.other: Unrecognized key "other"',
    ]);
  });

  test('an unknown key is not quoted at full length', () => {
    expect(unknownKey('k'.repeat(500), [])).toBe(`Unrecognized key "${'k'.repeat(60)}"`);
  });
});

describe('nearest', () => {
  const kinds = ['line', 'bar', 'pie', 'doughnut', 'radar', 'polarArea'];
  test.each([
    ['Line', 'line'],
    ['lin', 'line'],
    ['donut', undefined],
    ['dougnut', 'doughnut'],
    ['polararea', 'polarArea'],
    ['polar', undefined],
    ['bars', 'bar'],
    ['pi', 'pie'],
    ['bra', 'bar'],
    ['arb', undefined],
    ['', undefined],
    ['scatter', undefined],
    ['x'.repeat(41), undefined],
  ])('%s → %s', (value, expected) => expect(nearest(value, kinds)).toBe(expected));

  test.each([[5], [null], [undefined], [['line']]])('%j is no text', (value) => {
    expect(nearest(value, kinds)).toBeUndefined();
  });

  test('candidates that are no text are passed over', () => {
    expect(nearest('left', [1, null, 'lefts'])).toBe('lefts');
  });

  test('the closest wins, the first among equals', () => {
    expect(nearest('axes', ['axis', 'axe', 'axas'])).toBe('axis');
  });

  test('property: a candidate is nearest to itself', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.string({ minLength: 1, maxLength: 40 }), {
          minLength: 1,
          maxLength: 6,
          selector: (s) => s.toLowerCase(),
        }),
        (words) => {
          expect(nearest(words.at(-1), words)).toBe(words.at(-1));
        },
      ),
      runs(300, 2),
    );
  });
});
