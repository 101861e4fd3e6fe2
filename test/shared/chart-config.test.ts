// In: valid charts. Out: that what the renderer owns cannot be set by a chart, that a chart's own words win over our look, and
// that nothing is shared between the two.
import type { ChartConfiguration, ChartDataset } from 'chart.js';
import { describe, expect, test, vi } from 'vitest';
import { chartConfig } from '#shared/chart-config.ts';
import { colourAt, FONT_FAMILY, faded, lookOf } from '#shared/chart-look.ts';
import { chartTypes } from '#shared/chart-spec.ts';
import { smallChart, specOf, withAt } from '../fixtures/charts.ts';
import { randomChart } from '../fixtures/random-chart.ts';

type Bag = Record<string, unknown>;
const configOf = (chart: unknown): ChartConfiguration => chartConfig(specOf(chart));
/** Of the configuration's options; undefined where there is nothing. */
const at = (config: ChartConfiguration, place: string): unknown =>
  place.split('.').reduce<unknown>((value, name) => (value as Bag | undefined)?.[name], config.options);
const first = (chart: unknown) => configOf(chart).data.datasets[0] as ChartDataset & Bag;

/** Every value in a tree with its dotted place. */
function places(value: unknown, place = ''): [string, unknown][] {
  if (typeof value !== 'object' || value === null) return [[place, value]];
  return [
    [place, value],
    ...Object.entries(value).flatMap(([key, inner]) => places(inner, `${place}.${key}`)),
  ];
}

const objectsIn = (value: unknown) =>
  places(value)
    .map(([, inner]) => inner)
    .filter((inner) => typeof inner === 'object' && inner !== null);

describe('what the renderer owns', () => {
  const owned = {
    responsive: false,
    maintainAspectRatio: false,
    animation: false,
    events: [],
    normalized: true,
    devicePixelRatio: 1,
  };

  test('cannot be set by the chart', () => {
    const options = {
      responsive: true,
      maintainAspectRatio: true,
      animation: { duration: 9e9 },
      events: ['click'],
      normalized: false,
      parsing: false,
      interaction: { mode: 'x' },
    };
    const config = configOf({ ...smallChart(), options });
    expect(config.options).toMatchObject(owned);
    expect([at(config, 'parsing'), at(config, 'interaction')]).toEqual([undefined, undefined]);
  });

  test.each([
    ['png', 3],
    ['jpeg', 3],
    ['webp', 3],
    ['svg', 1],
    ['pdf', 1],
  ])('the ratio of a %s is %d', (format, ratio) => {
    expect(configOf({ ...smallChart(), format, devicePixelRatio: 3 }).options).toMatchObject({
      ...owned,
      devicePixelRatio: ratio,
    });
  });

  test('one plugin, ours: it paints the background and restores the context', () => {
    const [plugin, ...more] = configOf({ ...smallChart(), backgroundColor: '#123456' }).plugins ?? [];
    const ctx = { save: vi.fn(), restore: vi.fn(), fillRect: vi.fn(), fillStyle: '' };
    plugin?.beforeDraw?.({ ctx, width: 300, height: 200 } as never, {} as never, {} as never);
    expect(more).toEqual([]);
    expect(ctx.fillStyle).toBe('#123456');
    expect(ctx.fillRect.mock.calls).toEqual([[0, 0, 300, 200]]);
    expect([ctx.save, ctx.restore].map((call) => call.mock.calls.length)).toEqual([1, 1]);
  });
});

