// In: the exported JSON Schema. Out: that it is sound (takes every chart that readSpec takes), that it explains itself, and a
// list of the rules that it cannot express.
import { describe, expect, test } from 'vitest';
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import { brandKits, chartTypes, formats } from '#shared/chart-spec.ts';
import { smallChart, verdict, withAt } from '../fixtures/charts.ts';
import { randomChart } from '../fixtures/random-chart.ts';
import { schemaAccepts } from '../fixtures/schema-accepts.ts';
import type { Schema } from '../fixtures/schema-value.ts';

type Described = Schema & { description?: string; $schema?: string; required?: string[] };
const schema = chartJsonSchema() as Described;
const at = (...names: string[]) =>
  names.reduce<Described | undefined>((inner, name) => inner?.properties?.[name], schema);
const accepts = (chart: unknown) => schemaAccepts(schema, chart);

test('draft 7, JSON, one object with its two required keys and no strangers', () => {
  expect(schema.$schema).toBe('http://json-schema.org/draft-07/schema#');
  expect(JSON.parse(JSON.stringify(schema))).toEqual(schema);
  expect(schema).toMatchObject({ type: 'object', required: ['type', 'data'], additionalProperties: false });
  expect(Object.keys(schema.properties ?? {})).toEqual([
    ...['type', 'data', 'width', 'height', 'format', 'devicePixelRatio', 'scale', 'returnUrl', 'brandKitId'],
    ...['options', 'theme', 'header', 'legend', 'kpiStrip', 'footer', 'border', 'borderRadius', 'padding'],
    'backgroundColor',
  ]);
});

test('what the editor completes and shows on hover is in it', () => {
  expect(at('type')).toEqual({ type: 'string', enum: [...chartTypes], description: 'Kind of chart' });
  expect(at('format')?.enum).toEqual([...formats]);
  expect(at('brandKitId')?.anyOf?.[0]?.enum).toEqual([...brandKits]);
  expect(at('width')).toMatchObject({ type: 'integer', minimum: 100, maximum: 4000 });
  expect(at('data', 'labels')).toMatchObject({ minItems: 1, maxItems: 1000 });
  for (const place of [
    ['width'],
    ['data'],
    ['data', 'datasets'],
    ['options'],
    ['options', 'scales'],
    ['theme'],
  ])
    expect([place, (at(...place)?.description ?? '').length > 5]).toEqual([place, true]);
});

test('it refers to nothing outside itself', () => {
  expect(JSON.stringify(schema)).not.toContain('$ref');
});

test('sound: what readSpec takes, it takes', () => {
  const refused = Array.from({ length: 300 }, (_, i) => randomChart(i)).filter((chart) => !accepts(chart));
  expect(refused).toEqual([]);
});

describe('rules that it expresses', () => {
  test.each<[place: string, value: unknown]>([
    ['type', 'scatter'],
    ['width', 99],
    ['width', 100.5],
    ['data.labels', []],
    ['data.datasets', []],
    ['data.datasets.0.data', ['1']],
    ['options.scales.y.ticks.count', 501],
    ['options.scales.y.time', {}],
    ['options.onClick', 'x'],
    ['options.plugins.annotation', true],
    ['options.scales.9y', {}],
    ['theme.palette', ['red']],
    ['header.logoUrl', 'http://x'],
    ['titel', 'x'],
  ])('%s = %j', (place, value) => {
    const chart = withAt(smallChart(), place, value);
    expect([accepts(smallChart()), accepts(chart), verdict(chart).length > 0]).toEqual([true, false, true]);
  });
});

describe('rules that it cannot express: readSpec refuses, it accepts', () => {
  const wide = { width: 4000, height: 4000, devicePixelRatio: 4 };
  test.each<[rule: string, chart: unknown]>([
    ['the bitmap as a whole', { ...smallChart(), ...wide }],
    ['scale against devicePixelRatio', { ...smallChart(), scale: 1, devicePixelRatio: 2 }],
    ['kinds that share a picture', withAt(smallChart(), 'data.datasets.0.type', 'pie')],
    ['bounds on an axis of labels', withAt(smallChart(), 'options.scales.x.bounds', 'data')],
    ['an axis whose id says nothing', withAt(smallChart(), 'options.scales.profit', {})],
    ['the kind of an r axis', withAt(smallChart('radar'), 'options.scales.r.type', 'linear')],
    ['a crossing of an axis that is not there', withAt(smallChart(), 'options.scales.y.position', { y9: 1 })],
    [
      'the number of axes',
      withAt(
        smallChart(),
        'options.scales',
        Object.fromEntries(Array.from({ length: 13 }, (_, i) => [`y${i}`, {}])),
      ),
    ],
    [
      'a border for each side of a line',
      withAt(smallChart('line'), 'data.datasets.0.borderWidth', { top: 1 }),
    ],
    ['a dash under a pixel', withAt(smallChart('line'), 'data.datasets.0.borderDash', [0.5])],
    [
      'a shape with two colours',
      withAt(smallChart('line'), 'data.datasets.0.fill', { target: 'shape', above: 'red' }),
    ],
    ['a locale that is none', withAt(smallChart(), 'options.locale', 'no such tag')],
    [
      'a number format that contradicts itself',
      withAt(smallChart(), 'options.scales.y.ticks.format', { style: 'currency' }),
    ],
    ['a number too small to count with', withAt(smallChart(), 'data.datasets.0.data', [1e-13])],
    ['a number too large to count with', withAt(smallChart(), 'data.datasets.0.data', [1e16])],
    ['a known name in an unknown corner', withAt(smallChart(), 'options.corner.count', 1e9)],
    ['names of Object.prototype', withAt(smallChart(), 'options.constructor', 1)],
    ['names that begin with _ or $', withAt(smallChart(), 'options._x', 1)],
    ['the length of any text', withAt(smallChart(), 'data.labels', ['x'.repeat(2001)])],
    [
      'the length of all texts',
      withAt(
        smallChart(),
        'data.labels',
        Array.from({ length: 60 }, () => 'x'.repeat(1999)),
      ),
    ],
    ['the lines of a text', withAt(smallChart(), 'data.labels', ['\n'.repeat(101)])],
    ['the length of a key', withAt(smallChart(), `options.${'x'.repeat(101)}`, 1)],
    [
      'the length of any list',
      withAt(
        smallChart(),
        'options.list',
        Array.from({ length: 1001 }, () => 1),
      ),
    ],
    ['nesting', withAt(smallChart(), `options.${Array.from({ length: 30 }, () => 'a').join('.')}`, 1)],
    [
      'the number of values',
      withAt(
        smallChart(),
        'options.list',
        Array.from({ length: 70 }, () => Array.from({ length: 999 }, () => 1)),
      ),
    ],
  ])('%s', (_, chart) => {
    expect(accepts(chart)).toBe(true);
    expect(verdict(chart).length).toBeGreaterThan(0);
  });
});
