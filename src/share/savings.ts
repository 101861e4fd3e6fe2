// In: a valid chart and its text. Out: what would make its URL shorter, each with how much, what becomes of the picture, and the
// edits that do it. Only what really saves is offered, the most first.
import { type ChartSpec, readSpec } from '#shared/chart-spec.ts';
import type { Dialect } from '#shared/errors.ts';
import { shortestPath } from '#shared/short-url.ts';
import type { TextEdit } from '../editor/edit-value.ts';
import { type Change, changed, editsFor, keepItems } from './savings/change.ts';
import { hiddenSeries, unseenLabels, unseenNames } from './savings/drop-unseen.ts';
import { usualOptions } from './savings/drop-usual.ts';
import { roundings, shorterColours, shorterDates, UNSEEN_PX } from './savings/shorten.ts';

export type Saving = {
  id: string;
  /** What is done: `Round 240 numbers to 2 decimals`. */
  label: string;
  /** What becomes of the picture; `same` to the pixel, or in words. */
  picture: string;
  /** Characters of the shortest URL afterwards, and the part of it that is saved, in percent. */
  characters: number;
  percent: number;
  edits: () => TextEdit[];
};

/** No saving brings a longer one down to what a URL may have. */
const HOPELESS = 60_000;

type Plan = Pick<Saving, 'id' | 'label' | 'picture'> & { value: unknown; edits: () => TextEdit[] };

export function savings(text: string, value: unknown, spec: ChartSpec, dialect: Dialect): Saving[] {
  const before = shortestPath(value, dialect)?.length ?? 0;
  if (before > HOPELESS) return [];
  return plans(text, value, spec)
    .flatMap(({ value: after, ...plan }): Saving[] => {
      const characters = shortestPath(after, dialect)?.length ?? before;
      const percent = Math.round(((before - characters) / before) * 100);
      return characters < before && percent > 0 ? [{ ...plan, characters, percent }] : [];
    })
    .sort((a, b) => a.characters - b.characters);
}

function plans(text: string, value: unknown, spec: ChartSpec): Plan[] {
  const given = (changes: readonly Change[]) => ({
    value: changed(value, changes),
    edits: () => editsFor(text, changes),
  });
  const found: Plan[] = [];
  const offer = (id: string, label: string, picture: string, changes: readonly Change[]) => {
    if (changes.length > 0 && readSpec(changed(value, changes)).ok)
      found.push({ id, label, picture, ...given(changes) });
  };
  for (const { decimals, changes, movesPx } of roundings(spec))
    offer(
      `round-${decimals}`,
      `Round ${counted(changes.length, 'number')} to ${decimals === 0 ? 'whole ones' : counted(decimals, 'decimal')}`,
      movesPx <= UNSEEN_PX
        ? 'points move by less than one can see'
        : `points move by up to ${movesPx < 1 ? 'a pixel' : `${Math.ceil(movesPx)} px`}`,
      changes,
    );
  const usual = usualOptions(spec).filter(({ path }) => isThere(value, path));
  offer(
    'usual',
    `Drop ${counted(usual.length, 'option')} that ${usual.length === 1 ? 'is' : 'are'} the default anyway`,
    'same',
    usual,
  );
  offer('colours', 'Write colours shorter', 'same', shorterColours(spec));
  offer('dates', 'Shorten the dates', 'labels are shorter', shorterDates(spec));
  const [blank] = unseenLabels(spec);
  if (blank)
    offer(
      'labels',
      `Blank ${counted(spec.data.labels.length, 'label')} that no axis shows`,
      'same; generated alternative text loses them',
      spec.data.labels.map((_, i) => ({ path: ['data', 'labels', i], value: '' })),
    );
  const names = unseenNames(spec);
  offer(
    'names',
    `Drop ${counted(names.length, 'name')} that no legend shows`,
    'same; generated alternative text loses them',
    names,
  );
  const hidden = hiddenSeries(spec);
  if (hidden) found.push(...withoutHidden(text, value, hidden));
  const thinner = thinned(text, value, spec);
  if (thinner) found.push(thinner);
  return found;
}

type Document = { data: { labels: unknown[]; datasets: { data: unknown[] }[] } };

/** Items leave a list from its end, or the ones behind would be others. */
function withoutHidden(
  text: string,
  value: unknown,
  { changes, picture }: { changes: Change[]; picture: string },
): Plan[] {
  const gone = new Set(changes.map(({ path }) => path.at(-1)));
  const { data } = value as Document;
  const datasets = data.datasets.filter((_, i) => !gone.has(i));
  return [
    {
      id: 'hidden',
      label: `Drop ${counted(gone.size, 'hidden series', 'hidden series')}`,
      picture,
      value: changed(value, [{ path: ['data', 'datasets'], value: datasets }]),
      edits: () => editsFor(text, changes),
    },
  ];
}

const MANY_POINTS = 60;

/** The last resort for long lines. */
function thinned(text: string, value: unknown, spec: ChartSpec): Plan | undefined {
  const { labels, datasets } = spec.data;
  const lines = datasets.every(({ type = spec.type }) => type === 'line');
  if (
    !lines ||
    labels.length < MANY_POINTS ||
    datasets.some((dataset) => Object.values(dataset).filter(Array.isArray).length > 1)
  )
    return undefined;
  const keep = (i: number) => i % 2 === 0;
  const paths = [['data', 'labels'], ...datasets.map((_, i) => ['data', 'datasets', i, 'data'])];
  const { data } = value as Document;
  const lists = [data.labels, ...data.datasets.map((dataset) => dataset.data)];
  return {
    id: 'thin',
    label: `Keep every second of ${labels.length} points`,
    picture: 'lines lose detail',
    value: changed(
      value,
      paths.map((path, i) => ({ path, value: (lists[i] ?? []).filter((_, at) => keep(at)) })),
    ),
    edits: () => paths.flatMap((path) => keepItems(text, path, keep)),
  };
}

const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 ? one : many}`;

function isThere(value: unknown, path: readonly (string | number)[]): boolean {
  let inner = value;
  for (const step of path) {
    if (typeof inner !== 'object' || inner === null || !Object.hasOwn(inner, step)) return false;
    inner = (inner as Record<string | number, unknown>)[step];
  }
  return true;
}
