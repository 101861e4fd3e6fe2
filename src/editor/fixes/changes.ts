// In: what shall happen to a document. Out: its text afterwards, with everything that is not concerned left as typed. Pure.
import type { Path } from '#shared/sentences.ts';
import { applyEdits, setValue } from '../edit-value.ts';
import { formatJson } from '../format.ts';
import { nodeAt, propertyOf } from '../places.ts';
import { readSyntax } from '../syntax.ts';

/** One thing after the other: `value` put at `path`, or with `undefined` taken away; `key` gives it another name. */
export type Step = { path: Path; value?: unknown; key?: string };
/** `text` stands for all steps, where the change is made by offsets. */
export type Change = { title: string; steps: readonly Step[]; text?: string };

const named = (path: Path) => `“${String(path.at(-1))}”`;

export const put = (path: Path, value: unknown, title: string): Change => ({
  title,
  steps: [{ path, value }],
});
export const remove = (path: Path): Change => ({ title: `Remove ${named(path)}`, steps: [{ path }] });
export const rename = (path: Path, key: string): Change => ({
  title: `Rename to “${key}”`,
  steps: [{ path, key }],
});
export const move = (from: Path, to: Path, value: unknown): Change => ({
  title: `Move to ${to.join('.')}`,
  steps: [{ path: from }, { path: to, value }],
});

/** The text after a change; undefined where it finds no place for it. */
export function changed(text: string, { steps, text: whole }: Change): string | undefined {
  let now = whole ?? text;
  for (const step of steps) {
    const next = stepped(now, step);
    if (next === undefined) return undefined;
    now = next;
  }
  return now === text ? undefined : now;
}

function stepped(text: string, { path, value, key }: Step): string | undefined {
  if (key !== undefined) return renamed(text, path, key);
  if (path.length === 0) return compact(value, '');
  // What must hold the value first, so that each is added as its neighbours are.
  let now = text;
  for (let length = 1; value !== undefined && length < path.length; length++) {
    const above = path.slice(0, length);
    if (nodeAt(readSyntax(now).root, above) === undefined) now = applyEdits(now, setValue(now, above, {}));
  }
  const edits = setValue(now, path, value);
  return edits.length > 0 ? applyEdits(now, edits) : undefined;
}

function renamed(text: string, path: Path, key: string): string | undefined {
  const holder = nodeAt(readSyntax(text).root, path.slice(0, -1));
  const name = holder && propertyOf(holder, String(path.at(-1)))?.children?.[0];
  if (!name) return undefined;
  return text.slice(0, name.offset) + JSON.stringify(key) + text.slice(name.offset + name.length);
}

function compact(value: unknown, otherwise: string): string {
  const formatted = formatJson(JSON.stringify(value));
  return formatted.ok ? formatted.text : otherwise;
}
