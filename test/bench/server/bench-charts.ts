// In: a case of the bench and a number. Out: its chart, as the value or the text that is sent. The same number gives the same
// chart; another number changes one data value, which makes another picture of the same cost.
import { diceOf } from '../../fixtures/dice.ts';

export const chartCases = [
  '12-bar PNG',
  'pie PNG',
  '3 x 1000 line PNG',
  '12-bar SVG',
  'pie SVG',
  '3 x 1000 line SVG',
  '12-bar PDF',
  'pie PDF',
  '3 x 1000 line PDF',
  '12-bar JPEG',
  '12-bar WebP',
  '4000 x 4000 bar PNG',
] as const;
export type ChartCase = (typeof chartCases)[number];

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const REVENUE = [12, 15, 18, 9, 22, 30, 27, 25, 19, 23, 28, 35];
const SHARES = [38, 27, 18, 11, 6];

interface Drawn {
  type: string;
  data: { labels: string[]; datasets: { label: string; data: number[] }[] };
}

export function benchChart(name: ChartCase, variant: number) {
  const nudge = (variant + 1) / 100_000_000;
  const format = (/(\w+)$/.exec(name)?.[1] ?? 'png').toLowerCase();
  const side = name.startsWith('4000') ? { width: 4000, height: 4000 } : { width: 800, height: 400 };
  return { ...side, format, ...drawn(name, nudge) };
}

function drawn(name: ChartCase, nudge: number): Drawn {
  if (name.startsWith('pie')) {
    const labels = ['Direct', 'Search', 'Mail', 'Social', 'Other'];
    return { type: 'pie', data: { labels, datasets: [{ label: 'Visits', data: nudged(SHARES, nudge) }] } };
  }
  if (!name.startsWith('3 x 1000'))
    return {
      type: 'bar',
      data: { labels: MONTHS, datasets: [{ label: 'Revenue', data: nudged(REVENUE, nudge) }] },
    };
  const dice = diceOf(3);
  const labels = Array.from({ length: 1000 }, (_, i) => `Day ${i + 1}`);
  const datasets = ['North', 'South', 'West'].map((label) => ({
    label,
    data: nudged(
      walk(() => dice.below(401)),
      nudge,
    ),
  }));
  return { type: 'line', data: { labels, datasets } };
}

const nudged = ([first = 0, ...rest]: readonly number[], nudge: number): number[] => [first + nudge, ...rest];

/** A series as measured ones are: each value near the one before. */
function walk(step: () => number): number[] {
  let tenths = 5000;
  return Array.from({ length: 1000 }, () => {
    tenths = Math.max(1000, tenths + step() - 200);
    return tenths / 10;
  });
}
