// In: numbers as people type them. Out: the numbers they mean.
import { describe, expect, it } from 'vitest';
import { shownNumber, typedNumber } from '../../src/design/typed-number.ts';
import fc from '../support/properties.ts';

describe('a typed number', () => {
  it.each([
    ['1,200', 1200],
    ['1 200', 1200],
    ['1\u00a0200\u202f300', 1200300],
    ["1'200", 1200],
    ['1,200.5', 1200.5],
    ['1.200,5', 1200.5],
    ['1.200.300', 1200300],
    ['1,5', 1.5],
    ['1.5', 1.5],
    ['1.200', 1.2],
    ['.5', 0.5],
    ['-3', -3],
    ['−3', -3],
    ['(12)', -12],
    ['€1,200.50', 1200.5],
    ['12 %', 12],
    ['1e3', 1000],
    ['-0', 0],
    ['  ', null],
    ['', null],
  ])('%j', (typed, number) => {
    expect(typedNumber(typed)).toBe(number);
  });

  it.each(['abc', '1,2,3', '1.2.3', '-', '12px', '1,200,5', 'NaN', 'Infinity', '0x10', '1e999'])(
    'is none: %j',
    (typed) => {
      expect(typedNumber(typed)).toBeUndefined();
    },
  );

  it('is read back as it is shown', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (number) => {
        expect(typedNumber(shownNumber(number))).toBe(number === 0 ? 0 : number);
      }),
    );
  });
});