describe('fonts', () => {
  test('every family anywhere is the bundled one, every other word about a font is kept', () => {
    const font = { family: 'Comic Sans MS', size: 17, style: 'italic' };
    const chart = {
      ...smallChart(),
      options: {
        font,
        plugins: {
          title: { display: true, text: 'x', font },
          subtitle: { font },
          legend: { labels: { font }, title: { font } },
        },
        scales: { y: { ticks: { font }, title: { font } }, x2: { ticks: { font } } },
      },
    };
    const fonts = places(configOf(chart).options).filter(([place]) => place.endsWith('.font'));
    expect(fonts.length).toBeGreaterThan(8);
    const families = places(configOf(chart).options).filter(([place]) => place.endsWith('.font.family'));
    expect(families.map(([, family]) => family)).toEqual(families.map(() => FONT_FAMILY));
    expect(families).toHaveLength(11);
    expect(at(configOf(chart), 'scales.x2.ticks.font')).toEqual({
      ...font,
      weight: 400,
      family: FONT_FAMILY,
    });
  });

  test('the chart’s own size reaches every text, and that of a place wins there', () => {
    const scales = { x: { ticks: { font: { size: 9 } } } };
    const config = configOf({
      ...smallChart(),
      options: { font: { size: 21, style: 'italic' }, scales },
    });
    expect(at(config, 'scales.y.ticks.font')).toMatchObject({ size: 21, style: 'italic' });
    expect(at(config, 'plugins.legend.labels.font')).toMatchObject({ size: 21, style: 'italic' });
    expect(at(config, 'scales.x.ticks.font')).toMatchObject({ size: 9, style: 'italic' });
  });

  test('no chart at all names another family', () => {
    for (let seed = 1; seed <= 40; seed++) {
      const families = places(configOf(randomChart(seed)).options).filter(([place]) =>
        place.endsWith('font.family'),
      );
      expect(new Set(families.map(([, family]) => family))).toEqual(new Set([FONT_FAMILY]));
    }
  });
});

describe('the chart’s own words win over our look', () => {
  test.each<[place: string, value: unknown]>([
    ['plugins.legend.display', true],
    ['plugins.legend.position', 'bottom'],
    ['plugins.legend.labels.pointStyle', 'star'],
    ['plugins.legend.labels.color', 'red'],
    ['plugins.title.align', 'end'],
    ['plugins.title.font.size', 40],
    ['layout.padding', 3],
    ['scales.x.grid.display', true],
    ['scales.y.beginAtZero', false],
    ['scales.y.border.display', true],
    ['scales.y.ticks.color', 'red'],
    ['scales.y.ticks.maxTicksLimit', 3],
    ['locale', 'de'],
    ['color', 'red'],
  ])('options.%s', (place, value) => {
    const plain = at(configOf({ ...smallChart() }), place);
    expect(at(configOf(withAt(smallChart(), `options.${place}`, value)), place)).toEqual(value);
    expect(plain).not.toEqual(value);
  });

  test('false in place of a plugin switches it off', () => {
    expect(at(configOf(withAt(smallChart(), 'options.plugins.legend', false)), 'plugins.legend')).toBe(false);
  });

  test.each<[type: string, key: string, value: unknown]>([
    ['bar', 'backgroundColor', 'red'],
    ['bar', 'borderRadius', 0],
    ['bar', 'maxBarThickness', 5],
    ['line', 'borderColor', 'red'],
    ['line', 'pointRadius', 9],
    ['line', 'borderWidth', 1],
    ['radar', 'backgroundColor', 'red'],
    ['pie', 'backgroundColor', ['red', 'green', 'blue']],
    ['polarArea', 'borderWidth', 0],
  ])('%s: %s of a dataset', (type, key, value) => {
    expect(first(smallChart(type))[key]).not.toEqual(value);
    expect(first(withAt(smallChart(type), `data.datasets.0.${key}`, value))[key]).toEqual(value);
  });

  test.each<[type: string, option: string, key: string]>([
    ['bar', 'elements.bar.backgroundColor', 'backgroundColor'],
    ['bar', 'elements.bar.borderRadius', 'borderRadius'],
    ['line', 'elements.line.borderWidth', 'borderWidth'],
    ['line', 'elements.point.radius', 'pointRadius'],
    ['radar', 'elements.line.borderWidth', 'borderWidth'],
    ['doughnut', 'elements.arc.borderWidth', 'borderWidth'],
    ['line', 'backgroundColor', 'backgroundColor'],
    ['pie', 'borderColor', 'borderColor'],
  ])('%s: options.%s is not hidden by our %s', (type, option, key) => {
    const value = /Color$/.test(option) ? 'red' : 7;
    expect(first(smallChart(type))).toHaveProperty(key);
    expect(first(withAt(smallChart(type), `options.${option}`, value))).not.toHaveProperty(key);
  });

  test('one colour given is meant for the whole series', () => {
    const line = first(withAt(smallChart('line'), 'data.datasets.0.borderColor', '#ff0000'));
    expect(line).toMatchObject({ backgroundColor: '#ff000029', pointBackgroundColor: '#ff0000' });
  });
});

