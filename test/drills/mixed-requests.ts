// In: a seed. Out: bodies as a public server gets them: most are repeats, some are new charts of every kind, some are hostile.
import { chartTypes, formats } from '#shared/chart-spec.ts';
import { diceOf } from '../fixtures/dice.ts';
import { hostileCharts } from '../fixtures/hostile-charts.ts';
import { randomChart } from '../fixtures/random-chart.ts';

const REPEATS = 0.7;
const HOSTILE = 0.1;
/** Repeats are of one of so many charts before. */
const REMEMBERED = 300;
const SIZES = [
  [800, 400],
  [640, 320],
  [1200, 630],
  [300, 300],
  [1600, 900],
] as const;

export type Mixed = { body: string; kind: 'new' | 'repeat' | 'hostile' };

/** @param taller px that every picture is higher: the same walk again, of which no cache knows anything */
export function mixedRequests(seed: number, taller = 0): () => Mixed {
  const dice = diceOf(seed);
  const before: string[] = [];

  function fresh(): string {
    const format = dice.pick(formats);
    const [width, height] = dice.chance(0.3)
      ? [100 + dice.below(1900), 100 + dice.below(900)]
      : dice.pick(SIZES);
    const size = { format, width, height: height + taller };
    if (dice.chance(0.25)) {
      const chart = randomChart(dice.below(1_000_000)) as { height?: number };
      return JSON.stringify({ ...chart, height: Math.min(4000, (chart.height ?? 400) + taller), format });
    }
    const points = dice.chance(0.05) ? 1000 : dice.pick([5, 12, 12, 31]);
    const labels = Array.from({ length: points }, (_, i) => `Label ${i + 1}`);
    const datasets = Array.from({ length: dice.pick([1, 1, 2, 3]) }, (_, i) => ({
      label: `Series ${i + 1}`,
      data: labels.map(() => dice.below(10_000) / 10),
    }));
    return JSON.stringify({ type: dice.pick(chartTypes), ...size, data: { labels, datasets } });
  }

  return () => {
    if (dice.chance(HOSTILE)) return { body: dice.pick(hostileCharts).text, kind: 'hostile' };
    if (before.length > 0 && dice.chance(REPEATS / (1 - HOSTILE)))
      return { body: dice.pick(before), kind: 'repeat' };
    const body = fresh();
    if (before.length < REMEMBERED) before.push(body);
    else before[dice.below(REMEMBERED)] = body;
    return { body, kind: 'new' };
  };
}
