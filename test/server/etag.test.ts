// In: charts that mean the same, and ones that do not. Out: whether their pictures have the same name.
import { describe, expect, it } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { alreadyHeld, pictureName } from '../../server/etag.ts';
import fc from '../support/properties.ts';
import { chart } from './ask.ts';

function nameOf(value: unknown, version = '1'): string {
  const reading = readSpec(value);
  if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
  return pictureName(reading.spec, version);
}

/** The same value with the keys of every object in another order. */
function shuffled(value: unknown, turn: number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, turn));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, shuffled(inner, turn)] as const);
  return Object.fromEntries([
    ...entries.slice(turn % entries.length),
    ...entries.slice(0, turn % entries.length),
  ]);
}

const full = {
  ...chart(),
  options: {
    plugins: { title: { display: true, text: 'T' } },
    scales: { y: { min: 0 }, x: { stacked: true } },
  },
};

describe('pictureName', () => {
  it('does not depend on the order of keys', () => {
    fc.assert(
      fc.property(fc.nat(20), (turn) => {
        expect(nameOf(shuffled(full, turn))).toBe(nameOf(full));
      }),
    );
  });

  it.each([
    ['defaults written out', { width: 800, height: 400, format: 'png', devicePixelRatio: 1 }],
    ['scale for devicePixelRatio', { scale: 1 }],
    ['how it is handed over', { returnUrl: true }],
  ])('does not depend on %s', (_, more) => {
    expect(nameOf({ ...full, ...more })).toBe(nameOf(full));
  });

  it.each([
    ['data', chart(1)],
    ['format', { ...full, format: 'jpeg' }],
    ['size', { ...full, width: 801 }],
    ['ratio', { ...full, scale: 2 }],
    ['order of items', { ...full, data: { ...full.data, labels: ['b', 'a', 'c'] } }],
  ])('depends on %s', (_, other) => {
    expect(nameOf(other)).not.toBe(nameOf(full));
  });

  it('depends on the renderer', () => {
    expect(nameOf(full, '2')).not.toBe(nameOf(full, '1'));
  });
});

describe('alreadyHeld', () => {
  it.each([
    [undefined, false],
    ['"a"', true],
    ['W/"a"', true],
    ['"b", "a"', true],
    ['*', true],
    ['"b"', false],
    ['a', false],
    ['', false],
  ])('%s', (header, held) => {
    expect(alreadyHeld(header, '"a"')).toBe(held);
  });
});
