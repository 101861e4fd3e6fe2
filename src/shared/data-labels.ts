// In: a chart that wants numbers on its bars, points or slices, and its datasets, fresh. Out: the datasets dressed for the plugin
// that writes them, and that plugin. In place of a function a chart says what to write and in which format.
import type { ChartDataset, Plugin } from 'chart.js';
import ChartDataLabels from 'chartjs-plugin-datalabels/dist/chartjs-plugin-datalabels.esm.js';
import { FONT_FAMILY, type Look, textOn } from './chart-look.ts';
import type { ChartSpec, ChartType } from './chart-spec.ts';
import type { DataLabels } from './data-label-options.ts';
import { sliced } from './dataset-look.ts';
import { type Bag, isBag, merged } from './merged.ts';
import { scalarText } from './scalar-text.ts';

/** The library's own type of labels knows none of what a chart may say in place of a function. */
type Drawn = Omit<ChartDataset, 'datalabels'> & Bag;
type Given = Exclude<DataLabels, false>;

/** Each dataset gets all that the chart says for it, so that bars and lines of one chart can differ. */
export function dataLabels(spec: ChartSpec, look: Look, datasets: readonly ChartDataset[]): Plugin {
  const forAll = spec.options?.plugins?.datalabels;
  for (const [index, dataset] of (datasets as readonly Drawn[]).entries()) {
    const own = spec.data.datasets[index]?.datalabels;
    const wanted =
      own === false || (own === undefined && !isBag(forAll)) ? undefined : { ...(forAll || {}), ...own };
    // `false` makes the plugin read its own null.
    dataset.datalabels = wanted ? dressed(wanted as Given, dataset, spec, look) : { display: false };
  }
  return ChartDataLabels as Plugin;
}

function dressed(given: Given, dataset: Drawn, spec: ChartSpec, look: Look): Bag {
  const type = (dataset.type ?? spec.type) as ChartType;
  const { content, format, prefix, suffix, ...drawn } = given;
  const label = merged(lookOfLabels(type, dataset, spec, look), drawn) as Bag;
  return { ...label, formatter: writer({ content, format, prefix, suffix }, spec) };
}

function lookOfLabels(type: ChartType, dataset: Drawn, spec: ChartSpec, look: Look): Bag {
  const font = { family: FONT_FAMILY, size: Math.max(1, look.fontSize - 1), weight: 600 };
  const common = { display: 'auto', clamp: true, font, padding: 2 };
  const onFill = [dataset.backgroundColor].flat().map((fill) => textOn(scalarText(fill)));
  if (sliced(type)) return { ...common, anchor: 'center', align: 'center', color: onFill };
  if (type === 'bar' && isStacked(dataset, spec))
    return { ...common, anchor: 'center', align: 'center', color: onFill };
  if (type === 'bar') {
    // The library's end of a bar is the upper or the right one, also for what hangs from the axis.
    const end = dataset.data.map((value) => (typeof value === 'number' && value < 0 ? 'start' : 'end'));
    return { ...common, anchor: end, align: end, offset: 2, color: look.primary };
  }
  // The outermost two lean inwards, where a line touches both sides of the plot.
  const align = spec.data.labels.map((_, i, all) =>
    type !== 'line' ? 'top' : i === 0 ? LEANING.right : i === all.length - 1 ? LEANING.left : 'top',
  );
  return { ...common, anchor: 'center', align, offset: 4, color: look.primary };
}

/** Degrees, clockwise from the right. */
const LEANING = { right: -55, left: -125 };

const isStacked = ({ stack }: Bag, { options }: ChartSpec): boolean =>
  stack !== undefined || Object.values(options?.scales ?? {}).some(({ stacked }) => stacked === true);

type Words = Pick<Given, 'content' | 'format' | 'prefix' | 'suffix'>;
type Point = { dataIndex: number; dataset: { data: readonly unknown[] } };

function writer({ content = 'value', format, prefix = '', suffix = '' }: Words, spec: ChartSpec) {
  const usual: Intl.NumberFormatOptions =
    content === 'share' ? { style: 'percent', maximumFractionDigits: 1 } : { maximumFractionDigits: 2 };
  const numbers = new Intl.NumberFormat(
    spec.options?.locale ?? 'en-US',
    (format as object | undefined) ?? usual,
  );
  return (value: unknown, { dataIndex, dataset }: Point): string | null => {
    if (content === 'label') return spec.data.labels[dataIndex] ?? null;
    if (typeof value !== 'number') return null;
    const number = content === 'share' ? value / (sum(dataset.data) || 1) : value;
    const sign = number < 0 && prefix !== '' ? '-' : '';
    return sign + prefix + numbers.format(sign ? -number : number) + suffix;
  };
}

const sum = (data: readonly unknown[]): number =>
  data.reduce<number>((all, value) => all + (typeof value === 'number' ? Math.abs(value) : 0), 0);
