// In: the text of a chart and a table. Out: the same text with other labels and values, and not one other letter changed.
import { describe, expect, it } from 'vitest';
import type { ChartData } from '../../src/data/chart-data.ts';
import { fewerRows, ways } from '../../src/data/fewer-rows.ts';
import { shapeKept } from '../../src/data/shape-kept.ts';
import { type Mode, toChart } from '../../src/data/to-chart.ts';
import { applyEdits } from '../../src/editor/edit-value.ts';
import { readSpec } from '../../src/shared/chart-spec.ts';
import fc from '../support/properties.ts';

const styled = `{
  "type": "line",
  "data": {
    "labels": ["Q1", "Q2"],
    "datasets": [
      { "label": "Sales",  "data": [1, 2], "borderColor": "#3b82f6", "tension": 0.4 },
      {
        "borderDash": [4, 4],
        "data": [3, 4],
        "label": "Cost", "tension": 0.4
      }
    ]
  },
  "options": {   "plugins": { "title": { "display": true, "text": "Kept" } } }
}
`;

const table: ChartData = {
  labels: ['Jan', 'Feb', 'Mar'],
  series: [
    { name: 'Orders', data: [5, null, 7] },
    { name: 'Returns', data: [1, 2, 3] },
  ],
};

function changed(text: string, data: ChartData, mode: Mode = 'replace') {
  const plan = toChart(text, data, mode);
  if (!plan.ok) throw new Error(plan.sentence);
  return { text: applyEdits(text, plan.edits), sentence: plan.sentence, edits: plan.edits };
}

describe('replacing the data', () => {
  it('changes labels, values and names, and keeps the look and the layout', () => {
    const { text, sentence } = changed(styled, table);
    expect(text).toBe(
      styled
        .replace('["Q1", "Q2"]', '["Jan", "Feb", "Mar"]')
        .replace('"Sales"', '"Orders"')
        .replace('[1, 2]', '[5, null, 7]')
        .replace('[3, 4]', '[1, 2, 3]')
        .replace('"Cost"', '"Returns"'),
    );
    expect(sentence).toBe('3 labels and 2 series replace 2 labels and 2 series. Colours and options stay.');
  });

  it('takes surplus series out with their comma', () => {
    const { text } = changed(styled, { ...table, series: table.series.slice(0, 1) });
    expect(JSON.parse(text).data.datasets).toEqual([
      { label: 'Orders', data: [5, null, 7], borderColor: '#3b82f6', tension: 0.4 },
    ]);
    expect(text).toContain('"tension": 0.4 }\n    ]');
  });

  it('adds series with the look that all others share, and without a colour', () => {
    const more = [...table.series, { name: 'Net', data: [4, 5, 6] }];
    expect(JSON.parse(changed(styled, { ...table, series: more }).text).data.datasets[2]).toEqual({
      label: 'Net',
      data: [4, 5, 6],
      tension: 0.4,
    });
  });

  it('keeps the name of a series for a column without one', () => {
    const { text } = changed(styled, { labels: ['a'], series: [{ data: [9] }, { data: [8] }] });
    expect(JSON.parse(text).data.datasets.map(({ label }: { label: string }) => label)).toEqual([
      'Sales',
      'Cost',
    ]);
  });

  it('does nothing twice', () => {
    const once = changed(styled, table).text;
    expect(toChart(once, table, 'replace')).toMatchObject({
      ok: true,
      edits: [],
      sentence: 'The chart holds exactly this data already.',
    });
  });

  it('leaves a chart on one line on its line', () => {
    const text = '{"type":"pie","data":{"labels":["a"],"datasets":[{"data":[1]}]}}';
    expect(changed(text, { labels: ['x', 'y'], series: [{ name: 'S', data: [1, 2] }] }).text).toBe(
      '{"type":"pie","data":{"labels":["x","y"],"datasets":[{"label": "S", "data":[1,2]}]}}',
    );
  });

  it.each([
    ['no data', '{ "type": "bar" }'],
    ['no datasets', '{ "type": "bar", "data": { "labels": ["a"] } }'],
    ['no series', '{ "type": "bar", "data": { "labels": ["a"], "datasets": [] } }'],
    ['data that is a list', '{ "type": "bar", "data": [1] }'],
    ['a series that is a number', '{ "type": "bar", "data": { "labels": ["a"], "datasets": [1] } }'],
    ['no labels', '{ "type": "bar", "data": { "datasets": [{ "data": [1] }] } }'],
    [
      'a key twice',
      '{ "type": "bar", "data": 1, "data": { "labels": ["a"], "datasets": [{ "data": [1] }] } }',
    ],
    ['a broken text', '{ "type": "bar", '],
    ['a pasted table', 'Month\tSales\nJan\t1'],
    ['nothing', ''],
  ])('makes a chart that can be drawn of %s', (_, text) => {
    const after = JSON.parse(changed(text, table).text);
    expect(readSpec(after)).toMatchObject({ ok: true });
    expect(after.data.labels).toEqual(table.labels);
    expect(after.data.datasets).toMatchObject(table.series.map(({ name, data }) => ({ label: name, data })));
  });

  it('changes only the addressed bytes, for any chart', () => {
    const number = fc.oneof(fc.integer(), fc.constant(null));
    const anyData = fc.record({
      labels: fc.array(fc.string(), { minLength: 1, maxLength: 5 }),
      series: fc.array(fc.record({ name: fc.string(), data: fc.array(number, { maxLength: 5 }) }), {
        minLength: 1,
        maxLength: 5,
      }),
    });
    const look = fc.dictionary(fc.constantFrom('tension', 'fill', 'stack', 'borderColor'), fc.jsonValue());
    fc.assert(
      fc.property(anyData, anyData, look, fc.constantFrom(0, 1, 2, '\t'), (before, after, style, indent) => {
        const text = JSON.stringify(
          {
            type: 'bar',
            options: { before: [1, { a: 2 }] },
            data: {
              labels: before.labels,
              datasets: before.series.map(({ name, data }) => ({ ...style, label: name, data })),
            },
            footer: { left: 'after' },
          },
          null,
          indent,
        );
        const result = changed(text, after).text;
        const { data, ...rest } = JSON.parse(result);
        expect(rest).toEqual({ type: 'bar', options: { before: [1, { a: 2 }] }, footer: { left: 'after' } });
        expect(data.labels).toEqual(after.labels);
        expect(data.datasets).toMatchObject(after.series.map(({ name, data }) => ({ label: name, data })));
        const kept = data.datasets.slice(0, before.series.length);
        expect(kept).toMatchObject(kept.map(() => JSON.parse(JSON.stringify(style))));
        const head = text.indexOf('"data"');
        expect(result.slice(0, head)).toBe(text.slice(0, head));
        const tail = text.slice(text.lastIndexOf('"footer"'));
        expect(result.endsWith(tail)).toBe(true);
      }),
    );
  });
});

