// In: configurations of the Image-Charts dialect. Out: whether what Chart.js ignores is dropped, what is missing is filled in, and
// the result is a chart like any other.
import { describe, expect, it } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { imageChartsChart, type Wanted } from '#shared/image-charts-chart.ts';
import fc, { runs } from '../support/properties.ts';

const wanted: Wanted = { version: '4', width: 500, height: 300, background: undefined, retina: false };
const made = (config: unknown, more: Partial<Wanted> = {}) =>
  imageChartsChart(config, { ...wanted, ...more });
const size = { width: 500, height: 300, format: 'png', devicePixelRatio: 1 };
const bar = (data: object, more: object = {}) => ({ type: 'bar', data, ...more });

describe('a configuration of the Image-Charts dialect', () => {
  it('gets its size, ratio and background from the query, whatever it says itself', () => {
    const data = { labels: ['a'], datasets: [{ data: [1] }] };
    const config = bar(data, {
      width: 9,
      format: 'pdf',
      devicePixelRatio: 4,
      backgroundColor: 'red',
      returnUrl: true,
    });
    expect(made(config)).toEqual({ ...size, type: 'bar', data });
    expect(made(config, { retina: true, background: 'blue' })).toEqual({
      ...{ ...size, devicePixelRatio: 2, backgroundColor: 'blue' },
      ...{ type: 'bar', data },
    });
  });

  it('loses what Chart.js would ignore or what only a page can use', () => {
    const data = { labels: ['a'], datasets: [{ data: [1] }] };
    const config = bar(
      { ...data, xLabels: ['b'] },
      {
        plugins: [{}],
        width: 1,
        options: {
          ...{ responsive: true, aspectRatio: 2, devicePixelRatio: 3, animation: false, events: ['click'] },
          scales: { y: { min: 0 } },
          plugins: { title: { text: 'T' }, zoom: { x: 1 }, outlabels: {} },
        },
      },
    );
    const options = { scales: { y: { min: 0 } }, plugins: { title: { text: 'T' } } };
    expect(made(config)).toEqual({ ...size, type: 'bar', data, options });
    expect(readSpec(made(config)).ok).toBe(true);
  });

  it.each([
    [{ datasets: [{ data: [1, 2, 3] }, { data: [1] }] }, ['', '', '']],
    [{ labels: [], datasets: [{ data: [1] }] }, ['']],
    [{ labels: null, datasets: [] }, ['']],
    [
      { labels: [2024, null, ['two', 'lines'], true], datasets: [{ data: [1] }] },
      ['2024', '', 'two lines', 'true'],
    ],
  ])('has labels: %j', (data, labels) => {
    expect(made(bar(data))).toMatchObject({ data: { labels } });
  });

  it('draws no legend of slices without names, unless one is asked for', () => {
    const pie = (options?: object) => ({ type: 'pie', data: { datasets: [{ data: [1, 2] }] }, options });
    const quiet = { plugins: { legend: { display: false } } };
    expect(made(pie())).toMatchObject({ options: quiet });
    expect(made(pie({ legend: { display: true } }), { version: '2.8.0' })).toMatchObject({
      options: { plugins: { legend: { display: true } } },
    });
    expect(made({ ...pie(), data: { labels: ['a'], datasets: [{ data: [1] }] } })).not.toHaveProperty(
      'options',
    );
  });

  it('reads numbers and names that are written in another type', () => {
    const data = {
      labels: ['a'],
      datasets: [{ label: 2024, stack: 1, data: ['1', ' -2.5 ', '1e3', null, 'x', ''] }],
    };
    expect(made(bar(data))).toMatchObject({
      data: { datasets: [{ label: '2024', stack: '1', data: [1, -2.5, 1000, null, 'x', ''] }] },
    });
  });

  it('leaves to the schema what is no chart', () => {
    for (const config of [null, 1, 'text', [], true])
      expect(made(config, { version: '2.8.0' })).toEqual(config);
    expect(made({})).toEqual(size);
  });

  it('never throws, and judging the result never does', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), fc.jsonValue(), (data, datasets, options) => {
        for (const version of ['2.8.0', '4'] as const)
          for (const config of [
            data,
            { type: 'pie', data, options },
            { data: { datasets, labels: data }, options },
          ])
            expect(typeof readSpec(made(config, { version })).ok).toBe('boolean');
      }),
      runs(500),
    );
  });
});
