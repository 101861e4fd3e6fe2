// In: charts with one slip each. Out: a fix that heals it: one edit list, after which the problem is gone, nothing else is wrong, and
// the same fix is offered no more.
import { describe, expect, it } from 'vitest';
import { readDraft } from '../../../src/editor/draft.ts';
import { applyEdits } from '../../../src/editor/edit-value.ts';
import { type Fix, fixesFor } from '../../../src/editor/fixes/fixes.ts';
import type { Problem } from '../../../src/editor/problem.ts';
import fc, { runs } from '../../support/properties.ts';

const chart = {
  type: 'bar',
  data: {
    labels: ['A', 'B', 'C'],
    datasets: [{ label: 'S', data: [1, 2, 3], backgroundColor: '#3b82f6' }],
  },
  width: 800,
  height: 400,
  options: { scales: { y: { beginAtZero: true, title: { display: true, text: 'EUR' } } } },
};
type Bag = Record<string, unknown>;
const broken = (change: (copy: typeof chart & Bag) => void): string => {
  const copy = structuredClone(chart) as typeof chart & Bag;
  change(copy);
  return JSON.stringify(copy, null, 2);
};

const firstProblem = (text: string): Problem => {
  const [problem] = readDraft(text).problems;
  if (!problem) throw new Error('The chart is meant to have a problem');
  return problem;
};
const problemAt = (text: string, path: string): Problem => {
  const found = readDraft(text).problems.find((one) => one.path.join('.') === path);
  if (!found) throw new Error(`No problem at ${path}`);
  return found;
};
const fixed = (text: string, { edits }: Fix) => applyEdits(text, edits);

const table: [name: string, text: string, path: string, title: RegExp][] = [
  ['a near enum value', broken((c) => (c.type = 'barr')), 'type', /Change to "bar"/],
  ['another tool’s word', broken((c) => (c.type = 'donut')), 'type', /"doughnut"/],
  ['a misspelt key', broken((c) => ((c as Bag).widht = 700)), 'widht', /Remove|Rename/],
  [
    'a misspelt key that is free',
    JSON.stringify({ type: 'bar', data: chart.data, heigth: 300 }),
    'heigth',
    /Rename to “height”/,
  ],
  ['a key nobody knows', broken((c) => ((c as Bag).zzzz = 1)), 'zzzz', /Remove/],
  [
    'labels at the root',
    JSON.stringify({ type: 'bar', labels: ['A'], data: { datasets: [{ data: [1] }] } }),
    'labels',
    /Move to data.labels/,
  ],
  [
    'a title at the root',
    broken((c) => ((c as Bag).title = 'Sales')),
    'title',
    /Move to options.plugins.title/,
  ],
  ['a number as text', broken((c) => ((c as Bag).width = '640')), 'width', /Change to 640/],
  ['a number with thousands', broken((c) => ((c as Bag).width = '1,200 px')), 'width', /Change to 1200/],
  [
    'numbers as texts',
    broken((c) => ((c.data.datasets[0] as Bag).data = ['1', '2,000', 'n/a'])),
    'data.datasets.0.data.0',
    /all 3/,
  ],
  [
    'a label as number',
    broken((c) => ((c.data as Bag).labels = [2023, 2024, 2025])),
    'data.labels.0',
    /quotes.*all 3/,
  ],
  [
    'one label as number',
    broken((c) => ((c.data as Bag).labels = ['A', 'B', 3])),
    'data.labels.2',
    /Change to "3"/,
  ],
  ['too large', broken((c) => (c.width = 9000)), 'width', /Change to 4000/],
  ['too small', broken((c) => (c.height = 5)), 'height', /Change to 100/],
  ['not whole', broken((c) => (c.width = 640.4)), 'width', /Change to 640/],
  [
    'a colour without its sign',
    JSON.stringify({ ...chart, theme: { palette: ['3b82f6'] } }),
    'theme.palette.0',
    /"#3b82f6"/,
  ],
  [
    'a switch as text',
    broken((c) => ((c.options.scales.y as Bag).beginAtZero = 'true')),
    'options.scales.y.beginAtZero',
    /Change to true/,
  ],
  ['no type', broken((c) => delete (c as Bag).type), 'type', /Insert “type”/],
  ['no labels', broken((c) => delete (c.data as Bag).labels), 'data.labels', /Insert “labels”/],
  ['no data', JSON.stringify({ type: 'bar' }), 'data', /Insert “data”/],
  [
    'points without data',
    broken((c) => delete (c.data.datasets[0] as Bag).data),
    'data.datasets.0.data',
    /Insert “data”/,
  ],
  [
    'one value in place of a list',
    broken((c) => ((c.data as Bag).labels = 'A, B, C')),
    'data.labels',
    /list/,
  ],
  [
    'too many labels',
    JSON.stringify({
      type: 'bar',
      data: { labels: Array.from({ length: 1003 }, (_, i) => `${i}`), datasets: [{ data: [1] }] },
    }),
    'data.labels',
    /Keep the first 1000/,
  ],
  [
    'surplus points',
    broken((c) => (c.data.datasets[0] as { data: number[] }).data.push(4)),
    'data.datasets.0.data',
    /Keep the first 3/,
  ],
  [
    'points too few',
    broken((c) => (c.data.datasets[0] as { data: number[] }).data.pop()),
    'data.datasets.0.data',
    /gaps/,
  ],
  [
    'a key that stands twice',
    '{"type":"bar","type":"line","data":{"labels":["A"],"datasets":[{"data":[1]}]}}',
    'type',
    /ignored/,
  ],
  [
    'an option without effect',
    broken((c) => ((c.options as Bag).animation = false)),
    'options.animation',
    /Remove/,
  ],
  ['another service’s wrapper', JSON.stringify({ chart }), 'chart', /Use what “chart” holds/],
  [
    'Chart.js 2',
    JSON.stringify({
      type: 'bar',
      data: chart.data,
      options: {
        scales: {
          xAxes: [{ stacked: true }],
          yAxes: [{ ticks: { beginAtZero: true }, scaleLabel: { display: true, labelString: 'EUR' } }],
        },
      },
    }),
    '',
    /Chart.js 2/,
  ],
  [
    'Chart.js 2’s lying bars',
    JSON.stringify({ type: 'horizontalBar', data: chart.data }),
    'type',
    /Chart.js 2|"bar"/,
  ],
];