describe('nothing is shared and nothing is changed', () => {
  test('the spec is the same afterwards, and no object or list of it is in the configuration', () => {
    for (let seed = 100; seed < 140; seed++) {
      const spec = specOf(randomChart(seed));
      const before = structuredClone(spec);
      const theirs = new Set(objectsIn(spec));
      expect(objectsIn(chartConfig(spec)).filter((value) => theirs.has(value))).toEqual([]);
      expect(spec).toEqual(before);
    }
  });

  test('two configurations of one chart share nothing either', () => {
    const spec = specOf(smallChart());
    const other = new Set(objectsIn(chartConfig(spec)));
    expect(objectsIn(chartConfig(spec)).filter((value) => other.has(value))).toEqual([]);
  });

  test('a frozen spec is fine', () => {
    const spec = specOf(withAt(smallChart(), 'options.scales.y.min', 1));
    for (const [, value] of places(spec)) Object.freeze(value);
    expect(at(chartConfig(spec), 'scales.y.min')).toBe(1);
  });
});

describe('axes', () => {
  const ids = (chart: unknown) => Object.keys((configOf(chart).options?.scales ?? {}) as Bag).sort();
  const extra = { x: {}, y: {}, r: {}, y2: { position: 'right' }, profit: { axis: 'y' } };

  test.each([
    ['bar', ['x', 'y'], ['profit', 'x', 'y', 'y2']],
    ['line', ['x', 'y'], ['profit', 'x', 'y', 'y2']],
    ['radar', ['r'], ['r']],
    ['polarArea', ['r'], ['r']],
    ['pie', [], []],
    ['doughnut', [], []],
  ])('a %s has %j, and of many keeps %j', (type, usual, kept) => {
    expect(ids(smallChart(type))).toEqual(usual);
    expect(ids({ ...smallChart(type), options: { scales: extra } })).toEqual(kept);
  });

  test('an extra axis looks like the others', () => {
    const config = configOf({ ...smallChart(), options: { scales: extra } });
    expect(at(config, 'scales.y2')).toEqual({ ...(at(config, 'scales.y') as Bag), position: 'right' });
    expect(at(config, 'scales.profit')).toEqual({ ...(at(config, 'scales.y') as Bag), axis: 'y' });
  });

  test('lying bars have their labels on y', () => {
    const lying = configOf(withAt(smallChart(), 'options.indexAxis', 'y'));
    expect([at(lying, 'scales.y.grid.display'), at(lying, 'scales.x.grid.display')]).toEqual([false, true]);
    expect([at(lying, 'scales.x.beginAtZero'), at(lying, 'scales.y.beginAtZero')]).toEqual([true, undefined]);
  });

  test('bars begin at zero, lines where they like', () => {
    expect(at(configOf(smallChart('bar')), 'scales.y.beginAtZero')).toBe(true);
    expect(at(configOf(smallChart('line')), 'scales.y.beginAtZero')).toBe(false);
  });

  test('many labels are measured by a sample', () => {
    const chart = (count: number) =>
      withAt(
        smallChart(),
        'data.labels',
        Array.from({ length: count }, () => 'a'),
      );
    expect(at(configOf(chart(201)), 'scales.x.ticks.sampleSize')).toBe(50);
    expect(at(configOf(chart(200)), 'scales.x.ticks.sampleSize')).toBeUndefined();
  });

  test('what belongs to x and y is taken off a dataset that has neither', () => {
    const leftover = { stack: 's', indexAxis: 'y', xAxisID: 'x', yAxisID: 'y2', label: 'kept' };
    const dataset = (type: string) =>
      first({ type, data: { labels: ['a'], datasets: [{ data: [1], ...leftover }] } });
    for (const type of ['bar', 'line']) expect(dataset(type)).toMatchObject(leftover);
    for (const type of ['pie', 'doughnut', 'radar', 'polarArea'])
      expect(Object.keys(leftover).filter((key) => key in dataset(type))).toEqual(['label']);
  });
});

