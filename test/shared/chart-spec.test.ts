// In: charts with one field right, at its edge or wrong. Out: that readSpec accepts the one and says the documented sentence
// for the other, at the right place.
import { describe, expect, test } from 'vitest';
import { brandKits, chartTypes, DEFAULTS, dotted, formats, readSpec } from '#shared/chart-spec.ts';
import { smallChart, specOf, verdict, withAt } from '../fixtures/charts.ts';

const many = <T>(count: number, item: T): T[] => Array.from({ length: count }, () => item);
const series = { data: [1] };
const uuid = '2b1f7c1e-9a53-4c39-8d0a-0f6f5ad0f1aa';

describe('values that are accepted', () => {
  test.each<[place: string, values: unknown[]]>([
    ['type', [...chartTypes]],
    ['format', [...formats]],
    ['brandKitId', [...brandKits, uuid, uuid.toUpperCase()]],
    ['width', [100, 101, 800, 4000]],
    ['height', [100, 4000]],
    ['devicePixelRatio', [1, 1.5, 4]],
    ['scale', [1, 2.25, 4]],
    ['returnUrl', [true, false]],
    ['data.labels', [['a'], many(1000, 'a'), ['']]],
    ['data.datasets', [[series], many(20, series)]],
    ['data.datasets.0.data', [[], [null], [0, -5, 2.5, null], many(1000, 1), [1e15, -1e15, 1e-12, -0]]],
    ['data.datasets.0.type', ['line', 'bar']],
    ['data.datasets.0.backgroundColor', ['#fff', 'tomato', ['#fff', '#000'], 'x'.repeat(100)]],
    ['data.datasets.0.pointRadius', [0, 200, [1, 2, 3]]],
    ['data.datasets.0.borderDash', [[], [6, 4], [0, 8], many(16, 1)]],
    ['data.datasets.0.fill', [true, 'origin', '-1', 0, { value: 3 }, { target: 'origin', above: 'red' }]],
    ['data.datasets.0.datalabels', [false, { anchor: 'end', offset: 4 }]],
    ['options.plugins.datalabels', [false, {}, { align: 'top', format: { style: 'percent' }, prefix: '$' }]],
    ['options.plugins.annotation', [false, {}, { annotations: [] }, { annotations: { goal: { value: 3 } } }]],
    ['options.plugins.annotation.annotations', [many(50, { type: 'line', scaleID: 'y', value: 2 })]],
    ['data.datasets.0.somethingOfAPlugin', [{ deep: [1, 'two'] }]],
    ['data.datasets.0.borderWidth', [0, 1000, [1, 2], { top: 2 }]],
    ['options', [{}, { indexAxis: 'y' }, { responsive: true, animation: { duration: 400 } }]],
    ['options.plugins.legend', [false, { display: false }, { position: 'bottom' }]],
    ['options.plugins.title.text', ['Sales', ['Sales', 'by month']]],
    ['options.scales.y.min', [0, -1e15, 1e-12, '3']],
    ['options.scales.y.ticks.count', [2, 500]],
    ['options.scales.y.ticks.maxTicksLimit', [1, 500]],
    ['options.scales.y.ticks.stepSize', [0.5, 1e-12]],
    ['options.scales.y.bounds', ['ticks', 'data']],
    ['options.scales.y.position', ['right', 'center', { x: 1 }]],
    ['options.scales.profit', [{ axis: 'y' }]],
    ['options.locale', ['en', 'de-CH', 'zh-Hant-TW']],
    ['theme', [{}, { mode: 'dark', palette: ['#fff', '#12345678'] }, { corporate: { anything: true } }]],
    ['header', [{}, { eyebrow: 'a', title: 'b', subtitle: 'c', badge: { text: 'd', borderRadius: 64 } }]],
    ['header.logoUrl', ['https://example.org/logo.png']],
    ['legend', [{}, { display: true, position: 'top', style: 'square', fontSize: 12, gap: 0 }]],
    ['kpiStrip', [[], many(6, { label: 'Users', value: '1 204', color: 'green' })]],
    ['footer', [{}, { left: 'a', right: 'b', borderTop: true }, { borderTop: '#ddd' }]],
    ['border', [{}, { color: '#000', width: 64 }]],
    ['borderRadius', [0, 64]],
    ['padding', ['email', 'slack', 0, 200]],
    ['backgroundColor', ['#fff', 'transparent']],
  ])('%s', (place, values) => {
    for (const value of values)
      expect([value, verdict(withAt(smallChart(), place, value))]).toEqual([value, []]);
  });
});

const wanted = {
  type: "Expected 'line' | 'bar' | 'pie' | 'doughnut' | 'radar' | 'polarArea'",
  format: "Expected 'png' | 'jpeg' | 'svg' | 'webp' | 'pdf'",
  kit: 'Expected obsidian, linen, polar, studio, ember, harbor or the UUID of a saved kit',
};

const functions = 'Functions cannot be sent as JSON. To format numbers, use "format"';

