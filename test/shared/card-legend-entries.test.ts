// In: charts of every kind. Out: that a card's legend shows the colour in which a series is really drawn.
import { expect, test } from 'vitest';
import { legendEntries } from '#shared/card-legend-entries.ts';
import { chartConfig } from '#shared/chart-config.ts';
import { specOf } from '../fixtures/charts.ts';

const entriesOf = (chart: object) => {
  const spec = specOf({ data: { labels: ['A', 'B'], datasets: [{ label: 'S', data: [1, 2] }] }, ...chart });
  return legendEntries(spec, chartConfig(spec).data.datasets).map(({ name, colour, swatch }) => [
    name,
    colour,
    swatch,
  ]);
};
const data = (...datasets: object[]) => ({
  data: { labels: ['A', 'B'], datasets: datasets.map((d) => ({ data: [1, 2], ...d })) },
});

test('a line has the colour of its line, dashed when it is, a bar that of its fill', () => {
  const chart = data(
    { label: 'L', type: 'line', borderColor: 'red', backgroundColor: 'blue' },
    { label: 'D', type: 'line', borderDash: [4, 4] },
    { label: 'B', backgroundColor: ['green', 'black'] },
    { label: 'K' },
  );
  expect(entriesOf({ type: 'bar', brandKitId: 'obsidian', ...chart })).toEqual([
    ['L', 'red', 'line'],
    ['D', '#3b82f6', 'dashed'],
    ['B', 'green', 'square'],
    ['K', '#e879c8', 'square'],
  ]);
});

test('the style that is asked for holds for all', () => {
  const chart = data({ label: 'L', type: 'line' }, { label: 'B' });
  expect(entriesOf({ type: 'bar', legend: { style: 'square' }, ...chart }).map((e) => e[2])).toEqual([
    'square',
    'square',
  ]);
});

test('slices have names and colours of their own', () => {
  expect(entriesOf({ type: 'pie', theme: { palette: ['#111111', '#222222'] } })).toEqual([
    ['A', '#111111ff', 'square'],
    ['B', '#222222ff', 'square'],
  ]);
});

test('options for all elements, and for the whole chart, where the series says nothing', () => {
  const elements = { bar: { backgroundColor: 'pink' } };
  expect(entriesOf({ type: 'bar', options: { elements } })).toEqual([['S', 'pink', 'square']]);
  expect(entriesOf({ type: 'bar', options: { backgroundColor: 'gold' } })).toEqual([['S', 'gold', 'square']]);
});

test('series without a name or hidden are left out', () => {
  const chart = data({ label: ' ' }, {}, { label: 'H', hidden: true }, { label: 'V' });
  expect(entriesOf({ type: 'bar', ...chart }).map(([name]) => name)).toEqual(['V']);
});
