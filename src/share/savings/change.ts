// In: a chart as text and as value, and what to change in it. Out: the chart after that, and the edits that make the text say so:
// values are replaced where they stand, keys and items are taken away with their commas. Pure.
import type { Path } from '#shared/sentences.ts';
import { applyEdits, setValue, type TextEdit } from '../../editor/edit-value.ts';
import { nodeAt, treeOf } from '../../editor/places.ts';

/** `undefined` takes a key away. */
export type Change = { path: Path; value: unknown };

type Bag = Record<string, unknown>;

/** The value after the changes; nothing of the old one is touched, and what did not change is shared with it. */
export const changed = (value: unknown, changes: readonly Change[]): unknown =>
  changes.reduce((whole, change) => changedAt(whole, change.path, change.value), value);

function changedAt(whole: unknown, [step, ...rest]: Path, value: unknown): unknown {
  if (step === undefined) return value;
  if (Array.isArray(whole)) return whole.map((item, i) => (i === step ? changedAt(item, rest, value) : item));
  const bag = (whole ?? {}) as Bag;
  if (value === undefined && !Object.hasOwn(bag, step)) return whole;
  if (rest.length === 0 && value === undefined)
    return Object.fromEntries(Object.entries(bag).filter(([key]) => key !== step));
  return { ...bag, [step]: changedAt(bag[step], rest, value) };
}

/** Edits of `text`, one list. Values first, in one pass; each removal is a small edit of what is there then. */
export function editsFor(text: string, changes: readonly Change[]): TextEdit[] {
  const root = treeOf(text);
  const values = changes
    .filter(({ value }) => value !== undefined)
    .flatMap(({ path, value }): TextEdit[] => {
      const node = nodeAt(root, path);
      return node ? [{ offset: node.offset, length: node.length, content: JSON.stringify(value) }] : [];
    });
  const removals = changes.filter(({ value }) => value === undefined);
  if (removals.length === 0) return values;
  // From the end, so that the places of list items before it stay what they were.
  const after = removals.reduceRight(
    (current, { path }) => applyEdits(current, setValue(current, path, undefined)),
    applyEdits(text, values),
  );
  return difference(text, after);
}

/** Items of a list that stay, told by their index; the spelling and the lines of the others stay as they are. */
export function keepItems(text: string, path: Path, keep: (index: number) => boolean): TextEdit[] {
  const items = nodeAt(treeOf(text), path)?.children ?? [];
  return items.flatMap((item, i): TextEdit[] => {
    if (keep(i)) return [];
    const before = items[i - 1];
    const start = before ? before.offset + before.length : item.offset;
    return [{ offset: start, length: item.offset + item.length - start, content: '' }];
  });
}

/** One edit that turns one text into the other, as short as its ends allow. */
function difference(before: string, after: string): TextEdit[] {
  if (before === after) return [];
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before[start] === after[start]) start++;
  let end = 0;
  while (end < shorter - start && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return [
    { offset: start, length: before.length - start - end, content: after.slice(start, after.length - end) },
  ];
}