describe('values that are refused, with the sentence', () => {
  test.each<[place: string, value: unknown, sentence: string, saidAt?: string]>([
    ['type', undefined, 'Required'],
    ['type', 'Bar', `Invalid value. ${wanted.type}, received 'Bar'. Did you mean 'bar'?`],
    ['type', 'scatter', `Invalid value. ${wanted.type}, received 'scatter'`],
    ['type', 7, `Invalid value. ${wanted.type}, received number`],
    ['format', 'jpg', `Invalid value. ${wanted.format}, received 'jpg'. Did you mean 'jpeg'?`],
    ['format', null, `Invalid value. ${wanted.format}, received null`],
    ['width', 99, 'Number must be greater than or equal to 100'],
    ['width', 4001, 'Number must be less than or equal to 4000'],
    ['width', 100.5, 'Expected integer, received float'],
    ['width', '800', 'Expected number, received string'],
    ['width', null, 'Expected number, received null'],
    ['height', 99, 'Number must be greater than or equal to 100'],
    ['height', 4001, 'Number must be less than or equal to 4000'],
    ['height', [400], 'Expected number, received array'],
    ['devicePixelRatio', 0.99, 'Number must be greater than or equal to 1'],
    ['devicePixelRatio', 4.01, 'Number must be less than or equal to 4'],
    ['scale', 5, 'Number must be less than or equal to 4'],
    ['returnUrl', 'true', 'Expected boolean, received string'],
    ['brandKitId', 'obsidean', wanted.kit],
    ['data', undefined, 'Required'],
    ['data', [], 'Expected object, received array'],
    ['data.labels', undefined, 'Required'],
    ['data.labels', [], 'At least 1 label is required'],
    ['data.labels', many(1001, 'a'), 'Array must contain at most 1000 elements'],
    ['data.labels', 'Jan', 'Expected array, received string'],
    ['data.labels', { length: 3 }, 'Expected array, received object'],
    ['data.labels.1', 5, 'Expected string, received number'],
    ['data.datasets', undefined, 'Required'],
    ['data.datasets', [], 'At least 1 dataset is required'],
    ['data.datasets', many(21, series), 'Array must contain at most 20 elements'],
    ['data.datasets.0', 5, 'Expected object, received number'],
    ['data.datasets.0.data', undefined, 'Required'],
    ['data.datasets.0.data', many(1001, 1), 'At most 1000 data points per dataset are allowed'],
    ['data.datasets.0.data', '1,2', 'Expected array, received string'],
    ['data.datasets.0.data.1', '5', 'Expected number or null, received string'],
    ['data.datasets.0.data.1', { x: 1, y: 2 }, 'Expected number or null, received object'],
    ['data.datasets.0.data.1', 1e16, 'Number must be between -1000000000000000 and 1000000000000000'],
    ['data.datasets.0.data.1', -1e-13, 'Number must be 0 or at least 1e-12 away from it'],
    ['data.datasets.0.borderDash', many(17, 1), 'Array must contain at most 16 elements'],
    [
      'data.datasets.0.borderDash',
      [6, 0.5],
      'A dash or a gap must be 0 or at least 1 px long',
      'data.datasets.0.borderDash.1',
    ],
    ['data.datasets.0.pointRadius', 201, 'Number must be less than or equal to 200'],
    ['data.datasets.0.backgroundColor', 5, 'Expected string or array, received number'],
    ['data.datasets.0.backgroundColor', 'x'.repeat(101), 'String must contain at most 100 characters'],
    ['options', [], 'Expected object, received array'],
    ['options.onClick', 'x', functions],
    ['options.devicePixelRatio', 2, 'Set devicePixelRatio at the top level, beside width and height'],
    ['options.aspectRatio', 2, 'The size is set by width and height at the top level'],
    ['options.plugins.annotation', true, 'Invalid value. Expected false, received boolean'],
    ['options.plugins.annotation.annotations', many(51, {}), 'At most 50 annotations are allowed'],
    ['options.plugins.datalabels.formatter', 'x', functions],
    ['options.plugins.legnd', {}, 'Unrecognized key "legnd". Did you mean "legend"?'],
    ['options.scales.y.ticks.count', 501, 'Number must be less than or equal to 500'],
    ['options.scales.y.ticks.count', 1, 'Number must be greater than or equal to 2'],
    ['options.scales.y.ticks.stepSize', 0, 'Number must be greater than 0'],
    [
      'options.scales.x.type',
      'timeseries',
      'Time axes are not available: send the dates as text in data.labels',
    ],
    ['options.locale', 'not a tag', 'Expected a language tag such as "en" or "de-CH"'],
    ['theme.palette', [], 'At least 1 colour is required'],
    ['theme.palette', ['#fff', 'red'], 'Expected a hex colour such as "#3b82f6"', 'theme.palette.1'],
    ['theme.mode', 'sepia', "Invalid value. Expected 'light' | 'dark', received 'sepia'"],
    ['theme.fontSize', 0, 'Number must be greater than or equal to 1'],
    ['header.logoUrl', 'http://example.org/logo.png', 'Only https URLs are allowed'],
    ['header.logo', 'x', 'Unrecognized key "logo"'],
    ['legend.position', 'left', "Invalid value. Expected 'top', received 'left'"],
    ['kpiStrip', many(7, { label: 'a', value: 'b' }), 'Array must contain at most 6 elements'],
    ['kpiStrip', [{ label: 'Users', value: 5 }], 'Expected string, received number', 'kpiStrip.0.value'],
    ['footer.left', 5, 'Expected string, received number'],
    ['footer.borderTop', 5, 'Expected boolean or string, received number'],
    ['border.width', 65, 'Number must be less than or equal to 64'],
    ['borderRadius', 65, 'Number must be less than or equal to 64'],
    ['borderRadius', -1, 'Number must be greater than or equal to 0'],
    ['padding', 201, 'Number must be less than or equal to 200'],
    [
      'padding',
      'emial',
      "Invalid value. Expected 'email' | 'slack', received 'emial'. Did you mean 'email'?",
    ],
    ['backgroundColor', 5, 'Expected string, received number'],
    ['titel', 'x', 'Unrecognized key "titel"'],
    ['hieght', 300, 'Unrecognized key "hieght". Did you mean "height"?'],
    ['labels', ['a'], 'Unrecognized key "labels"'],
  ])('%s = %j', (place, value, sentence, saidAt = place) => {
    const said = verdict(withAt(smallChart(), place, value));
    expect(said.filter((line) => line.startsWith(`${saidAt}: `))).toEqual([`${saidAt}: ${sentence}`]);
  });
});

