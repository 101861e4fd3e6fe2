// In: a valid chart and room for some characters. Out: its series in words: a line by its way from first to last and its peak,
// bars and slices by their values or their extremes. What does not fit is told with less detail, then only counted.
import { numberWords } from './alt-text-number.ts';
import type { ChartSpec } from './chart-spec.ts';
import { inOrder } from './label-order.ts';

type Point = { label: string; value: number };
type Series = { name: string; points: Point[]; say: (value: number) => string };

/** As many values are told one by one. */
const MOST_LISTED = 8;
const LABEL_CHARACTERS = 30;
/** A change smaller than this part of the range is none that one would see. */
const FLAT = 0.02;

export function seriesWords(spec: ChartSpec, room: number): string {
  const all = spec.data.datasets.flatMap((dataset, index): Series[] => {
    if (dataset.hidden === true) return [];
    const points = dataset.data.flatMap((value, at) =>
      value === null ? [] : [{ label: labelAt(spec, at), value }],
    );
    return [{ name: named(dataset.label, index, spec), points, say: numberWords(spec, dataset) }];
  });
  const full = all.filter(({ points }) => points.length > 0);
  if (full.length === 0) return 'No values.';
  const span = spanWords(spec);
  const fits = (words: string): boolean => words.length <= room;
  for (const detail of [2, 1, 0] as const) {
    const words = joined(span, full, detail, spec);
    if (fits(words)) return words;
  }
  for (let count = full.length - 1; count > 0; count--) {
    const left = full.length - count;
    const words = `${joined(span, full.slice(0, count), 0, spec)} And ${left} more series.`;
    if (fits(words)) return words;
  }
  return full.length === 1 ? `${full[0]?.points.length} values.` : `${full.length} series.`;
}

const labelAt = (spec: ChartSpec, at: number): string => clean(spec.data.labels[at] ?? `${at + 1}`);

function clean(text: string): string {
  // Midnight of a day is the day.
  const plain = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .replace(/(?<=^\d{4}-\d{2}-\d{2})T00:00(?::00(?:\.0+)?)?Z?$/, '')
    .trim();
  const points = [...plain];
  return points.length > LABEL_CHARACTERS ? `${points.slice(0, LABEL_CHARACTERS - 1).join('')}…` : plain;
}

function named(label: string | undefined, index: number, spec: ChartSpec): string {
  const name = clean(label ?? '');
  return name || (spec.data.datasets.length > 1 ? `Series ${index + 1}` : '');
}

const ordered = (spec: ChartSpec): boolean =>
  (spec.type === 'line' || spec.type === 'bar') && (spec.type === 'line' || inOrder(spec.data.labels));

/** `Jan to Dec.` */
function spanWords(spec: ChartSpec): string {
  const { labels } = spec.data;
  if (!ordered(spec) || labels.length < 2) return '';
  const [first, last] = [labelAt(spec, 0), labelAt(spec, labels.length - 1)];
  return first && last && first !== last ? `${first} to ${last}.` : '';
}

type Detail = 0 | 1 | 2;

function joined(span: string, series: readonly Series[], detail: Detail, spec: ChartSpec): string {
  const clauses = series.map((one) => {
    const words = clauseOf(one, detail, spec);
    return one.name ? `${one.name}: ${words}` : words.charAt(0).toUpperCase() + words.slice(1);
  });
  return [span, `${clauses.join('; ')}.`].filter(Boolean).join(' ');
}

function clauseOf({ points, say }: Series, detail: Detail, spec: ChartSpec): string {
  const first = points[0];
  const last = points.at(-1);
  if (!first || !last) return 'no values';
  if (points.length === 1) return `${first.label} ${say(first.value)}`.trim();
  if (ordered(spec)) return wayWords(points, say, detail);
  const total = points.reduce((sum, { value }) => sum + value, 0);
  const round = spec.type === 'pie' || spec.type === 'doughnut';
  // Values that make up 100 are shares already.
  const shares = round && total > 0 && Math.abs(total - 100) > 0.5 && points.every(({ value }) => value >= 0);
  const told = ({ label, value }: Point): string =>
    shares && detail === 2
      ? `${label} ${say(value)} (${Math.round((value / total) * 100)}%)`
      : `${label} ${say(value)}`;
  if (detail > 0 && points.length <= MOST_LISTED) return points.map(told).join(', ');
  const [low, high] = extremes(points);
  return `highest ${told(high)}, lowest ${told(low)}`;
}

/** From the first value to the last, and whatever lies clearly outside of the two. */
function wayWords(points: readonly Point[], say: Series['say'], detail: Detail): string {
  const first = points[0] as Point;
  const last = points.at(-1) as Point;
  const [low, high] = extremes(points);
  const range = high.value - low.value;
  if (range === 0) return `steady at ${say(first.value)}`;
  const change = last.value - first.value;
  const way =
    Math.abs(change) < range * FLAT
      ? `from ${say(first.value)} back to ${say(last.value)}`
      : `${change > 0 ? 'rising' : 'falling'} from ${say(first.value)} to ${say(last.value)}`;
  const peaks = [
    ...(outside(high, first, last) ? [['highest', high] as const] : []),
    ...(outside(low, first, last) ? [['lowest', low] as const] : []),
  ].map(([word, point]) => `${word} ${say(point.value)}${detail === 2 ? ` (${point.label})` : ''}`);
  return detail === 0 ? way : [way, ...peaks].join(', ');
}

const outside = (point: Point, first: Point, last: Point): boolean =>
  point.value > Math.max(first.value, last.value) || point.value < Math.min(first.value, last.value);

function extremes(points: readonly Point[]): [low: Point, high: Point] {
  let low = points[0] as Point;
  let high = low;
  for (const point of points) {
    if (point.value < low.value) low = point;
    if (point.value > high.value) high = point;
  }
  return [low, high];
}
