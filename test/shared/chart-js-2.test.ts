// In: charts as Chart.js 2 took them. Out: whether each becomes the chart that one writes for version 4, and nothing ever throws.
import { describe, expect, it } from 'vitest';
import { fromChartJs2 } from '#shared/chart-js-2.ts';
import { readSpec } from '#shared/chart-spec.ts';
import fc, { runs } from '../support/properties.ts';

const labels = ['a', 'b', 'c'];
const bars = (options: object, dataset: object = {}) => ({
  type: 'bar',
  data: { labels, datasets: [{ data: [1, 2, 3], ...dataset }] },
  options,
});
const line = (dataset: object, options: object = {}) => ({
  type: 'line',
  data: { labels, datasets: [{ data: [1, 2, 3], ...dataset }] },
  options,
});
const pie = (options: object, dataset: object = {}) => ({ ...bars(options, dataset), type: 'doughnut' });
const radar = (options: object, dataset: object = {}) => ({ ...bars(options, dataset), type: 'radar' });

const pairs: [what: string, two: unknown, four: unknown][] = [
  [
    'axes get ids',
    bars({ scales: { xAxes: [{ stacked: true }], yAxes: [{ stacked: true, position: 'right' }] } }),
    bars({ scales: { x: { stacked: true }, y: { stacked: true, position: 'right' } } }),
  ],
  [
    'further axes get further ids, and datasets follow',
    {
      ...bars({ scales: { yAxes: [{ id: 'left' }, { id: 'right', position: 'right' }] } }),
      data: {
        labels,
        datasets: [{ data: [1], yAxisID: 'right' }, { data: [2], yAxisID: 'left' }, { data: [3] }],
      },
    },
    {
      ...bars({ scales: { y: {}, y2: { position: 'right' } } }),
      data: { labels, datasets: [{ data: [1], yAxisID: 'y2' }, { data: [2], yAxisID: 'y' }, { data: [3] }] },
    },
  ],
  [
    'so do the ids that version 2 gave by itself',
    bars({ scales: { yAxes: [{}, {}] } }, { yAxisID: 'y-axis-1', xAxisID: 'x-axis-0' }),
    bars({ scales: { y: {}, y2: {} } }, { yAxisID: 'y2', xAxisID: 'x-axis-0' }),
  ],
  [
    'the range leaves the ticks',
    bars({
      scales: {
        yAxes: [
          {
            ticks: {
              ...{ beginAtZero: true, min: 0, max: 9, suggestedMin: 1, suggestedMax: 8, reverse: true },
              ...{ stepSize: 3, fontSize: 9 },
            },
          },
        ],
      },
    }),
    bars({
      scales: {
        y: {
          ...{ beginAtZero: true, min: 0, max: 9, suggestedMin: 1, suggestedMax: 8, reverse: true },
          ticks: { stepSize: 3, font: { size: 9 } },
        },
      },
    }),
  ],
  [
    'scaleLabel is a title',
    bars({ scales: { xAxes: [{ scaleLabel: { display: true, labelString: 'Month', fontColor: 'red' } }] } }),
    bars({ scales: { x: { title: { display: true, text: 'Month', color: 'red' } } } }),
  ],
  [
    'gridLines are a grid and a border',
    bars({
      scales: {
        xAxes: [
          { gridLines: { color: 'red', borderDash: [4, 2], drawBorder: false, zeroLineColor: 'blue' } },
        ],
        yAxes: [{ gridLines: { display: false, tickMarkLength: 4, offsetGridLines: true } }],
      },
    }),
    bars({
      scales: {
        x: { grid: { color: 'red', display: true }, border: { dash: [4, 2], display: false } },
        y: { grid: { display: false, tickLength: 4, offset: true } },
      },
    }),
  ],
  [
    'legend, title and tooltips are plugins',
    bars({
      legend: { position: 'bottom', fullWidth: false, labels: { fontColor: 'red', boxWidth: 4 } },
      title: { display: true, text: 'T', fontStyle: 'italic 600', fontFamily: 'X', lineHeight: 2 },
      tooltips: { mode: 'index' },
    }),
    bars({
      plugins: {
        legend: { position: 'bottom', fullSize: false, labels: { color: 'red', boxWidth: 4 } },
        title: {
          ...{ display: true, text: 'T' },
          font: { style: 'italic', weight: 600, family: 'X', lineHeight: 2 },
        },
        tooltip: { mode: 'index' },
      },
    }),
  ],
  [
    'what stands under plugins already wins',
    bars({ title: { text: 'old' }, plugins: { title: { text: 'new' } } }),
    bars({ plugins: { title: { text: 'new' } } }),
  ],
  [
    'horizontalBar is a bar that lies',
    { ...bars({ scales: { xAxes: [{ ticks: { min: 0 } }] } }), type: 'horizontalBar' },
    bars({ scales: { x: { min: 0 } }, indexAxis: 'y' }),
  ],
  [
    'widths of bars leave the axis, and a dataset’s own win',
    {
      ...bars({ scales: { xAxes: [{ barPercentage: 0.5, maxBarThickness: 9 }] } }),
      data: { labels, datasets: [{ data: [1] }, { data: [2], barPercentage: 0.9 }] },
    },
    {
      ...bars({ scales: { x: {} } }),
      data: {
        labels,
        datasets: [
          { data: [1], barPercentage: 0.5, maxBarThickness: 9 },
          { data: [2], barPercentage: 0.9, maxBarThickness: 9 },
        ],
      },
    },
  ],
  ['lines are filled and curved', line({}), line({ fill: true, tension: 0.4 })],
  ['unless they say otherwise', line({ fill: false, lineTension: 0 }), line({ fill: false, tension: 0 })],
  [
    'or all lines do',
    line({}, { elements: { line: { fill: false, tension: 0 } } }),
    line({}, { elements: { line: { fill: false, tension: 0 } } }),
  ],
  [
    'old words for fill and steps',
    line({ fill: 'zero', steppedLine: 'after', tension: 0 }),
    line({ fill: 'origin', stepped: 'after', tension: 0 }),
  ],
  [
    'rectangles are bars',
    bars({ elements: { rectangle: { borderWidth: 2 } } }),
    bars({ elements: { bar: { borderWidth: 2 } } }),
  ],
  [
    'a radar is filled; its scale is r',
    radar({
      scale: {
        ticks: { beginAtZero: true, fontSize: 8 },
        gridLines: { color: 'red' },
        pointLabels: { fontSize: 14 },
      },
    }),
    radar(
      {
        scales: {
          r: {
            beginAtZero: true,
            ticks: { font: { size: 8 } },
            grid: { display: true, color: 'red' },
            pointLabels: { font: { size: 14 } },
          },
        },
      },
      { fill: true },
    ),
  ],
  ['the hole is a percentage', pie({ cutoutPercentage: 70 }), pie({ cutout: '70%' })],
  [
    'half a doughnut: radians from three o’clock are degrees from twelve',
    pie({ rotation: Math.PI, circumference: Math.PI }),
    pie({}, { rotation: 270, circumference: 180 }),
  ],
  [
    'the usual start is the top',
    pie({ rotation: -0.5 * Math.PI, circumference: 2 * Math.PI }),
    pie({}, { rotation: 0, circumference: 360 }),
  ],
  [
    'a polar area starts at an angle of its scale',
    { ...bars({ startAngle: 0 }), type: 'polarArea' },
    { ...bars({ scales: { r: { startAngle: 90 } } }), type: 'polarArea' },
  ],
  [
    'fonts of everything',
    bars({ defaultFontSize: 20, defaultFontColor: 'red', defaultFontStyle: 'bold', showLines: false }),
    bars({ font: { size: 20, weight: 'bold' }, color: 'red', showLine: false }),
  ],
];

