// In: values of any shape, hostile ones among them. Out: that readSpec answers every one, in order and within bounds, and that
// nothing of it is left in the process.
import { describe, expect, test } from 'vitest';
import { dotted, readSpec } from '#shared/chart-spec.ts';
import { MOST_ISSUES } from '#shared/plain-data.ts';
import { smallChart, withAt } from '../fixtures/charts.ts';
import fc, { runs } from '../support/properties.ts';

const prototypes = [
  Object.prototype,
  Array.prototype,
  Function.prototype,
  String.prototype,
  Number.prototype,
];
const ownNames = () => prototypes.map((one) => Object.getOwnPropertyNames(one));

/** What must hold for any value: an answer, each place once, every path made of keys and indices, every sentence a sentence. */
function holds(value: unknown): void {
  const reading = readSpec(value);
  const issues = reading.ok ? [] : reading.issues;
  expect(reading.ok).toBe(issues.length === 0);
  expect(issues.length).toBeLessThanOrEqual(MOST_ISSUES);
  expect(new Set(issues.map(({ path }) => dotted(path))).size).toBe(issues.length);
  for (const { path, message } of issues) {
    expect(path.every((part) => typeof part === 'string' || Number.isInteger(part))).toBe(true);
    expect(message).toMatch(/^[A-Z].{4,}/s);
    // What is quoted comes from the chart, and a key may be called NaN.
    expect(message.replaceAll(/(['"]).*?\1/gs, '')).not.toMatch(/Invalid input|undefined|NaN|\[object/);
  }
}

const names = [
  ...[
    'type',
    'data',
    'labels',
    'datasets',
    'options',
    'scales',
    'plugins',
    'legend',
    'ticks',
    'x',
    'y',
    'font',
  ],
  ...[
    'width',
    'format',
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'then',
    'length',
    '_x',
    '$x',
    '',
  ],
];
/** JSON text, because only a parser makes `__proto__` an own key. */
const hostileJson = fc.letrec<{ value: string }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc.constantFrom('1e999', '-1e-320', '1.79e308', 'null', 'true', '"bar"', '"x"', '[]', '{}', '0', '3'),
    fc.string().map((text) => JSON.stringify(text)),
    fc.array(tie('value'), { maxLength: 4 }).map((items) => `[${items.join(',')}]`),
    fc
      .array(fc.tuple(fc.constantFrom(...names), tie('value')), { maxLength: 5 })
      .map((pairs) => `{${pairs.map(([key, inner]) => `${JSON.stringify(key)}:${inner}`).join(',')}}`),
  ),
})).value;

describe('property: an answer for', () => {
  const before = ownNames();
  const check = (values: fc.Arbitrary<unknown>, seed: number) => {
    fc.assert(fc.property(values, holds), runs(2000, seed));
    expect(ownNames()).toEqual(before);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  };

  test('anything', () =>
    check(fc.anything({ withBigInt: true, withDate: true, withMap: true, withSparseArray: true }), 20));
  test('any JSON', () => check(fc.jsonValue(), 21));
  test('hostile JSON', () =>
    check(
      hostileJson.map((text) => JSON.parse(text) as unknown),
      22,
    ));
  test('hostile JSON in the place of a part of a chart', () => {
    const placesOf = [
      'type',
      'data',
      'data.labels',
      'data.datasets',
      'data.datasets.0',
      'data.datasets.0.data',
      'options',
    ];
    const deeper = [
      'options.scales',
      'options.scales.y',
      'options.plugins',
      'options.plugins.legend',
      'theme',
      'header',
      'kpiStrip',
    ];
    const charts = fc
      .tuple(fc.constantFrom(...placesOf, ...deeper), hostileJson)
      .map(([place, text]) => withAt(smallChart(), place, JSON.parse(text)));
    check(charts, 23);
  });
});

describe('shapes that only code can make', () => {
  const round: Record<string, unknown> = { ...smallChart() };
  round.options = round;
  const holes = withAt(smallChart(), 'data.datasets.0.data', Array.from({ length: 3 }));
  test.each<[what: string, value: unknown]>([
    ['an array with holes', holes],
    ['a chart inside itself', round],
    ['an object without a prototype', Object.assign(Object.create(null) as object, smallChart())],
    ['a function', () => smallChart()],
    ['a symbol', Symbol('chart')],
    ['a big integer', 10n],
    ['a date', new Date(0)],
    ['a map', new Map([['type', 'bar']])],
    ['a boxed text', withAt(smallChart(), 'type', new String('bar'))],
    ...[
      'type',
      'data.datasets.0.type',
      'options.scales.y.axis',
      'options.scales.y.type',
      'data.labels.0',
    ].map((place): [string, unknown] => [
      `no function under toString in ${place}`,
      withAt(smallChart(), place, { toString: 1, valueOf: null }),
    ]),
    ...['data.labels', 'data.datasets', 'data.datasets.0.label', 'options.plugins.title.text', 'theme'].map(
      (place): [string, unknown] => [
        `a length that is no number in ${place}`,
        withAt(smallChart(), place, { length: { toString: 1, valueOf: null } }),
      ],
    ),
  ])('%s', (_, value) => expect(() => readSpec(value)).not.toThrow());

  test.each([10_000, 200_000])('%d levels of nesting end neither the reader nor the stack', (levels) => {
    const deep = Array.from({ length: levels }).reduce<unknown>((inner) => ({ a: inner }), 1);
    for (const place of ['options', 'options.scales.y', 'theme', 'data.datasets.0.fill', 'data.labels']) {
      const reading = readSpec(withAt(smallChart(), place, deep));
      expect(reading.ok).toBe(false);
    }
  });

  test('a text of ten million letters is refused, not repeated', () => {
    const reading = readSpec(withAt(smallChart(), 'type', 'x'.repeat(10_000_000)));
    expect(JSON.stringify(reading).length).toBeLessThan(1000);
  });

  test('a chart from another prototype keeps its own', () => {
    const reading = readSpec(
      JSON.parse('{"type":"bar","data":{"labels":["a"],"datasets":[{"data":[1]}]},"options":{}}'),
    );
    expect(Object.getPrototypeOf(reading.ok && reading.spec.options)).toBe(Object.prototype);
  });
});