describe('what is said', () => {
  test.each([
    [null, 'Expected object, received null'],
    [undefined, 'Required'],
    ['{}', 'Expected object, received string'],
    [[1, 2, 3], 'Expected object, received array'],
    [5, 'Expected object, received number'],
  ])('%j at the root', (value, sentence) => {
    expect(verdict(value)).toEqual([`: ${sentence}`]);
  });

  test('all issues come at once, in the order of the schema, with dotted places', () => {
    const chart = { type: 'bar', width: 5000, data: { labels: [], datasets: [{ data: ['x'] }] }, titel: 1 };
    expect(verdict(chart)).toEqual([
      'data.labels: At least 1 label is required',
      'data.datasets.0.data.0: Expected number or null, received string',
      'width: Number must be less than or equal to 4000',
      'titel: Unrecognized key "titel"',
    ]);
  });

  test('the example of the documentation gives its two sentences', () => {
    expect(verdict({ ...smallChart(), data: { labels: [], datasets: [series] }, width: 9999 })).toEqual([
      'data.labels: At least 1 label is required',
      'width: Number must be less than or equal to 4000',
    ]);
  });

  test('one place has one issue', () => {
    const said = verdict(
      withAt(smallChart(), 'data.datasets.0.data', [Number.NaN, Number.POSITIVE_INFINITY]),
    );
    expect(said).toEqual([
      'data.datasets.0.data.0: Number must be finite',
      'data.datasets.0.data.1: Number must be finite',
    ]);
  });

  test('at most a hundred issues are listed', () => {
    expect(verdict(withAt(smallChart(), 'data.datasets.0.data', many(1000, 'x')))).toHaveLength(100);
  });

  test('dotted', () => {
    expect([dotted([]), dotted(['data', 'datasets', 0, 'data'])]).toEqual(['', 'data.datasets.0.data']);
  });
});

describe('what is filled in', () => {
  test('the documented defaults', () => {
    expect(DEFAULTS).toEqual({
      width: 800,
      height: 400,
      format: 'png',
      devicePixelRatio: 1,
      returnUrl: false,
    });
    expect(specOf(smallChart())).toEqual({ ...DEFAULTS, ...smallChart() });
  });

  test('scale is another name of devicePixelRatio and is gone afterwards', () => {
    const spec = specOf({ ...smallChart(), scale: 3 });
    expect(spec.devicePixelRatio).toBe(3);
    expect(spec).not.toHaveProperty('scale');
    expect(specOf({ ...smallChart(), scale: 2, devicePixelRatio: 2 }).devicePixelRatio).toBe(2);
  });

  test('a ratio said twice, differently, is refused', () => {
    expect(verdict({ ...smallChart(), scale: 2, devicePixelRatio: 3 })).toEqual([
      'scale: scale is another name of devicePixelRatio: give one of them',
    ]);
  });

  test('the input is not changed, and nothing of it is shared with the result', () => {
    const chart = withAt(smallChart(), 'options.scales.y.ticks.color', ['red']);
    const before = structuredClone(chart);
    const spec = specOf(chart);
    expect(chart).toEqual(before);
    expect(spec.data.labels).not.toBe((chart.data as { labels: unknown }).labels);
  });

  test('reading twice changes nothing', () => {
    const chart = withAt(smallChart(), 'options.scales.y.ticks.format', { maximumFractionDigits: 0 });
    const spec = specOf(chart);
    expect(readSpec(spec)).toEqual({ ok: true, spec });
  });

  test('options that the tree does not know are accepted and left out of what is drawn', () => {
    const spec = specOf(withAt(smallChart(), 'options.scales.y', { unheardOf: { x: 1 }, min: 1 }));
    expect(spec.options?.scales?.y).toEqual({ min: 1 });
  });
});