describe('adding series', () => {
  it('puts each value beside its own label', () => {
    const { text, sentence } = changed(
      styled,
      { labels: ['Q2', 'Q3', 'Q1'], series: [{ name: 'Plan', data: [20, 30, 10] }] },
      'append',
    );
    const { labels, datasets } = JSON.parse(text).data;
    expect(labels).toEqual(['Q1', 'Q2', 'Q3']);
    expect(datasets[2]).toEqual({ label: 'Plan', data: [10, 20, 30], tension: 0.4 });
    expect(datasets[0].data).toEqual([1, 2]);
    expect(sentence).toBe('1 series joins the 2 there are. 1 label is new. Everything else stays.');
  });

  it('goes by the order where no label is known', () => {
    const { text } = changed(styled, { labels: ['1', '2'], series: [{ data: [7, 8] }] }, 'append');
    expect(JSON.parse(text).data).toMatchObject({
      labels: ['Q1', 'Q2'],
      datasets: [{}, {}, { label: 'Series 3', data: [7, 8] }],
    });
  });
});

it('makes a new chart, as a line where time runs', () => {
  expect(JSON.parse(changed(styled, table, 'new').text)).toMatchObject({ type: 'line', width: 800 });
  const names = { ...table, labels: ['Oak', 'Elm', 'Ash'] };
  expect(JSON.parse(changed(styled, names, 'new').text)).toMatchObject({ type: 'bar' });
});

it.each([
  ['no series', { labels: ['a'], series: [] }, /No column is a series/],
  [
    '21 series',
    { labels: ['a'], series: Array.from({ length: 21 }, () => ({ data: [1] })) },
    /at most 20 series/,
  ],
  [
    '1,001 labels',
    { labels: Array.from({ length: 1001 }, String), series: [{ data: [] }] },
    /at most 1,000 labels/,
  ],
])('tells the limit: %s', (_, data, sentence) => {
  expect(toChart(styled, data, 'replace')).toEqual({ ok: false, sentence: expect.stringMatching(sentence) });
});

describe('fewer rows', () => {
  const days: ChartData = {
    labels: ['a', 'b', 'a', 'c', 'b', 'a'],
    series: [{ name: 'S', data: [1, 2, 3, 4, null, 6] }],
  };
  it.each([
    ['average', 3, ['a – b', 'a – c', 'b – a'], [1.5, 3.5, 6]],
    ['sum', 2, ['a', 'c – a'], [6, 10]],
    ['top', 3, ['a', 'c', 'Other'], [6, 4, 6]],
    ['together', 3, ['a', 'b', 'c'], [10, 2, 4]],
    ['together', 2, ['a', 'Other'], [10, 6]],
    ['first', 2, ['a', 'b'], [1, 2]],
    ['last', 2, ['b', 'a'], [null, 6]],
    ['all', 2, days.labels, days.series[0]?.data],
  ] as const)('%s, to %i', (way, count, labels, data) => {
    expect(fewerRows(days, { way, count })).toEqual({ labels, series: [{ name: 'S', data }] });
  });

  it('keeps the peak of a line of 50,000 points, its ends, and its order', () => {
    const data = Array.from({ length: 50_000 }, (_, i) => (i === 31_234 ? 1000 : Math.sin(i / 500)));
    const kept = shapeKept([data], data.length, 500);
    expect(kept).toHaveLength(500);
    expect([kept[0], kept.at(-1)]).toEqual([0, 49_999]);
    expect(kept).toContain(31_234);
    expect(kept).toEqual(kept.toSorted((a, b) => a - b));
    expect(new Set(kept).size).toBe(500);
  });

  it('never gives more than asked for, and never invents a value', () => {
    const values = fc.array(fc.option(fc.integer({ min: -50, max: 50 })), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.constantFrom(...ways), fc.integer({ min: 1, max: 80 }), (data, way, count) => {
        fc.pre(way !== 'all');
        const labels = data.map((_, i) => String(i % 7));
        const result = fewerRows({ labels, series: [{ data }] }, { way, count });
        expect(result.labels.length).toBeLessThanOrEqual(Math.max(1, count));
        expect(result.series[0]?.data).toHaveLength(result.labels.length);
        const numbers = data.filter((value) => value !== null);
        const shown = (result.series[0]?.data ?? []).filter((value) => value !== null);
        const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
        const added = way === 'sum' || way === 'top' || way === 'together';
        const total = (list: number[]) => list.reduce((sum, value) => sum + value, 0);
        expect(
          added ? total(shown) === total(numbers) : shown.every((value) => value >= low && value <= high),
        ).toBe(true);
      }),
    );
  });
});
