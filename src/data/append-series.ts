// In: a chart's labels and series, and those to add. Out: both together, each value beside its own label. Pure.
import type { ChartData, Series } from './chart-data.ts';

/** Labels that both know are one. Where they share none but are equally many, the rows go by their order. */
export function appended(before: ChartData, data: ChartData): ChartData {
  const places = new Map(before.labels.map((label, i) => [label.trim(), i]));
  const known = data.labels.filter((label) => places.has(label.trim())).length;
  const inOrder = known === 0 && data.labels.length <= before.labels.length;
  const labels = [...before.labels];
  const at = data.labels.map((label, i) => {
    if (inOrder) return i;
    const place = places.get(label.trim());
    if (place !== undefined) return place;
    places.set(label.trim(), labels.length);
    return labels.push(label) - 1;
  });
  const spread = ({ data: values, ...one }: Series): Series => {
    const placed: (number | null)[] = labels.map(() => null);
    for (const [i, value] of values.entries()) placed[at[i] ?? i] = value;
    return { ...one, data: placed };
  };
  return { labels, series: [...before.series, ...data.series.map(spread)] };
}
