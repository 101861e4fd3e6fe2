// In: a dataset and its place in the chart. Out: the same with the look of its kind: colours, lines, points. Pure.
import type { ChartDataset } from 'chart.js';
import { colourAt, faded, type Look } from './chart-look.ts';
import type { ChartSpec, ChartType } from './chart-spec.ts';
import { type Bag, merged } from './merged.ts';

/** Kinds whose elements are slices of a circle, one colour each. */
export const sliced = (type: unknown): boolean =>
  type === 'pie' || type === 'doughnut' || type === 'polarArea';

type Dataset = ChartSpec['data']['datasets'][number];

/** A dataset with our look under it, wherever the chart does not say otherwise. */
export function styled(dataset: Dataset, index: number, spec: ChartSpec, look: Look): ChartDataset {
  const type = dataset.type ?? spec.type;
  const ours = Object.entries(looks[type](dataset, index, spec, look)).filter(
    ([key]) => !givenForAll(key, type, spec),
  );
  return merged(Object.fromEntries(ours), cartesian(type) ? dataset : withoutAxes(dataset)) as ChartDataset;
}

type LookOfDataset = (dataset: Dataset, index: number, spec: ChartSpec, look: Look) => Bag;

const lined: LookOfDataset = (dataset, index, _spec, look) => {
  const own = colourAt(look, index);
  // An explicit border or fill carries the other: one colour given is meant for the whole series.
  const line = typeof dataset.borderColor === 'string' ? dataset.borderColor : own;
  return {
    borderColor: own,
    borderWidth: 2,
    backgroundColor: faded(line, 0.16),
    pointBackgroundColor: line,
    pointRadius: 3,
    pointBorderWidth: 0,
  };
};

const slices =
  (alpha: number): LookOfDataset =>
  (dataset, _index, _spec, look) => ({
    backgroundColor: dataset.data.map((_, i) => faded(colourAt(look, i), alpha)),
    borderColor: look.background === 'transparent' ? '#ffffff' : look.background,
    borderWidth: 2,
  });

const looks: Record<ChartType, LookOfDataset> = {
  bar: (_dataset, index, _spec, look) => ({
    backgroundColor: colourAt(look, index),
    borderRadius: 4,
    maxBarThickness: 96,
  }),
  line: (dataset, index, spec, look) => ({
    ...lined(dataset, index, spec, look),
    borderWidth: 2.5,
    pointRadius: spec.data.labels.length > 60 ? 0 : 3,
  }),
  radar: lined,
  pie: slices(1),
  doughnut: slices(1),
  polarArea: slices(0.75),
};

/** Options for all elements of a kind win over our look, which stands in the datasets and would hide them. */
function givenForAll(key: string, type: ChartType, { options = {} }: ChartSpec): boolean {
  const element = key.startsWith('point') ? 'point' : type === 'bar' ? 'bar' : sliced(type) ? 'arc' : 'line';
  const name = key.replace(/^point(.)/, (_, first: string) => first.toLowerCase());
  const given = options.elements?.[element] as Bag | undefined;
  return given?.[name] !== undefined || (options as Bag)[key] !== undefined;
}

const cartesian = (type: ChartType) => type === 'line' || type === 'bar';

/** Left over from a bar chart, these make the drawing of a chart without x and y fail. */
const withoutAxes = ({
  stack: _stack,
  indexAxis: _indexAxis,
  xAxisID: _x,
  yAxisID: _y,
  ...dataset
}: Dataset) => dataset;