describe('digits of a number format', () => {
  test.each([
    [{ maximumFractionDigits: 0 }, 0, 0],
    [{ maximumFractionDigits: 2 }, 0, 2],
    [{ minimumFractionDigits: 1 }, 1, 3],
    [{ minimumFractionDigits: 9 }, 9, 9],
    [{ minimumFractionDigits: 1, maximumFractionDigits: 2 }, 1, 2],
    [{ style: 'percent' }, undefined, undefined],
  ])('%j', (format, minimumFractionDigits, maximumFractionDigits) => {
    const given = at(
      configOf(withAt(smallChart(), 'options.scales.y.ticks.format', format)),
      'scales.y.ticks.format',
    );
    expect(given).toMatchObject(format);
    expect([(given as Bag).minimumFractionDigits, (given as Bag).maximumFractionDigits]).toEqual([
      minimumFractionDigits,
      maximumFractionDigits,
    ]);
  });
});

describe('the look', () => {
  test('explicit field, then theme, then mode', () => {
    const look = (more: object) => lookOf(specOf({ ...smallChart(), ...more }));
    expect(look({}).background).toBe('#ffffff');
    expect(look({ theme: { mode: 'dark' } }).background).toBe('#0f141c');
    expect(look({ theme: { mode: 'dark', backgroundColor: '#111' } }).background).toBe('#111');
    expect(look({ theme: { backgroundColor: '#111' }, backgroundColor: '#222' }).background).toBe('#222');
    expect(
      look({
        theme: { textPrimary: 'a', textSecondary: 'b', gridColor: 'c', fontSize: 9, palette: ['#fff'] },
      }),
    ).toEqual({
      palette: ['#fff'],
      background: '#ffffff',
      primary: 'a',
      secondary: 'b',
      grid: 'c',
      fontSize: 9,
    });
    expect(
      look({ theme: { textSecondary: 'b', fontSize: 9 }, options: { color: 'x', font: { size: 20 } } }),
    ).toMatchObject({
      secondary: 'x',
      fontSize: 20,
    });
  });

  test('the theme’s palette goes round', () => {
    const chart = { ...smallChart('pie'), theme: { palette: ['#111111', '#222222'] } };
    expect(first(chart).backgroundColor).toEqual(['#111111ff', '#222222ff', '#111111ff']);
  });

  test('faded', () => {
    expect([
      faded('#3b6ef6', 0.16),
      faded('#3B6EF6', 1),
      faded('#fff', 0.5),
      faded('red', 0.5),
      faded('#000000', 0.01),
    ]).toEqual(['#3b6ef629', '#3B6EF6ff', '#fff', 'red', '#00000003']);
  });

  test('a palette without colours still has one', () => {
    expect(colourAt({ ...lookOf(specOf(smallChart())), palette: [] }, 3)).toBe('#3b6ef6');
  });
});

test.each(chartTypes)('a %s has its labels and series, in order', (type) => {
  const config = configOf(smallChart(type));
  expect(config).toMatchObject({
    type,
    data: { labels: ['Jan', 'Feb', 'Mar'], datasets: [{ label: 'Revenue', data: [3, 1, 2] }] },
  });
});
