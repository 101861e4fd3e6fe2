// In: charts full of odd options, every one accepted by readSpec. Out: that Chart.js draws each without throwing and without
// hanging. A seed that fails draws the same chart again: `randomChart(seed)`.
import { expect, test } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { type Drawn, drawInChild } from '../fixtures/draw-in-child.ts';
import { randomChart } from '../fixtures/random-chart.ts';

const seeds = Array.from({ length: 400 }, (_, i) => 7000 + i);

test('the generator makes charts that are accepted, odd, and the same again', () => {
  const charts = seeds.slice(0, 40).map(randomChart);
  expect(charts.every((chart) => readSpec(chart).ok)).toBe(true);
  expect(charts.filter((chart) => 'options' in chart).length).toBeGreaterThan(25);
  expect(randomChart(7000)).toEqual(charts[0]);
  expect(new Set(charts.map((chart) => JSON.stringify(chart))).size).toBe(40);
});

test('no accepted chart makes the drawing library throw or hang', { timeout: 120_000 }, async () => {
  const drawn: Drawn[] = [];
  await drawInChild(
    seeds.map((seed) => ({ id: seed, seed })),
    (one) => drawn.push(one),
  );
  const bad = drawn.filter(
    (one) => 'died' in one || !one.accepted || one.threw !== undefined || one.cpuMs > 1000,
  );
  expect(bad).toEqual([]);
  expect(drawn.map(({ id }) => id)).toEqual(seeds);
});

/** What this search has found before, each as small as it gets: accepted charts are drawn, the others refused. */
const found: [what: string, chart: string, accepted: boolean][] = [
  ['a stack on a pie', '{"type":"pie","data":{"labels":["a"],"datasets":[{"data":[1],"stack":"s"}]}}', true],
  [
    'an index axis on a radar',
    '{"type":"radar","data":{"labels":["a"],"datasets":[{"data":[1],"indexAxis":"x"}]}}',
    true,
  ],
  [
    'y on a polar area',
    '{"type":"polarArea","data":{"labels":["a"],"datasets":[{"data":[1],"indexAxis":"y"}]},"options":{"scales":{"y":{}}}}',
    true,
  ],
  [
    'x and y on a pie',
    '{"type":"pie","data":{"labels":["a"],"datasets":[{"data":[1]}]},"options":{"scales":{"x":{},"y":{"ticks":{"padding":3}}}}}',
    true,
  ],
  [
    'r on a bar',
    '{"type":"bar","data":{"labels":["a"],"datasets":[{"data":[1]}]},"options":{"scales":{"r":{"angleLines":{"lineWidth":7}}}}}',
    true,
  ],
  [
    'an option of an element at the root',
    '{"type":"pie","data":{"labels":["a"],"datasets":[{"data":[5]}]},"options":{"offset":{}}}',
    true,
  ],
  [
    'an option that only the library knows',
    '{"type":"radar","data":{"labels":["a"],"datasets":[{"data":[1]}]},"options":{"animations":{"z":[{}]},"datasets":{"radar":{"indexAxis":"x"}}}}',
    true,
  ],
  [
    'right to left',
    '{"type":"pie","data":{"labels":["a"],"datasets":[{"data":[5]}]},"options":{"plugins":{"legend":{"rtl":true,"textDirection":"rtl"}}}}',
    true,
  ],
  [
    'digits at most',
    '{"type":"bar","data":{"labels":["a"],"datasets":[{"data":[0.25]}]},"options":{"scales":{"y":{"ticks":{"format":{"maximumFractionDigits":0}}}}}}',
    true,
  ],
  [
    'digits at least',
    '{"type":"bar","data":{"labels":["a"],"datasets":[{"data":[0.25]}]},"options":{"scales":{"y":{"ticks":{"format":{"minimumFractionDigits":9}}}}}}',
    true,
  ],
  [
    'a border for each side of a slice',
    '{"type":"pie","data":{"labels":["a"],"datasets":[{"data":[5],"borderWidth":{}}]}}',
    false,
  ],
  [
    'the same in the elements',
    '{"type":"pie","data":{"labels":["a"],"datasets":[{"data":[5]}]},"options":{"elements":{"arc":{"borderWidth":{}}}}}',
    false,
  ],
  [
    'padding that is an object',
    '{"type":"radar","data":{"labels":["a"],"datasets":[{"data":[1]}]},"options":{"scales":{"r":{"pointLabels":{"padding":{}}}}}}',
    false,
  ],
  [
    'a crossing of nothing',
    '{"type":"bar","data":{"labels":["a"],"datasets":[{"data":[1]}]},"options":{"scales":{"y":{"position":{}}}}}',
    false,
  ],
  [
    'a crossing of an axis that is not drawn',
    '{"type":"bar","data":{"labels":["a"],"datasets":[{"data":[1]}]},"options":{"scales":{"y":{"position":{"r":1}},"r":{}}}}',
    false,
  ],
  [
    'an axis in the centre of nowhere',
    '{"type":"bar","data":{"labels":["a"],"datasets":[{"data":[1]}]},"options":{"scales":{"foo":{"position":"center"}}}}',
    false,
  ],
  [
    'a shape with two colours',
    '{"type":"line","data":{"labels":["a"],"datasets":[{"data":[1],"fill":{"target":"shape","below":"red"}}]}}',
    false,
  ],
  [
    'a slice pulled inwards',
    '{"type":"doughnut","data":{"labels":["a"],"datasets":[{"data":[2],"offset":-1000}]}}',
    false,
  ],
  [
    'r as x',
    '{"type":"pie","data":{"labels":["a"],"datasets":[{"data":[1]}]},"options":{"scales":{"r":{"axis":"x"}}}}',
    false,
  ],
];

test('what was found before', async () => {
  const drawn: Drawn[] = [];
  const jobs = found.map(([, chart], id) => ({ id, chart: JSON.parse(chart) as unknown }));
  await drawInChild(jobs, (one) => drawn.push(one));
  const cpuMs = expect.any(Number) as number;
  expect(drawn).toEqual(found.map(([, , accepted], id) => ({ id, accepted, cpuMs })));
});
