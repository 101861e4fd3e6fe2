// In: labels and series of any length, and a way to make fewer of them. Out: the shorter ones. Pure.
import type { ChartData, Series } from './chart-data.ts';
import { shapeKept } from './shape-kept.ts';

export const ways = ['all', 'shape', 'average', 'sum', 'top', 'together', 'first', 'last'] as const;
export type Way = (typeof ways)[number];
export type Fewer = { way: Way; count: number };

/** Never more than `count`, whatever the way; `all` is for what fits already. */
export function fewerRows(data: ChartData, { way, count }: Fewer): ChartData {
  if (way === 'together') return fewerRows(together(data), { way: 'top', count });
  if (way === 'all' || data.labels.length <= count) return data;
  const rows = data.labels.map((_, i) => i);
  switch (way) {
    case 'shape':
      return picked(
        data,
        shapeKept(
          data.series.map((one) => one.data),
          data.labels.length,
          count,
        ),
      );
    case 'first':
      return picked(data, rows.slice(0, count));
    case 'last':
      return picked(data, rows.slice(-count));
    case 'top':
      return largest(data, count);
    default:
      return inRuns(data, count, way);
  }
}

const picked = ({ labels, series }: ChartData, rows: readonly number[]): ChartData => ({
  labels: rows.map((i) => labels[i] ?? ''),
  series: series.map((one) => ({ ...one, data: rows.map((i) => one.data[i] ?? null) })),
});

const summed = (values: readonly (number | null)[]): number | null => {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : tidy(numbers.reduce((sum, value) => sum + value, 0));
};

const averaged = (values: readonly (number | null)[]): number | null => {
  const numbers = values.filter((value) => value !== null);
  return numbers.length === 0 ? null : tidy(numbers.reduce((sum, value) => sum + value, 0) / numbers.length);
};

/** 0.1 + 0.2 is 0.3 to everybody who reads a chart. */
const tidy = (value: number): number => Number(value.toPrecision(12));

/** Neighbours become one: runs of equal length, the last one may be shorter. */
function inRuns({ labels, series }: ChartData, count: number, how: 'average' | 'sum'): ChartData {
  const length = Math.ceil(labels.length / count);
  const starts = Array.from({ length: Math.ceil(labels.length / length) }, (_, i) => i * length);
  const one = how === 'sum' ? summed : averaged;
  return {
    labels: starts.map((start) => {
      const [first, last] = [labels[start] ?? '', labels[Math.min(start + length, labels.length) - 1] ?? ''];
      return first === last ? first : `${first} – ${last}`;
    }),
    series: series.map((it) => ({
      ...it,
      data: starts.map((start) => one(it.data.slice(start, start + length))),
    })),
  };
}

/** The largest of the first series in falling order, everything else as one sum at the end. */
function largest(data: ChartData, count: number): ChartData {
  const [leading] = data.series;
  const rows = data.labels
    .map((_, i) => i)
    .sort((a, b) => (leading?.data[b] ?? -Infinity) - (leading?.data[a] ?? -Infinity));
  const kept = picked(data, rows.slice(0, count - 1));
  const rest = picked(data, rows.slice(count - 1));
  return {
    labels: [...kept.labels, 'Other'],
    series: kept.series.map((one, i) => ({
      ...one,
      data: [...one.data, summed(rest.series[i]?.data ?? [])],
    })),
  };
}

/** Rows of the same label become one, with their sum, in the order of their first appearance. */
function together({ labels, series }: ChartData): ChartData {
  const rowsOf = new Map<string, number[]>();
  for (const [i, label] of labels.entries()) {
    const rows = rowsOf.get(label);
    if (rows) rows.push(i);
    else rowsOf.set(label, [i]);
  }
  const groups = [...rowsOf.values()];
  const sums = ({ data, ...one }: Series): Series => ({
    ...one,
    data: groups.map((rows) => summed(rows.map((i) => data[i] ?? null))),
  });
  return { labels: [...rowsOf.keys()], series: series.map(sums) };
}
