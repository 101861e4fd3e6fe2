// In: the query of a template's address. Out: whether the chart holds what was brought and nothing that it contradicts, and whether a
// fault is told at the parameter that caused it.
import { describe, expect, it } from 'vitest';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { readSpec } from '#shared/chart-spec.ts';
import { templateChart } from '#shared/templates/template-chart.ts';
import { templateOf, templateSpec } from '#shared/templates/template-spec.ts';

const spec = (id: string, query = ''): ChartSpec => {
  const reading = templateSpec(id, query);
  return reading?.ok ? reading.spec : expect.fail(JSON.stringify(reading));
};
const faults = (id: string, query: string) => {
  const reading = templateSpec(id, query);
  return reading?.ok === false ? reading.details.map(({ path, message }) => `${path}: ${message}`) : [];
};
const series = ({ data }: ChartSpec) => data.datasets.map(({ label, data: points }) => [label, points]);
const kpi = ({ kpiStrip }: ChartSpec, label: string) => kpiStrip?.find((one) => one.label === label)?.value;

it('is the chart that the gallery opens, when nothing is brought', () => {
  const template = templateOf('mrr-trend') ?? expect.fail('it is gone');
  expect({ ok: true, spec: spec('mrr-trend') }).toEqual(readSpec(templateChart(template)));
  expect(spec('mrr-trend').devicePixelRatio).toBe(2);
});

it('knows no other ids', () => {
  expect(templateSpec('nothing')).toBeUndefined();
  expect(templateSpec('toString')).toBeUndefined();
  expect(templateSpec('MRR-TREND')).toBeUndefined();
});

describe('data and labels', () => {
  it('replace the sample, and the figures in words follow', () => {
    const chart = spec('mrr-trend', 'labels=A,B,C&data=1000,2000,4000');
    expect(chart.data.labels).toEqual(['A', 'B', 'C']);
    expect(series(chart)).toEqual([['MRR', [1000, 2000, 4000]]]);
    expect(kpi(chart, 'MRR')).toBe('$4,000');
    expect(kpi(chart, 'Against plan')).toBeUndefined();
    expect(chart.header?.badge?.text).toBe('+100% this month');
    expect(chart.header?.subtitle).toBe('A – C');
    expect(chart.footer).toBeUndefined();
  });

  it.each(['data=1,2;3,4', 'data=1,2%3B3,4', 'd=1,2;3,4'])('takes one list per series: %s', (query) => {
    expect(series(spec('pipeline-stages', query))).toEqual([
      ['New business', [1, 2]],
      ['Expansion', [3, 4]],
    ]);
  });

  it('computes a series that follows from others, and leaves it out where they are not given', () => {
    const names = (query: string) => series(spec('ltv-cac', query)).map(([label]) => label);
    expect(series(spec('ltv-cac', 'data=900,1000;300,0'))[2]).toEqual(['LTV to CAC', [3, null]]);
    expect(names('data=900,1000')).toEqual(['LTV']);
  });

  it('takes an empty item as a gap, and a comma inside a label as %2C', () => {
    const chart = spec('signups-bar', 'labels=a%2Cb,c+d,e&data=1,,3');
    expect(chart.data.labels).toEqual(['a,b', 'c d', 'e']);
    expect(series(chart)).toEqual([['Signups', [1, null, 3]]]);
  });

  it('keeps the labels of the sample for as many points, and counts any other number', () => {
    const twelve = Array.from({ length: 12 }, (_, i) => i + 1).join(',');
    expect(spec('mrr-trend', `data=${twelve}`).data.labels[0]).toBe('Jan');
    expect(spec('mrr-trend', 'data=5,6').data.labels).toEqual(['1', '2']);
  });

  it('renames points of the sample with labels alone, from the first on', () => {
    const chart = spec('mrr-trend', 'labels=One,Two');
    expect(series(chart)[0]).toEqual(['MRR', [86400, 89100]]);
    expect(kpi(chart, 'MRR')).toBe('$89.1K');
  });

  it('may leave the last labels without a point', () => {
    expect(series(spec('signups-bar', 'labels=a,b,c&data=1,2'))).toEqual([['Signups', [1, 2]]]);
  });
});

it('lays title, size, format, kit, ratio and colours over the template', () => {
  const chart = spec(
    'nps-trend',
    't=Our+score&width=390&height=500&format=svg&brandKitId=obsidian&scale=1&palette=%236ee7b7,3b82f6',
  );
  expect(chart.header?.title).toBe('Our score');
  expect(chart).toMatchObject({
    width: 390,
    height: 500,
    format: 'svg',
    brandKitId: 'obsidian',
    devicePixelRatio: 1,
    theme: { palette: ['#6ee7b7', '#3b82f6'] },
  });
});

it('passes over parameters that it does not know', () => {
  expect(spec('nps-trend', 'cachebust=1&key=pk_x')).toEqual(spec('nps-trend'));
});

describe('a fault is told at its parameter', () => {
  it.each([
    ['width=9000', ['width: Number must be less than or equal to 4000']],
    ['width=wide', ['width: Expected number, received string']],
    ['scale=9', ['scale: Number must be less than or equal to 4']],
    [
      'format=gif',
      ["format: Invalid value. Expected 'png' | 'jpeg' | 'svg' | 'webp' | 'pdf', received 'gif'"],
    ],
    ['palette=red', ['palette: Item 1: Expected a hex colour such as "#3b82f6"']],
    ['data=1,x,3', ["data: Item 2: Expected number, received 'x'"]],
    ['d=1,2;x', ["d: Series 2, item 1: Expected number, received 'x'"]],
    ['data=1;2;3', ['data: 3 series: this template takes at most 2']],
    ['data=1e99', ['data: Series 1, item 1: Number must be between -1000000000000000 and 1000000000000000']],
    ['labels=a,b&data=1,2,3', ['data: 3 points for 2 labels: each point needs one']],
    [
      'labels=1,2,3,4,5,6,7,8,9,10,11,12,13',
      ['labels: 13 labels for the 12 points of the sample: give data as well'],
    ],
    ['title=a&title=b', ['title: This parameter is given more than once']],
    ['t=%E0%A4', ['t: Malformed percent-encoding']],
  ])('%s', (query, expected) => {
    expect(faults('mrr-trend', query)).toEqual(expected);
  });

  it('all of them at once', () => {
    expect(faults('mrr-trend', 'width=1&height=1&palette=x').map((one) => one.split(':')[0])).toEqual([
      'width',
      'height',
      'palette',
    ]);
  });

  it('names the ratio when size and usual ratio together are too much', () => {
    expect(faults('mrr-trend', 'width=4000&height=4000')).toEqual([
      'devicePixelRatio: Width × height × ratio² must be at most 32 million pixels, this is 64 million',
    ]);
  });
});
