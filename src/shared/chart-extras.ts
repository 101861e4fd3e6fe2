// In: a chart. Out: which parts it needs beside Chart.js itself. They are many times as big as this question, and few charts need
// them: the page loads them when one does, the server has them all.
import type { annotations } from './annotations.ts';
import type { cardPlugin } from './card-plugin.ts';
import type { ChartSpec } from './chart-spec.ts';
import type { dataLabels } from './data-labels.ts';

export type Extras = {
  card?: typeof cardPlugin;
  dataLabels?: typeof dataLabels;
  annotations?: typeof annotations;
};
export type ExtraName = keyof Extras;

/** Whether anything is drawn around the plot, or the picture has an edge of its own. */
export const isCard = ({ header, legend, kpiStrip, footer, border, borderRadius, padding }: ChartSpec) =>
  [header, legend, kpiStrip, footer, border, borderRadius, padding].some((piece) => piece !== undefined);

/** Whether numbers are written on bars, points or slices. */
export const hasDataLabels = ({ data, options }: ChartSpec): boolean =>
  [options?.plugins, ...data.datasets].some((place) => typeof place?.datalabels === 'object');

const isAnnotated = ({ options }: ChartSpec): boolean => typeof options?.plugins?.annotation === 'object';

export const neededExtras = (spec: ChartSpec): ExtraName[] => [
  ...(isCard(spec) ? (['card'] as const) : []),
  ...(hasDataLabels(spec) ? (['dataLabels'] as const) : []),
  ...(isAnnotated(spec) ? (['annotations'] as const) : []),
];
