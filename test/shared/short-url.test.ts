// In: charts. Out: whether their shortest URL draws the same picture, is the same for every spelling, and opens to itself.
import { describe, expect, test } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { imageChartsChart } from '#shared/image-charts-chart.ts';
import { readRelaxedJson } from '#shared/image-charts-json.ts';
import { readImageChartsQuery } from '#shared/image-charts-query.ts';
import { readRenderQuery, renderPath } from '#shared/render-url.ts';
import { shortJson, shortNumber } from '#shared/short-json.ts';
import { shortestPath } from '#shared/short-url.ts';
import { pictureName } from '../../server/etag.ts';
import { examples } from '../../src/examples.ts';
import { smallChart, specOf } from '../fixtures/charts.ts';
import { randomChart } from '../fixtures/random-chart.ts';
import fc, { runs } from '../support/properties.ts';

const short = (chart: unknown): string => shortestPath(chart, 'chart-output') ?? '';
const opened = (path: string): unknown => {
  const reading = readRenderQuery(path.slice(path.indexOf('?') + 1));
  return reading.ok ? reading.value : reading;
};
const tag = (chart: unknown): string => pictureName(specOf(chart), 'test');
const charts = fc.integer({ min: 1, max: 9999 }).map(randomChart);

describe('the shortest URL of Chart-Output', () => {
  test.each<[what: string, chart: object, path: string]>([
    [
      'the simple form',
      { type: 'bar', data: { labels: ['Q1', 'Q2, late', 'A+B'], datasets: [{ data: [12000, null, 0.5] }] } },
      '/api/v1/render?cht=bar&l=Q1,Q2%2C+late,A%2BB&d=12e3,,.5',
    ],
    [
      'with a title, a size, a format and a ratio',
      {
        scale: 2,
        format: 'svg',
        width: 640,
        height: 400,
        type: 'pie',
        data: { labels: ['a'], datasets: [{ data: [1] }] },
        options: { plugins: { title: { text: "It's (50%)", display: true } } },
      },
      '/api/v1/render?cht=pie&l=a&d=1&t=It%27s+%2850%25%29&width=640&format=svg&scale=2',
    ],
    [
      'more than the simple form can say',
      { type: 'bar', data: { labels: ['a'], datasets: [{ label: 'b', data: [1] }] }, width: 640 },
      `/api/v1/render?c=${Buffer.from('{"type":"bar","data":{"labels":["a"],"datasets":[{"label":"b","data":[1]}]}}').toString('base64url')}&width=640`,
    ],
    [
      'an empty list is no gap',
      { type: 'bar', data: { labels: ['a'], datasets: [{ data: [] }] } },
      `/api/v1/render?c=${Buffer.from('{"type":"bar","data":{"labels":["a"],"datasets":[{"data":[]}]}}').toString('base64url')}`,
    ],
  ])('%s', (_, chart, path) => expect(short(chart)).toBe(path));

  test('leaves out what the server ignores, and returnUrl', () => {
    const chart = { ...smallChart(), returnUrl: true, options: { typo: 1, plugins: {} } };
    expect(opened(short(chart))).toEqual({ ...smallChart(), options: { plugins: {} } });
  });

  test('there is none for what is no chart', () => {
    expect([shortestPath({ type: 'bar' }, 'chart-output'), shortestPath(7, 'image-charts')]).toEqual([
      undefined,
      undefined,
    ]);
  });

  test('every example is shorter than its plain URL, and the same picture', () => {
    for (const { chart } of examples) {
      expect(short(chart).length).toBeLessThan(renderPath(chart).length);
      expect(tag(opened(short(chart)))).toBe(tag(chart));
    }
  });

  test('property: the same ETag, for any chart', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        expect(tag(opened(short(chart)))).toBe(tag(chart));
      }),
      runs(80, 3),
    );
  });

  test('property: opened and copied again, it is the identical URL; so is the plain one', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const path = short(chart);
        expect(short(opened(path))).toBe(path);
        const plain = renderPath(chart);
        expect(renderPath(opened(plain))).toBe(plain);
      }),
      runs(80, 4),
    );
  });

  test('property: labels, titles and numbers of any kind come back from the simple form', () => {
    const number = fc.oneof(
      fc.double({ noNaN: true, min: -1e15, max: 1e15 }).filter((n) => Object.is(n, 0) || Math.abs(n) > 1e-12),
      fc.integer(),
      fc.constant(null),
    );
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1 }),
        fc.array(number),
        fc.string(),
        (labels, data, text) => {
          const chart = {
            type: 'line',
            data: { labels, datasets: [{ data }] },
            options: { plugins: { title: { display: true, text } } },
          };
          expect(specOf(opened(short(chart)))).toEqual(specOf(chart));
          expect(short(chart)).toMatch(/^[\w/?=&.,:%+-]+$/);
        },
      ),
      { seed: 5 },
    );
  });
});

describe('the shortest URL of Image-Charts', () => {
  const asked = (path: string): unknown => {
    const reading = readImageChartsQuery(path.slice(path.indexOf('?') + 1));
    if (!reading.ok) return reading.faults;
    const { text, encoding, name: _, ...rest } = reading.request;
    const json = readRelaxedJson(encoding === 'base64' ? Buffer.from(text, 'base64url').toString() : text);
    return json.ok ? imageChartsChart(json.value, { version: '4', ...rest }) : json;
  };

  test('bare keys and single quotes, and its own usual size left out', () => {
    const chart = { ...smallChart(), width: 500, height: 300, backgroundColor: '#fff' };
    expect(shortestPath(chart, 'image-charts')).toBe(
      "/chart.js/4?c=%7Btype:'bar',data:%7Blabels:%5B'Jan','Feb','Mar'%5D,datasets:%5B%7Blabel:'Revenue',data:%5B3,1,2%5D%7D%5D%7D%7D&bkg=%23fff",
    );
  });

  test('property: the same chart as by its plain words', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const { type, data, options, width, height, backgroundColor } = specOf(chart);
        const plain = { type, data, options, width, height, backgroundColor };
        const path = shortestPath(chart, 'image-charts') ?? '';
        const wanted = imageChartsChart(plain, {
          version: '4',
          width,
          height,
          background: backgroundColor,
          retina: false,
        });
        expect(readSpec(asked(path))).toEqual(readSpec(wanted));
      }),
      runs(60, 6),
    );
  });
});

test.each([
  [12000, '12e3'],
  [-5000000, '-5e6'],
  [1200, '1200'],
  [0, '0'],
  [-0, '0'],
  [0.5, '0.5'],
  [0.001, '1e-3'],
  [0.00125, '125e-5'],
  [0.05, '0.05'],
  [1e-7, '1e-7'],
  [123456, '123456'],
  [0.1 + 0.2, '0.30000000000000004'],
])('%d is written %s', (value, text) => expect(shortNumber(value)).toBe(text));

test('property: a short number is the same number, and short JSON the same value', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true }), (value) => {
      const json = JSON.parse(JSON.stringify(value)) as number;
      expect(Number(shortNumber(value))).toBe(json);
      expect(JSON.parse(shortNumber(value))).toBe(json);
      expect(Number(shortNumber(value, true))).toBe(json);
    }),
  );
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const json: unknown = JSON.parse(JSON.stringify(value));
      expect(JSON.parse(shortJson(value))).toEqual(json);
      const relaxed = shortJson(value, true);
      fc.pre(!/[\u2028\u2029]|__proto__/.test(relaxed) && typeof value !== 'string');
      expect(readRelaxedJson(relaxed)).toEqual({ ok: true, value: json });
    }),
  );
});
