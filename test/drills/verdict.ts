// In: what a drill saw, promise by promise. Out: the same as a table, and whether all were kept.
import { cpus, loadavg } from 'node:os';
import { table } from '../bench/table.ts';

/** `kept` undefined: only told, nothing promised. */
export interface Verdict {
  what: string;
  seen: string;
  promised?: string;
  kept?: boolean;
}

export function report(name: string, verdicts: readonly Verdict[]): boolean {
  const rows = verdicts.map(({ what, seen, promised = '', kept }) => [
    what,
    seen,
    promised,
    kept === undefined ? '' : kept ? 'kept' : 'BROKEN',
  ]);
  const load = loadavg()[0]?.toFixed(1);
  console.log(table([[`${name}: ${cpus().length} cores, load of the machine ${load}`], ...rows]));
  const broken = verdicts.filter(({ kept }) => kept === false).length;
  const promises = verdicts.filter(({ kept }) => kept !== undefined).length;
  console.log(
    `${name}: ${broken === 0 ? `all ${promises} promises kept` : `${broken} of ${promises} promises BROKEN`}\n`,
  );
  return broken === 0;
}

export const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** Nearest rank; NaN for nothing at all. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Times, told as p50 and slowest; with `most` the slowest is held to it. */
export function timesVerdict(what: string, took: readonly number[], most?: number): Verdict {
  const slowest = percentile(took, 1);
  return {
    what: `${what}: p50 and slowest`,
    seen: `${ms(percentile(took, 0.5))}, ${ms(slowest)}`,
    ...(most === undefined ? {} : { promised: `≤ ${ms(most)}`, kept: slowest <= most }),
  };
}

export interface Slope {
  slope: number;
  /** Standard error of the slope; twice that to either side holds the true one in 19 of 20 cases. */
  error: number;
}

/** Least squares: how much `y` grows for each step of `x`. */
export function slope(points: readonly { x: number; y: number }[]): Slope {
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
  const by = points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) / spread;
  const left = points.reduce((sum, { x, y }) => sum + (y - my - by * (x - mx)) ** 2, 0);
  return { slope: by, error: Math.sqrt(left / (points.length - 2) / spread) };
}
