// In: charts of all kinds, finished and odd. Out: whether what is read out tells what the picture shows, is never empty and stays short.
import { describe, expect, test } from 'vitest';
import { ALT_CHARACTERS, altText } from '#shared/alt-text.ts';
import { inOrder } from '#shared/label-order.ts';
import { examples } from '../../src/examples.ts';
import { specOf } from '../fixtures/charts.ts';
import { randomChart } from '../fixtures/random-chart.ts';
import fc, { runs } from '../support/properties.ts';

const alt = (chart: unknown) => altText(specOf(chart));
const series = (type: string, labels: string[], data: (number | null)[], more: object = {}) => ({
  type,
  data: { labels, datasets: [{ label: 'Sales', data }] },
  ...more,
});
const months = ['Jan', 'Feb', 'Mar', 'Apr'];

test.each(examples.map((example, i) => [example.name, i] as const))('the example “%s”', (_, i) => {
  expect(alt(examples[i]?.chart)).toBe(
    [
      'Bar chart: Orders by quarter. Q1 to Q4. 2025: rising from 412 to 603; 2026: rising from 534 to 771.',
      'Line chart: Revenue, target and cost (thousand €). Jan to Dec. Revenue: rising from 42 to 97; Target: rising from 40 to 84; Cost: rising from 31 to 50.',
      'Pie chart: Traffic by device (%). Phone 58, Laptop 31, Tablet 8, Other 3.',
      'Doughnut chart: Seats by plan. Starter 1,240 (46%), Pro 860 (32%), Business 410 (15%), Trial 190 (7%).',
      'Radar chart: Two releases compared. 1.8: Speed 6, Stability 7, Docs 5, Design 6, Price 8, Support 7; 2.0: Speed 9, Stability 8, Docs 8, Design 9, Price 7, Support 8.',
      'Polar area chart: Tickets by weekday. Mon 86, Tue 74, Wed 69, Thu 71, Fri 58, Sat 22, Sun 17.',
    ][i],
  );
});

describe('a way from first to last', () => {
  test.each<[what: string, data: (number | null)[], words: string]>([
    ['rising, with a peak on the way', [1, 5, 2, 4], 'rising from 1 to 4, highest 5 (Feb)'],
    ['falling below both ends', [9, 1, 2, 8], 'falling from 9 to 8, lowest 1 (Feb)'],
    ['back to where it began', [5, 9, 1, 5], 'from 5 back to 5, highest 9 (Feb), lowest 1 (Mar)'],
    ['always the same', [7, 7, 7, 7], 'steady at 7'],
    ['gaps are passed over', [null, 3, null, 6], 'rising from 3 to 6'],
    ['one value', [null, 3, null, null], 'Feb 3'],
    ['below zero', [-4, -3, -2, -1.25], 'rising from -4 to -1.25'],
  ])('%s', (_, data, words) => {
    expect(alt(series('line', months, data))).toBe(`Line chart. Jan to Apr. Sales: ${words}.`);
  });

  test('no value at all', () => expect(alt(series('line', months, []))).toBe('Line chart. No values.'));
});

describe('kinds', () => {
  const two = {
    datasets: [
      { label: 'a', data: [1, 2] },
      { label: 'b', data: [3, 4] },
    ],
    labels: ['x', 'y'],
  };
  test.each<[chart: object, kind: string]>([
    [{ type: 'bar', data: two, options: { scales: { x: { stacked: true } } } }, 'Stacked bar chart'],
    [{ type: 'bar', data: two, options: { indexAxis: 'y' } }, 'Horizontal bar chart'],
    [
      { type: 'bar', data: two, options: { indexAxis: 'y', scales: { y: { stacked: true } } } },
      'Stacked horizontal bar chart',
    ],
    [
      { type: 'line', data: { ...two, datasets: two.datasets.map((d) => ({ ...d, fill: true })) } },
      'Area chart',
    ],
    [
      {
        type: 'bar',
        data: { ...two, datasets: two.datasets.map((d, i) => (i ? { ...d, type: 'line' } : d)) },
      },
      'Bar and line chart',
    ],
  ])('%#', (chart, kind) => expect(alt(chart).startsWith(`${kind}.`)).toBe(true));

  test('what is hidden is in no picture and in no word', () => {
    const chart = { ...series('bar', ['a', 'b'], [1, 2]) };
    const datasets = [...chart.data.datasets, { label: 'Secret', hidden: true, data: [8, 9] }];
    expect(alt({ ...chart, data: { ...chart.data, datasets } })).toBe('Bar chart. Sales: a 1, b 2.');
  });
});

test('axis titles, currencies and the figures of a card are told as the picture writes them', () => {
  const chart = series('bar', ['Paris', 'Rome'], [1234.5, 0.125], {
    header: { title: 'Spent\n by city' },
    options: {
      scales: {
        y: {
          title: { display: true, text: 'Euro' },
          ticks: { format: { style: 'currency', currency: 'EUR' } },
        },
      },
    },
    kpiStrip: [{ label: 'Total', value: '€1.2k' }],
  });
  expect(alt(chart)).toBe(
    'Bar chart: Spent by city. Vertical axis: Euro. Sales: Paris €1,235, Rome €0.125. Figures: Total €1.2k.',
  );
});

test('the title of a question keeps its mark, a long one ends at a word', () => {
  const titled = (text: string) => ({
    ...series('pie', ['a', 'b'], [1, 1]),
    options: { plugins: { title: { display: true, text } } },
  });
  expect(alt(titled('Who came?'))).toContain('Pie chart: Who came? Sales');
  expect(alt(titled('word '.repeat(99)))).toMatch(/^Pie chart: (word ){16}word… Sales/);
});

test('what does not fit is told with less detail, then counted', () => {
  const datasets = Array.from({ length: 20 }, (_, i) => ({
    label: `Region number ${i}`,
    data: [i, 20, 1, 2 * i],
  }));
  const words = alt({ type: 'line', data: { labels: months, datasets } });
  expect(words.length).toBeLessThanOrEqual(ALT_CHARACTERS);
  expect(words).toMatch(/^Line chart\. Jan to Apr\. Region number 0: .*\. And \d+ more series\.$/);
});

test.each<[labels: string[], ordered: boolean]>([
  [['Nov 2025', 'Dec', 'January', 'Feb'], true],
  [['Sat', 'Sun', 'Monday'], true],
  [['Q4 2025', 'Q1 2026'], true],
  [['2026-01-31', '2026-02-01'], true],
  [['09:30', '10:00', '10:30'], true],
  [['Week 9', 'Week 10'], true],
  [['autumn', 'Winter', 'Spring'], true],
  [['Mar', 'Jan'], false],
  [['Paris', 'Rome'], false],
  [['Plan 1', 'Tier 2'], false],
  [['2024', '2023'], false],
  [['Jan'], false],
  [['', ''], false],
])('%j in order: %s', (labels, ordered) => expect(inOrder(labels)).toBe(ordered));

test('property: never empty, short, one line, and the same every time', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4000 }), (seed) => {
      const chart = randomChart(seed);
      const words = alt(chart);
      expect(words).toMatch(/^[A-Z][^\n\r\t]{3,}$/);
      expect(words.length).toBeLessThanOrEqual(ALT_CHARACTERS);
      expect(alt(chart)).toBe(words);
    }),
    runs(60, 1),
  );
});