describe('each kind of slip', () => {
  it.each(table)('%s', (_name, text, path, title) => {
    const problem = path === '' ? firstProblem(text) : problemAt(text, path);
    const fix = fixesFor(text, problem).find((one) => title.test(one.title));
    expect(fix?.title ?? `none of: ${fixesFor(text, problem).map((one) => one.title)}`).toMatch(title);
    if (!fix) return;
    const after = fixed(text, fix);
    const draft = readDraft(after);
    expect(
      draft.problems.filter((one) => one.message === problem.message && `${one.path}` === `${problem.path}`),
    ).toEqual([]);
    // What heals a thing once has nothing left to heal.
    const again = draft.problems.flatMap((one) => fixesFor(after, one)).map((one) => fixed(after, one));
    expect(again).not.toContain(after);
  });

  it.each<[string, string, RegExp]>([
    [
      'a trailing comma',
      '{"type": "bar", "data": {"labels": ["A",], "datasets": [{"data": [1]}]}}',
      /Remove the comma/,
    ],
    [
      'a comment',
      '{"type": "bar", // kind\n "data": {"labels": ["A"], "datasets": [{"data": [1]}]}}',
      /Remove the comment/,
    ],
    [
      'a missing comma',
      '{"type": "bar" "data": {"labels": ["A"], "datasets": [{"data": [1]}]}}',
      /Insert a comma/,
    ],
    [
      'single quotes',
      `{'type': 'bar', "data": {"labels": ["A"], "datasets": [{"data": [1]}]}}`,
      /Convert to JSON/,
    ],
    [
      'a JavaScript statement',
      "const c = {type: 'bar', data: {labels: ['A'], datasets: [{data: [1]}]}};",
      /Convert to JSON/,
    ],
    [
      'a gap written as NaN',
      '{"type": "bar", "data": {"labels": ["A"], "datasets": [{"data": [NaN]}]}}',
      /as JSON does/,
    ],
    [
      'an open bracket',
      '{"type": "bar", "data": {"labels": ["A"], "datasets": [{"data": [1]}]}',
      /Close the bracket/,
    ],
  ])('in the syntax: %s', (_name, text, title) => {
    const fixes = fixesFor(text, firstProblem(text));
    const fix = fixes.find((one) => title.test(one.title));
    expect(fix?.title ?? `none of: ${fixes.map((one) => one.title)}`).toMatch(title);
    expect(readDraft(fixed(text, fix as Fix)).ok).toBe(true);
  });
});

it('everything outside what is mended stays as it was typed', () => {
  const text = `{\n   "type" : "bra",\n "data":{"labels":[ "A" ],  "datasets":[{"data":[1.50]}]}\n}\n`;
  const [fix] = fixesFor(text, firstProblem(text));
  expect(fixed(text, fix as Fix)).toBe(text.replace('"bra"', '"bar"'));
});

it('whichever value of a chart is spoilt, every fix that is offered heals, and one leads back to a chart', () => {
  const places: (readonly (string | number)[])[] = [
    ['type'],
    ['data', 'labels'],
    ['data', 'labels', 1],
    ['data', 'datasets', 0, 'data'],
    ['data', 'datasets', 0, 'data', 2],
    ['data', 'datasets', 0, 'backgroundColor'],
    ['width'],
    ['options', 'scales', 'y', 'beginAtZero'],
  ];
  const spoilt = fc.oneof(
    fc.constantFrom<unknown>('', 'barr', '12', 'true', null, true, {}, [], 99999, -1, 'x'.repeat(30)),
    fc.double({ noNaN: true, noDefaultInfinity: true }),
    fc.array(fc.constantFrom<unknown>('1', 2, null, 'x'), { maxLength: 3 }),
  );
  let offered = 0;
  fc.assert(
    fc.property(fc.constantFrom(...places), spoilt, (path, value) => {
      const copy = structuredClone(chart) as unknown;
      let here = copy as Record<string | number, unknown>;
      for (const step of path.slice(0, -1)) here = here[step] as typeof here;
      here[path.at(-1) as string] = value;
      const text = JSON.stringify(copy, null, 2);
      const before = readDraft(text);
      for (const problem of before.problems.filter(({ severity }) => severity === 'error')) {
        for (const fix of fixesFor(text, problem)) {
          offered++;
          const after = readDraft(fixed(text, fix));
          const errors = (draft: typeof after) =>
            draft.problems.filter(({ severity }) => severity === 'error').length;
          if (errors(after) >= errors(before)) throw new Error(`${fix.title} heals nothing`);
        }
      }
    }),
    runs(300),
  );
  expect(offered).toBeGreaterThan(300);
});
