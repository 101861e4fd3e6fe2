// In: charts of this playground. Out: whether the URL of the other dialect asks for the same picture, and what it must leave out.
import { describe, expect, it } from 'vitest';
import { imageChartsPath, notInImageCharts } from '#shared/image-charts-url.ts';

const chart = { type: 'bar', data: { labels: ['a & b', '+%#'], datasets: [{ label: 'é', data: [1, 2] }] } };
const queryOf = (value: unknown) => new URLSearchParams(imageChartsPath(value).split('?')[1]);

describe('an Image-Charts URL', () => {
  it('carries the chart whole, its size beside it', () => {
    const query = queryOf({ ...chart, options: { indexAxis: 'y' }, width: 640, backgroundColor: '#fff' });
    expect(JSON.parse(query.get('c') ?? '')).toEqual({ ...chart, options: { indexAxis: 'y' } });
    expect([query.get('width'), query.get('height'), query.get('backgroundColor')]).toEqual([
      '640',
      '400',
      '#fff',
    ]);
  });

  it('leaves out what the dialect has no word for, and says so', () => {
    const rich = { ...chart, theme: { mode: 'dark' }, format: 'svg', width: 300 };
    expect(queryOf(rich).get('c')).not.toContain('theme');
    expect(notInImageCharts(rich)).toEqual(['theme', 'format']);
    expect(notInImageCharts(chart)).toEqual([]);
  });

  it.each([['{broken'], [7], [null], [[1]]])('sends what is no chart as it is: %j', (value) => {
    expect(queryOf(value).get('c')).toBe(typeof value === 'string' ? value : JSON.stringify(value));
    expect(notInImageCharts(value)).toEqual([]);
  });
});
