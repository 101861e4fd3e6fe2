// In: a chart. Out: which parts it needs beside Chart.js itself. They are many times as big as this question, and few charts need
// them: the page loads them when one does, the server has them all.
import type { cardPlugin } from './card-plugin.ts';
import type { ChartSpec } from './chart-spec.ts';

export type Extras = { card?: typeof cardPlugin };
export type ExtraName = keyof Extras;

/** Whether anything is drawn around the plot, or the picture has an edge of its own. */
export const isCard = ({ header, legend, kpiStrip, footer, border, borderRadius, padding }: ChartSpec) =>
  [header, legend, kpiStrip, footer, border, borderRadius, padding].some((piece) => piece !== undefined);

export const neededExtras = (spec: ChartSpec): ExtraName[] => (isCard(spec) ? ['card'] : []);
