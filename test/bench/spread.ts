// In: numbers. Out: their median, their 95th percentile (nearest rank) and the largest. Pure.
export type Spread = { count: number; median: number; p95: number; max: number };

/** NaN for no numbers at all: an empty row must not look like a fast one. */
export function spread(numbers: readonly number[]): Spread {
  const sorted = numbers.toSorted((a, b) => a - b);
  const count = sorted.length;
  const at = (index: number) => sorted[index] ?? Number.NaN;
  return {
    count,
    median: (at(Math.floor((count - 1) / 2)) + at(Math.ceil((count - 1) / 2))) / 2,
    p95: at(Math.ceil(count * 0.95) - 1),
    max: at(count - 1),
  };
}
