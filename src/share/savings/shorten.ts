// In: a valid chart. Out: the same values in fewer characters: colours, dates, numbers with fewer digits; and how the picture
// changes, if it does. Pure.
import type { ChartSpec } from '#shared/chart-spec.ts';
import { type Bag, isBag } from '#shared/merged.ts';
import type { Path } from '#shared/sentences.ts';
import type { Change } from './change.ts';

/** `#ffffff` → `#fff`, `rgb(255, 0, 0)` → `#f00`, and one colour in place of a list of equal ones. */
export function shorterColours(spec: ChartSpec): Change[] {
  const changes: Change[] = [];
  const visit = (value: unknown, path: Path) => {
    if (Array.isArray(value)) {
      const [first] = value;
      const one = value.length > 1 && typeof first === 'string' && value.every((item) => item === first);
      const points =
        path[0] === 'data' &&
        /^(?:background|border|pointBackground|pointBorder)Color$/.test(String(path.at(-1)));
      if (one && points) changes.push({ path, value: shortColour(first) ?? first });
      else for (const [i, item] of value.entries()) visit(item, [...path, i]);
    } else if (isBag(value)) {
      for (const [key, inner] of Object.entries(value)) if (key !== 'labels') visit(inner, [...path, key]);
    } else if (
      typeof value === 'string' &&
      /colou?r|palette/i.test(path.filter((step) => typeof step === 'string').at(-1) ?? '')
    ) {
      const short = shortColour(value);
      if (short !== undefined) changes.push({ path, value: short });
    }
  };
  for (const key of ['data', 'options', 'theme', 'backgroundColor'] as const)
    visit((spec as Bag)[key], [key]);
  return changes;
}

/** The same colour in fewer characters; undefined when there is none. */
function shortColour(colour: string): string | undefined {
  const rgb = /^rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)$/.exec(colour);
  const hex = rgb
    ? `#${rgb
        .slice(1)
        .map((part) => Math.min(255, Number(part)).toString(16).padStart(2, '0'))
        .join('')}`
    : colour.toLowerCase();
  const opaque = hex.replace(/^(#[\da-f]{6})ff$/, '$1');
  const short = opaque.replace(/^#([\da-f])\1([\da-f])\2([\da-f])\3$/, '#$1$2$3');
  return /^#[\da-f]{3,8}$/.test(short) && short.length < colour.length ? short : undefined;
}

/** Times of the day go when every label is at midnight or the dates alone tell them apart; then the year, when there is but one. */
export function shorterDates(spec: ChartSpec): Change[] {
  const { labels } = spec.data;
  const days = labels.map((label) => /^(\d{4}-\d{2}-\d{2})T[\d:.]+(?:Z|[+-]\d{2}:?\d{2})?$/.exec(label)?.[1]);
  const shorter =
    days.every((day) => day !== undefined) && new Set(days).size === labels.length
      ? (days as string[])
      : labels;
  const dated = shorter.every((label) => /^\d{4}-\d{2}-\d{2}$/.test(label));
  const years = new Set(shorter.map((label) => label.slice(0, 4)));
  const final =
    dated && years.size === 1 && labels.length > 1 ? shorter.map((label) => label.slice(5)) : shorter;
  return final.flatMap((label, i): Change[] =>
    label === labels[i] ? [] : [{ path: ['data', 'labels', i], value: label }],
  );
}

export type Rounding = {
  decimals: number;
  changes: Change[] /** How far a point moves at most, in px. */;
  movesPx: number;
};

/**
 * Numbers with as few decimals as nobody can see; then one step further. A point may move by a quarter of a pixel without a pixel
 * changing much.
 */
export function roundings(spec: ChartSpec): Rounding[] {
  const all = spec.data.datasets.flatMap(({ data }) => data.filter((value) => value !== null));
  const most = Math.max(0, ...all.map(decimalsOf));
  const span = spanOf(spec, all);
  if (most === 0 || span === 0) return [];
  const side = Math.max(spec.width, spec.height) * spec.devicePixelRatio;
  const steps = Array.from({ length: Math.min(most, 12) }, (_, decimals): Rounding => {
    const changes = changesAt(spec, decimals);
    return { decimals, changes, movesPx: ((0.5 * 10 ** -decimals) / span) * side };
  });
  const unseen = steps.find(({ movesPx }) => movesPx <= UNSEEN_PX);
  const seen = steps.findLast(({ movesPx }) => movesPx > UNSEEN_PX && movesPx <= MOST_PX);
  return [unseen, seen].filter((one) => one !== undefined);
}

export const UNSEEN_PX = 0.25;
const MOST_PX = 4;

const decimalsOf = (value: number): number => {
  const [, fraction = '', exponent = '0'] = /^-?\d+(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value)) ?? [];
  return Math.max(0, fraction.length - Number(exponent));
};

/** What one side of the picture shows; slices show their sum. */
function spanOf(spec: ChartSpec, all: readonly number[]): number {
  if (all.length === 0) return 0;
  if (spec.type === 'line') {
    const [low, high] = [Math.min(...all), Math.max(...all)];
    if (high > low) return high - low;
  }
  return Math.max(...all.map(Math.abs));
}

const changesAt = (spec: ChartSpec, decimals: number): Change[] =>
  spec.data.datasets.flatMap(({ data }, i) =>
    data.flatMap((value, at): Change[] => {
      const rounded = value === null ? null : Number(value.toFixed(decimals));
      // Nearly nought is not nought: the tick labels of a series of tiny numbers would be gone.
      return rounded === value || Object.is(rounded, -0)
        ? []
        : [{ path: ['data', 'datasets', i, 'data', at], value: rounded }];
    }),
  );
