// In: charts whose fields are fine one by one and wrong together. Out: the sentence about the pair.
import { describe, expect, test } from 'vitest';
import { axisLetter, crossIssues } from '#shared/chart-cross-checks.ts';
import { smallChart, verdict, withAt } from '../fixtures/charts.ts';

describe('the size of the bitmap', () => {
  test.each([
    [4000, 4000, 1, true],
    [4000, 2000, 2, true],
    [4000, 2001, 2, false],
    [4000, 4000, 1.5, false],
    [1414, 1414, 4, true],
    [1415, 1415, 4, false],
  ])('%d × %d × %d² → accepted: %s', (width, height, devicePixelRatio, accepted) => {
    expect(verdict({ ...smallChart(), width, height, devicePixelRatio }).length === 0).toBe(accepted);
  });

  test('says how many pixels it would have, at the name that was used', () => {
    expect(verdict({ ...smallChart(), width: 4000, height: 4000, scale: 4 })).toEqual([
      'scale: Width × height × ratio² must be at most 32 million pixels, this is 256 million',
    ]);
  });

  test('does not repeat what the schema says about a side', () => {
    expect(verdict({ ...smallChart(), width: 1e6, height: 1e6 })).toEqual([
      'width: Number must be less than or equal to 4000',
      'height: Number must be less than or equal to 4000',
    ]);
  });
});

describe('kinds that cannot share a picture', () => {
  test.each([
    ['bar', 'line', true],
    ['line', 'bar', true],
    ['pie', 'doughnut', true],
    ['radar', 'radar', true],
    ['bar', 'pie', false],
    ['line', 'radar', false],
    ['radar', 'polarArea', false],
    ['doughnut', 'polarArea', false],
  ])('%s with %s → accepted: %s', (type, other, accepted) => {
    const expected = [`data.datasets.0.type: A ${other} series cannot share a picture with a ${type} chart`];
    expect(verdict(withAt(smallChart(type), 'data.datasets.0.type', other))).toEqual(
      accepted ? [] : expected,
    );
  });
});

describe('axes', () => {
  const axis = (scale: object, id = 'y', type = 'bar') =>
    verdict(withAt(smallChart(type), `options.scales.${id}`, scale));
  const noBounds = 'bounds is for axes that count values: this one holds the labels';

  test.each<[what: string, said: string[], expected: string[]]>([
    ['values on y', axis({ bounds: 'data' }), []],
    ['labels on x', axis({ bounds: 'data' }, 'x'), [`options.scales.x.bounds: ${noBounds}`]],
    ['a category on y', axis({ type: 'category', bounds: 'data' }), [`options.scales.y.bounds: ${noBounds}`]],
    ['values on r', axis({ bounds: 'ticks' }, 'r', 'radar'), []],
    [
      'an axis that a pie lacks',
      axis({ bounds: 'data' }, 'y', 'pie'),
      [`options.scales.y.bounds: ${noBounds}`],
    ],
    [
      'a category on a polar area',
      axis({ type: 'category', bounds: 'data' }, 'x', 'polarArea'),
      [`options.scales.x.bounds: ${noBounds}`],
    ],
  ])('bounds: %s', (_, said, expected) => expect(said).toEqual(expected));

  test('bounds follow the lying bars', () => {
    const lying = withAt(smallChart(), 'options.indexAxis', 'y');
    expect(verdict(withAt(lying, 'options.scales.x.bounds', 'data'))).toEqual([]);
    expect(verdict(withAt(lying, 'options.scales.y.bounds', 'data'))).toHaveLength(1);
  });

  test.each<[what: string, said: string[], expected: string[]]>([
    [
      'an id that says nothing',
      axis({ position: 'left' }, 'profit'),
      ['options.scales.profit: An axis whose id does not begin with x, y or r needs "axis"'],
    ],
    ['an id with its axis', axis({ axis: 'y', position: 'right' }, 'profit'), []],
    ['a second y', axis({ position: 'right' }, 'y2'), []],
    [
      'x as y',
      axis({ axis: 'y' }, 'x'),
      ['options.scales.x.axis: The axis "x" always lies along x: leave "axis" out'],
    ],
    [
      'y as radial',
      axis({ type: 'radialLinear' }),
      ['options.scales.y.type: Only an r axis can be "radialLinear"'],
    ],
    [
      'r as linear',
      axis({ type: 'linear' }, 'r', 'radar'),
      ['options.scales.r.type: An r axis is always "radialLinear"'],
    ],
  ])('kind: %s', (_, said, expected) => expect(said).toEqual(expected));

  const crossing = 'options.scales.y.position: Expected one axis of this chart and a value, as {"y": 0}';
  test.each<[position: object, expected: string[]]>([
    [{ x: 1 }, []],
    [{}, [crossing]],
    [{ x: 1, y: 2 }, [crossing]],
    [{ x9: 1 }, [crossing]],
    [{ r: 1 }, [crossing]],
  ])('a position %j', (position, expected) => expect(axis({ position })).toEqual(expected));

  test('at most twelve', () => {
    const scales = (count: number) =>
      Object.fromEntries(Array.from({ length: count }, (_, i) => [`y${i}`, {}]));
    expect(verdict(withAt(smallChart(), 'options.scales', scales(12)))).toEqual([]);
    expect(verdict(withAt(smallChart(), 'options.scales', scales(13)))).toEqual([
      'options.scales: At most 12 axes are allowed',
    ]);
  });

  test.each([
    ['x', { axis: 'y' }, 'x'],
    ['y2', {}, 'y'],
    ['y2', { axis: 'x' }, 'x'],
    ['profit', { axis: 'r' }, 'r'],
    ['profit', {}, 'p'],
  ])('the letter of %s with %j is %s', (id, scale, letter) => expect(axisLetter(id, scale)).toBe(letter));
});

test('a border for each side is for bars only', () => {
  const sides = (type: string) =>
    verdict(withAt(smallChart(type), 'data.datasets.0.borderWidth', { top: 1 }));
  expect(sides('bar')).toEqual([]);
  for (const type of ['line', 'pie', 'doughnut', 'radar', 'polarArea'])
    expect(sides(type)).toEqual(['data.datasets.0.borderWidth: Only bars have a border width for each side']);
});

test.each([null, 5, 'x', [], { type: 5, data: 7, options: [] }, { data: { datasets: { length: 9 } } }])(
  'a value of any shape is no reason to throw: %j',
  (value) => expect(crossIssues(value)).toEqual([]),
);
