// In: two documents. Out: what a person would say has changed: `labels +2`, `width 800 → 640`, `series “2026”: colour #36a → #f63`.
// Pure. Texts that are no JSON are compared by their lines.
import { isBag } from '#shared/merged.ts';

/** More changes are counted, not named. */
const MOST = 8;

export function differences(before: string, after: string): string[] {
  if (before === after) return [];
  const [a, b] = [parsed(before), parsed(after)];
  if (!a || !b) return [textDifference(before, after)];
  const found: string[] = [];
  try {
    compare(a.value, b.value, [], found);
  } catch {
    // Nested so deep that walking it fails: such a text came from a file, and is no chart.
    return ['Text changed'];
  }
  if (found.length === 0) return ['Formatting only'];
  return found.length <= MOST
    ? found
    : [...found.slice(0, MOST - 1), `${found.length - MOST + 1} more changes`];
}

/** Whether two documents mean the same chart. */
export function sameMeaning(before: string, after: string): boolean {
  const found = differences(before, after);
  return found.length === 0 || found[0] === 'Formatting only';
}

function parsed(text: string): { value: unknown } | undefined {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return undefined;
  }
}

function textDifference(before: string, after: string): string {
  const lines = after.split('\n').length - before.split('\n').length;
  if (lines === 0) return 'Text changed';
  return `${lines > 0 ? '+' : '−'}${Math.abs(lines)} ${Math.abs(lines) === 1 ? 'line' : 'lines'} of text`;
}

type Place = readonly string[];

function compare(a: unknown, b: unknown, place: Place, found: string[]): void {
  if (same(a, b)) return;
  if (isBag(a) && isBag(b)) {
    for (const key of new Set([...Object.keys(a), ...Object.keys(b)]))
      compare(own(a, key), own(b, key), [...place, key], found);
  } else if (Array.isArray(a) && Array.isArray(b)) lists(a, b, place, found);
  else found.push(changed(a, b, place));
}

const own = (bag: Record<string, unknown>, key: string): unknown =>
  Object.hasOwn(bag, key) ? bag[key] : undefined;

function lists(a: readonly unknown[], b: readonly unknown[], place: Place, found: string[]): void {
  const name = named(place);
  if (place.at(-1) === 'datasets') {
    for (let index = 0; index < Math.max(a.length, b.length); index++) {
      const [one, other] = [a[index], b[index]];
      if (one === undefined) found.push(`series ${seriesName(other, index)} added`);
      else if (other === undefined) found.push(`series ${seriesName(one, index)} removed`);
      else compare(one, other, [`series ${seriesName(other, index)}`], found);
    }
    return;
  }
  if (a.length !== b.length) {
    const more = b.length - a.length;
    found.push(`${name} ${more > 0 ? '+' : '−'}${Math.abs(more)}`);
    return;
  }
  const count = a.filter((item, index) => !same(item, b[index])).length;
  const at = a.findIndex((item, index) => !same(item, b[index]));
  found.push(
    count === 1 ? `${name}[${at}] ${shown(a[at])} → ${shown(b[at])}` : `${name}: ${count} values changed`,
  );
}

const seriesName = (dataset: unknown, index: number): string =>
  isBag(dataset) && typeof dataset.label === 'string' && dataset.label !== ''
    ? `“${dataset.label.slice(0, 30)}”`
    : String(index + 1);

function changed(a: unknown, b: unknown, place: Place): string {
  const name = named(place);
  if (a === undefined) return `${name} ${plain(b) ? shown(b) : ''} added`.replace(/\s+/g, ' ');
  if (b === undefined) return `${name} removed`;
  return `${name} ${shown(a)} → ${shown(b)}`;
}

/** The place without what every place has. */
const named = (place: Place): string =>
  place
    .join(' ')
    .replace(/^data (?=labels|series)/, '')
    .replace(/^options (?:plugins )?/, '') || 'document';

const plain = (value: unknown) => typeof value !== 'object' || value === null;
function shown(value: unknown): string {
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (isBag(value)) return 'an object';
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text.length > 32 ? `${text.slice(0, 30)}…` : text || '“”';
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b);
