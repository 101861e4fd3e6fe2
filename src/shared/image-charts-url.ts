// In: a chart of this playground. Out: the same as a URL of the Image-Charts dialect, and what that dialect has no word for. Pure.
import { DEFAULTS } from './chart-spec.ts';
import { IMAGE_CHARTS_PATHS } from './image-charts-query.ts';

type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** What goes into `c`; width, height and background are parameters of their own. */
const inside = ['type', 'data', 'options'];
const beside = ['width', 'height', 'backgroundColor'];

/** Path and query with today's Chart.js shapes. A value that is no chart goes out as it is: refusing it is the server's part. */
export function imageChartsPath(chart: unknown): string {
  const bag = isBag(chart) ? chart : undefined;
  const c = bag
    ? Object.fromEntries(inside.filter((key) => key in bag).map((key) => [key, bag[key]]))
    : chart;
  const parameters: [string, unknown][] = [
    ['c', typeof c === 'string' ? c : JSON.stringify(c)],
    ['width', bag?.width ?? DEFAULTS.width],
    ['height', bag?.height ?? DEFAULTS.height],
  ];
  if (bag?.backgroundColor !== undefined) parameters.push(['backgroundColor', bag.backgroundColor]);
  const query = parameters.map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`).join('&');
  return `${IMAGE_CHARTS_PATHS['4']}?${query}`;
}

/** Root fields that this dialect cannot carry, in the order of the chart. */
export const notInImageCharts = (chart: unknown): string[] =>
  isBag(chart) ? Object.keys(chart).filter((key) => !inside.includes(key) && !beside.includes(key)) : [];
