// In: a key that nothing knows at its place, and the whole document. Out: documents in which it is called otherwise, stands
// elsewhere, or is gone. Guesses as well: whoever asks keeps those that heal.

import { type Bag, isBag } from '#shared/merged.ts';
import { nearest, type Path } from '#shared/sentences.ts';
import type { Schema } from '../schema-at.ts';
import { type Change, move, put, remove, rename } from './changes.ts';

/** Keys of the root in other tools, or one level too high, and where they belong here. */
const homes: Readonly<Record<string, (value: unknown) => [Path, unknown] | undefined>> = {
  labels: (value) => [['data', 'labels'], value],
  datasets: (value) => [['data', 'datasets'], value],
  plugins: (value) => [['options', 'plugins'], value],
  scales: (value) => [['options', 'scales'], value],
  title: (value) => [
    ['options', 'plugins', 'title'],
    typeof value === 'string' ? { display: true, text: value } : value,
  ],
  subtitle: (value) => [
    ['options', 'plugins', 'subtitle'],
    typeof value === 'string' ? { display: true, text: value } : value,
  ],
  palette: (value) => [['theme', 'palette'], value],
  colors: (value) => [['theme', 'palette'], value],
  colours: (value) => [['theme', 'palette'], value],
  kpis: (value) => [['kpiStrip'], value],
  dpr: (value) => [['devicePixelRatio'], value],
  brandKit: (value) => [['brandKitId'], value],
};

export function keyFixes(path: Path, value: unknown, holders: readonly Schema[], holder: unknown): Change[] {
  const key = String(path.at(-1));
  const present = isBag(holder) ? Object.keys(holder as Bag) : [];
  const known = [...new Set(holders.flatMap(({ properties = {} }) => Object.keys(properties)))];
  const near = nearest(
    key,
    known.filter((one) => !present.includes(one)),
  );
  const changes: Change[] = [];
  if (near !== undefined) changes.push(rename(path, near));
  const home = path.length === 1 && Object.hasOwn(homes, key) ? homes[key]?.(value) : undefined;
  if (home) changes.push(move(path, home[0], home[1]));
  // `{ "chart": { … } }`, as other services take it.
  if (path.length === 1 && isBag(value) && 'data' in value && !present.includes('data'))
    changes.push({ title: `Use what “${key}” holds`, steps: [{ path: [], value }] });
  changes.push(remove(path));
  return changes;
}

/** What a chart must have and this one lacks. */
export function missing(path: Path, document: unknown): Change[] {
  const key = String(path.at(-1));
  const data = isBag(document) && isBag(document.data) ? document.data : {};
  const [first] = Array.isArray(data.datasets) ? data.datasets : [];
  const points = isBag(first) && Array.isArray(first.data) ? first.data.length : 3;
  const labels = Array.from({ length: Math.max(1, Math.min(points, 1000)) }, (_, index) => String(index + 1));
  const values: Readonly<Record<string, unknown>> = {
    type: 'bar',
    labels,
    data: path.length === 1 ? { labels: ['A', 'B', 'C'], datasets: [{ data: [1, 2, 3] }] } : [],
    datasets: [{ data: labels.map(() => 0) }],
    text: '',
    label: '',
    value: '',
  };
  return Object.hasOwn(values, key) ? [put(path, values[key], `Insert “${key}”`)] : [];
}
