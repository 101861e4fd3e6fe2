// In: series of one length and how many points may stay. Out: which ones draw nearly the same lines: largest triangle, three
// buckets (Steinarsson 2013), where the triangles of all series are added up, for they share their labels. Pure.

export function shapeKept(
  series: readonly (readonly (number | null)[])[],
  length: number,
  count: number,
): number[] {
  if (count >= length) return Array.from({ length }, (_, i) => i);
  if (count < 3) return [0, length - 1].slice(0, count);
  const heights = series.map(heightOf);
  const every = (length - 2) / (count - 2);
  const kept = [0];
  for (let bucket = 0; bucket < count - 2; bucket++) {
    const start = Math.floor(bucket * every) + 1;
    const end = Math.floor((bucket + 1) * every) + 1;
    const last = kept.at(-1) ?? 0;
    const next = series.map((data) =>
      mean(data, end, Math.min(length, Math.floor((bucket + 2) * every) + 1)),
    );
    const middle = (end + Math.min(length, Math.floor((bucket + 2) * every) + 1) - 1) / 2;
    let best = start;
    let largest = -1;
    for (let i = start; i < end; i++) {
      let area = 0;
      for (let s = 0; s < series.length; s++) {
        const [a, b, c] = [series[s]?.[last], series[s]?.[i], next[s]];
        if (b === null || b === undefined) continue;
        const [from, to] = [a ?? b, c ?? b];
        area += Math.abs((last - middle) * (b - from) - (last - i) * (to - from)) / (heights[s] ?? 1);
      }
      if (area > largest) [largest, best] = [area, i];
    }
    kept.push(best);
  }
  return [...kept, length - 1];
}

/** A series of small numbers counts as much as one of large ones. */
function heightOf(data: readonly (number | null)[]): number {
  let [low, high] = [Infinity, -Infinity];
  for (const value of data) {
    if (value === null) continue;
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return high > low ? high - low : 1;
}

function mean(data: readonly (number | null)[], start: number, end: number): number | undefined {
  let [sum, count] = [0, 0];
  for (let i = start; i < end; i++) {
    const value = data[i];
    if (value === null || value === undefined) continue;
    sum += value;
    count++;
  }
  return count > 0 ? sum / count : undefined;
}
