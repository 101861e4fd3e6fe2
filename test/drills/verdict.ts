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
  return verdicts.every(({ kept }) => kept !== false);
}

export const mb = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MiB`;
export const ms = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`;

/** Nearest rank; NaN for nothing at all. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

/** Least squares: how much `y` grows for each step of `x`. */
export function slope(points: readonly { x: number; y: number }[]): number {
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [mx, my] = [mean(({ x }) => x), mean(({ y }) => y)];
  const spread = points.reduce((sum, { x }) => sum + (x - mx) ** 2, 0);
  return points.reduce((sum, { x, y }) => sum + (x - mx) * (y - my), 0) / spread;
}
