// In: a chart, and words that somebody wrote for it. Out: the same words when this chart is shared again. They are no part of the
// chart, which has no place for them; a chart is known by what it is about: kind, title and series, whatever its numbers.
import { z } from 'zod';
import { altText } from '#shared/alt-text.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';

const NAME = 'chart-playground.alt';
const MOST_CHARTS = 100;

const entry = z.object({
  chart: z.string(),
  words: z.string(),
  /** What was generated when they were written: if that changed since, so did the numbers. */
  generated: z.string(),
});
const shape = z.object({ v: z.literal(1), entries: z.array(entry).max(MOST_CHARTS * 2) });

export type OwnAlt = { words: string /** Written for other numbers. */; outdated: boolean };

export function ownAlt(spec: ChartSpec): OwnAlt | undefined {
  const found = read().find(({ chart }) => chart === nameOf(spec));
  return found && { words: found.words, outdated: found.generated !== altText(spec) };
}

/** Empty words are none: then the generated ones are used again. False when the browser keeps nothing. */
export function keepOwnAlt(spec: ChartSpec, words: string): boolean {
  const chart = nameOf(spec);
  const others = read().filter((one) => one.chart !== chart);
  const entries = words.trim() === '' ? others : [{ chart, words, generated: altText(spec) }, ...others];
  try {
    localStorage.setItem(NAME, JSON.stringify({ v: 1, entries: entries.slice(0, MOST_CHARTS) }));
    return true;
  } catch {
    return false;
  }
}

function nameOf({ type, header, options, data }: ChartSpec): string {
  const { title } = options?.plugins ?? {};
  const series = data.datasets.map(({ label = '' }) => label);
  return JSON.stringify([type, header?.title ?? (title ? title.text : '') ?? '', series]);
}

function read(): z.infer<typeof entry>[] {
  try {
    const parsed = shape.safeParse(JSON.parse(localStorage.getItem(NAME) ?? 'null'));
    return parsed.success ? parsed.data.entries : [];
  } catch {
    return [];
  }
}
