// In: a valid chart. Out: the options that say what would be drawn without them: because ours are the same, which is tried one by
// one, or because they switch off what nobody switched on. Pure.
import { chartConfig } from '#shared/chart-config.ts';
import { axisLetter } from '#shared/chart-cross-checks.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { type Bag, isBag } from '#shared/merged.ts';
import type { Path } from '#shared/sentences.ts';
import { type Change, changed } from './change.ts';

/** Each try makes a whole configuration, which costs the more the more points there are. */
const MOST_TRIES = 300;
const MOST_TRIES_OF_MANY = 60;
const MANY_POINTS = 4000;

/** Paths to take away, together. */
export function usualOptions(spec: ChartSpec): Change[] {
  const off = switchedOff(spec);
  let current = changed(spec, off) as ChartSpec;
  const dropped: Change[] = [...off];
  const points = spec.data.datasets.reduce((sum, { data }) => sum + data.length, 0);
  let tries = points > MANY_POINTS ? MOST_TRIES_OF_MANY : MOST_TRIES;
  const wanted = drawing(current);
  const visit = (value: unknown, path: Path) => {
    if (!isBag(value)) return;
    for (const key of Object.keys(value)) {
      const at = [...path, key];
      if (key === 'data' || tries-- <= 0) continue;
      const change = { path: at, value: undefined };
      const without = changed(current, [change]) as ChartSpec;
      if (drawing(without) === wanted) {
        current = without;
        dropped.push(change);
      } else visit(value[key], at);
    }
  };
  visit(current.options, ['options']);
  for (const [i, dataset] of current.data.datasets.entries()) visit(dataset, ['data', 'datasets', i]);
  return dropped;
}

/** What reaches the drawing library, but for the labels and numbers, which stay: the same of it is the same picture. */
const drawing = (spec: ChartSpec): string =>
  JSON.stringify(chartConfig(spec), (key, value: unknown) =>
    (key === 'data' || key === 'labels') && Array.isArray(value) ? value.length : value,
  );

/** Options that are off, or as they are, unless somebody says otherwise (Chart.js 4). */
function switchedOff(spec: ChartSpec): Change[] {
  const found: Change[] = [];
  const drop = (path: Path) => found.push({ path, value: undefined });
  const { options = {}, data } = spec;
  const plugins: Bag = options.plugins ?? {};
  for (const name of ['title', 'subtitle']) if (isOff(plugins[name])) drop(['options', 'plugins', name]);
  const lying = options.indexAxis === 'y';
  if (options.indexAxis === 'x') drop(['options', 'indexAxis']);
  for (const [id, axis] of Object.entries(options.scales ?? {})) {
    const letter = axisLetter(id, axis as Bag);
    const holdsLabels = (letter === 'x') !== lying;
    const usual: Bag = {
      display: true,
      stacked: false,
      reverse: false,
      offset: undefined,
      ...(letter === 'r' ? {} : { type: holdsLabels ? 'category' : 'linear' }),
      ...(id === 'x' ? { position: 'bottom' } : id === 'y' ? { position: 'left' } : {}),
    };
    for (const [key, value] of Object.entries(usual))
      if (value !== undefined && (axis as Bag)[key] === value) drop(['options', 'scales', id, key]);
    if (isOff(axis.title)) drop(['options', 'scales', id, 'title']);
  }
  for (const [i, dataset] of data.datasets.entries()) {
    const line = (dataset.type ?? spec.type) === 'line';
    const usual: Bag = {
      hidden: false,
      ...(line ? { fill: false, stepped: false, spanGaps: false, tension: 0 } : {}),
    };
    const forAll: Bag = { ...(options.elements?.line as Bag | undefined), ...(options as Bag) };
    for (const [key, value] of Object.entries(usual))
      if ((dataset as Bag)[key] === value && forAll[key] === undefined) drop(['data', 'datasets', i, key]);
  }
  return found;
}

const isOff = (part: unknown): boolean => part === false || (isBag(part) && part.display === false);
