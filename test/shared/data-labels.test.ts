// In: charts with numbers on their bars, points and slices. Out: what is written, in which colour, and what is refused.
import { describe, expect, test } from 'vitest';
import { allExtras } from '#shared/all-extras.ts';
import { chartConfig } from '#shared/chart-config.ts';
import { neededExtras } from '#shared/chart-extras.ts';
import { smallChart, specOf, verdict } from '../fixtures/charts.ts';

type Label = Record<string, unknown> & { formatter: (value: unknown, point: object) => string | null };

const charted = (chart: object) => chartConfig(specOf({ ...smallChart(), ...chart }), allExtras);
const labelOf = (chart: object, at = 0) =>
  (charted(chart).data.datasets[at] as { datalabels?: unknown }).datalabels as Label;
const withLabels = (datalabels: object, type = 'bar') => ({ type, options: { plugins: { datalabels } } });
const written = (datalabels: object, value: number | null, data: (number | null)[] = [3, 1, 2]) =>
  labelOf(withLabels(datalabels)).formatter(value, { dataIndex: 1, dataset: { data } });

test.each([
  [{}, 12345.678, '12,345.68'],
  [{ format: { style: 'currency', currency: 'EUR' } }, 5, '€5.00'],
  [{ format: { notation: 'compact' } }, 12345, '12K'],
  [{ prefix: '$', suffix: 'k' }, 12, '$12k'],
  [{ prefix: '$' }, -12, '-$12'],
  [{ content: 'share' }, 3, '50%'],
  [{ content: 'share', format: { style: 'percent', maximumFractionDigits: 1 } }, 1, '16.7%'],
  [{ content: 'label' }, 1, 'Feb'],
  [{}, null, null],
])('%j writes %s as %s', (datalabels, value, text) => {
  expect(written(datalabels, value)).toBe(text);
});

test('a share of nothing is no division by zero', () => {
  expect(written({ content: 'share' }, 0, [0, 0])).toBe('0%');
});

describe('where and in which colour', () => {
  test('over a bar, under one that hangs', () => {
    const data = { labels: ['a', 'b'], datasets: [{ data: [1, -1] }] };
    expect(labelOf({ ...withLabels({}), data })).toMatchObject({
      anchor: ['end', 'start'],
      align: ['end', 'start'],
    });
  });

  test('in the middle of stacked bars and slices, in a colour that can be read there', () => {
    const theme = { palette: ['#000000', '#ffffff'] };
    const stacked = { scales: { y: { stacked: true } }, plugins: { datalabels: {} } };
    expect(labelOf({ theme, options: stacked })).toMatchObject({ anchor: 'center', color: ['#ffffff'] });
    expect(labelOf({ theme, ...withLabels({}, 'pie') }).color).toEqual(['#ffffff', '#16202e', '#ffffff']);
  });

  test('the chart’s own words win, those of a series over those for all', () => {
    const datasets = [
      { data: [1], datalabels: { align: 'top' } },
      { data: [1], datalabels: false },
      { data: [1] },
    ];
    const chart = { data: { labels: ['a'], datasets }, ...withLabels({ color: 'red', align: 'bottom' }) };
    expect(labelOf(chart)).toMatchObject({ color: 'red', align: 'top' });
    expect(labelOf(chart, 1)).toEqual({ display: false });
    expect(labelOf(chart, 2)).toMatchObject({ color: 'red', align: 'bottom' });
  });
});

test('only what a chart needs is asked for', () => {
  const needs = (chart: object) => neededExtras(specOf({ ...smallChart(), ...chart }));
  expect(needs({})).toEqual([]);
  expect(needs({ options: { plugins: { datalabels: false, annotation: false } } })).toEqual([]);
  expect(needs(withLabels({}))).toEqual(['dataLabels']);
  expect(needs({ padding: 10, options: { plugins: { annotation: {} } } })).toEqual(['card', 'annotations']);
  expect(charted({}).plugins?.map(({ id }) => id)).toEqual(['background']);
  expect(charted({}).options?.plugins).toMatchObject({ annotation: false });
});

describe('refused', () => {
  const points = (count: number, own: object) => ({
    ...smallChart('line'),
    data: {
      labels: Array.from({ length: count }, String),
      datasets: [
        { data: Array.from({ length: count }, (_, i) => i), ...own },
        { data: Array(count).fill(1), ...own },
      ],
    },
  });
  test('more labels than can be compared with each other', () => {
    expect(verdict(points(500, { datalabels: {} }))).toEqual([]);
    expect(verdict(points(501, { datalabels: { display: false } }))).toEqual([]);
    expect(verdict(points(501, { datalabels: {} }))).toEqual([
      'data.datasets: At most 1000 points may carry data labels, these are 1002',
    ]);
  });

  const annotated = (type: string, one: object) =>
    verdict({ ...smallChart(type), options: { plugins: { annotation: { annotations: { a: one } } } } });
  test('annotations on axes that are not there, or beyond the numbers', () => {
    const at = 'options.plugins.annotation.annotations.a';
    expect(annotated('bar', { scaleID: 'y', value: 3, label: { content: 'Goal' } })).toEqual([]);
    expect(annotated('bar', { scaleID: 'y2' })).toEqual([`${at}.scaleID: No axis has the id "y2"`]);
    expect(annotated('pie', { xValue: 2 })).toEqual([`${at}.xValue: A pie chart has no x axis`]);
    expect(annotated('bar', { yMin: '1e400' })).toEqual([
      `${at}.yMin: Expected a number in range, or a label`,
    ]);
    expect(annotated('bar', { type: 'label', padding: -1 })[0]).toMatch('greater than or equal to 0');
    expect(annotated('bar', { type: 'image' })[0]).toMatch(`${at}.type: Invalid value`);
  });
});
