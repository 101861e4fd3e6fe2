// In: a series of numbers with gaps. Out: what can be said of it in a badge or a figure; undefined where nothing true can be said. Pure.
import type { Numbers } from './template.ts';

type Maybe = number | undefined;

const known = (data: Numbers = []): number[] => data.filter((value) => value !== null);

export const last = (data?: Numbers): Maybe => known(data).at(-1);
export const first = (data?: Numbers): Maybe => known(data)[0];
const before = (data?: Numbers): Maybe => known(data).at(-2);

export const total = (data?: Numbers): Maybe =>
  known(data).length > 0 ? known(data).reduce((sum, value) => sum + value, 0) : undefined;

export const mean = (data?: Numbers): Maybe => quotient(total(data), known(data).length);

export const quotient = (over: Maybe, under: Maybe): Maybe =>
  over === undefined || under === undefined || under === 0 ? undefined : over / under;

export const difference = (from: Maybe, to: Maybe): Maybe =>
  from === undefined || to === undefined ? undefined : to - from;

/** In per cent of where it began. A change from nothing, or from below it, has no percentage. */
export const growth = (from: Maybe, to: Maybe): Maybe =>
  from === undefined || from <= 0 ? undefined : scaled(quotient(difference(from, to), from), 100);

export const scaled = (value: Maybe, factor: number): Maybe => value && value * factor;

/** From the point before the last one to the last. */
export const lastStep = (data?: Numbers): Maybe => difference(before(data), last(data));
export const lastGrowth = (data?: Numbers): Maybe => growth(before(data), last(data));

/** Point by point; a gap in one of them is a gap. */
export const pairwise = (
  a: Numbers,
  b: Numbers,
  make: (a: number, b: number) => number | null,
): (number | null)[] =>
  a.map((left, i) => {
    const right = b[i];
    return left === null || right === null || right === undefined ? null : make(left, right);
  });

/** Point by point over all series, as a stack shows it; a gap counts as nothing unless all are gaps. */
export const stackTotals = (series: readonly { data: Numbers }[]): (number | null)[] =>
  Array.from({ length: Math.max(0, ...series.map(({ data }) => data.length)) }, (_, i) => {
    const values = known(series.map(({ data }) => data[i] ?? null));
    return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) : null;
  });

/** The label of the highest point, the first of several. */
export const peak = (labels: readonly string[], data?: Numbers): string | undefined => {
  const highest = Math.max(...known(data));
  return known(data).length > 0 ? labels[data?.indexOf(highest) ?? -1] : undefined;
};

/** `Jan – Dec`, for a subtitle. */
export const span = (labels: readonly string[]): string =>
  labels.length > 1 ? `${labels[0]} – ${labels.at(-1)}` : (labels[0] ?? '');

/** One value per point of the series: a radius, or whether it has its number beside it. */
export const onLastPoint = <T>(data: Numbers, there: T, elsewhere: T): T[] => {
  const place = data.length - 1 - [...data].reverse().findIndex((value) => value !== null);
  return data.map((_, i) => (i === place ? there : elsewhere));
};

/** For the axis of bars that leave the upper half to a line. */
export const roomAbove = (data?: Numbers): { suggestedMax?: number } => {
  const highest = Math.max(0, ...known(data));
  return highest > 0 ? { suggestedMax: highest * 2 } : {};
};

export const rounded = (value: number): number => Math.round(value * 10) / 10;
