// In: what a test cares about. Out: a whole valid chart, the rest filled in.
import type { ChartSpec } from '#shared/chart-spec.ts';

export const FONTS = new URL('../../../public/fonts', import.meta.url).pathname;

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

export function aChart(own: Partial<ChartSpec> = {}): ChartSpec {
  return {
    type: 'bar',
    width: 800,
    height: 400,
    format: 'png',
    devicePixelRatio: 1,
    returnUrl: false,
    data: {
      labels: MONTHS,
      datasets: [{ label: 'Revenue', data: [12, 15, 18, 9, 22, 30, 27, 25, 19, 23, 28, 35] }],
    },
    ...own,
  };
}

/** A chart that makes the hostile child do what its first label says. */
export const order = (what: string): ChartSpec =>
  aChart({ data: { labels: [what], datasets: [{ data: [1] }] } });