describe('a chart of Chart.js 2', () => {
  it.each(pairs)('%s', (_, two, four) => {
    const translated = fromChartJs2(two);
    expect(translated).toEqual(four);
    const judged = readSpec(translated);
    expect(judged).toEqual(readSpec(four));
    expect(judged.ok).toBe(true);
  });

  it.each(pairs)('comes out of a second translation as it went in: %s', (_, two) => {
    const once = fromChartJs2(two);
    expect(fromChartJs2(once)).toEqual(once);
  });

  it('leaves a chart of version 4 as it is', () => {
    const four = bars({
      indexAxis: 'y',
      scales: {
        x: { title: { display: true, text: 'x' }, ticks: { stepSize: 2 }, min: 0 },
        y: { grid: { display: false } },
      },
      plugins: { legend: { display: false }, title: { text: 'T', font: { size: 9 } } },
      elements: { bar: { borderRadius: 3 } },
    });
    expect(fromChartJs2(four)).toEqual(four);
  });

  it('leaves what it was given untouched', () => {
    const two = pairs.map(([, given]) => given);
    const before = structuredClone(two);
    two.forEach(fromChartJs2);
    expect(two).toEqual(before);
  });
});

const words = fc.constantFrom(
  ...[
    'type',
    'data',
    'datasets',
    'options',
    'scales',
    'xAxes',
    'yAxes',
    'scale',
    'ticks',
    'gridLines',
    'scaleLabel',
  ],
  ...[
    'legend',
    'title',
    'tooltips',
    'plugins',
    'elements',
    'line',
    'rectangle',
    'rotation',
    'startAngle',
    'id',
  ],
  ...[
    'fontSize',
    'fontStyle',
    'fontColor',
    'font',
    'labels',
    'cutoutPercentage',
    'yAxisID',
    'fill',
    'lineTension',
  ],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty'],
);
const values = fc.constantFrom(
  'line',
  'bar',
  'horizontalBar',
  'radar',
  'doughnut',
  'polarArea',
  'x-axis-0',
  'bold',
  'zero',
);
/** Built with own keys only, `__proto__` among them, as a parser makes them. */
const anything = fc.letrec<{ value: unknown; bag: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    values,
    fc.constantFrom(null, true, 0, -1, 1.5, 1e300, ''),
    fc.array(tie('value'), { maxLength: 3 }),
    tie('bag'),
  ),
  bag: fc
    .array(fc.tuple(words, tie('value')), { maxLength: 6 })
    .map((entries) => Object.fromEntries(entries)),
}));
const charts = fc
  .record({
    type: values,
    data: fc.record({ datasets: fc.array(anything.bag, { maxLength: 3 }) }),
    options: anything.bag,
  })
  .map((chart): unknown => chart);

describe('translation of anything', () => {
  it('never throws, pollutes nothing, and is done after one pass', () => {
    const before = Object.getOwnPropertyNames(Object.prototype).length;
    fc.assert(
      fc.property(fc.oneof(anything.value, charts), (value) => {
        const once = fromChartJs2(value);
        expect(fromChartJs2(once)).toEqual(once);
      }),
      runs(3000),
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toHaveLength(before);
  });
});
