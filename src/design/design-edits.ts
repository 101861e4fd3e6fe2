// In: the text, a path and a value of a field. Out: the edits that a field makes: what becomes empty leaves, and with it the
// objects that held nothing else. Pure.
import type { Path } from '#shared/sentences.ts';
import { applyEdits, cleanRoot, put, setValue, type TextEdit } from '../editor/edit-value.ts';
import { nodeAt } from '../editor/places.ts';
import { replacement } from '../editor/replacement.ts';

/** A place and what shall stand there; `undefined` takes it away. */
export type Change = readonly [path: Path, value: unknown];

/** Several changes are one stretch of text, from the first letter that differs to the last. */
export function designEdits(text: string, changes: readonly Change[]): TextEdit[] {
  const [only, second] = changes;
  if (!only) return [];
  if (!second) return editsOf(text, only);
  const after = changes.reduce((sofar, change) => applyEdits(sofar, editsOf(sofar, change)), text);
  const edit = replacement(text, after);
  return edit ? [edit] : [];
}

function editsOf(text: string, [path, value]: Change): TextEdit[] {
  if (value === undefined) return setValue(text, path, undefined, prunes);
  const root = cleanRoot(text);
  if (!root) return [];
  // A plain value in the way, such as `"title": false`, gives place to an object.
  const depth = path.findIndex((_, i) => i > 0 && isPlain(root, path.slice(0, i)));
  const rest = path.slice(depth);
  if (depth < 0 || rest.some((step) => typeof step === 'number')) return put(text, root, path, value);
  return put(text, root, path.slice(0, depth), around(rest, value));
}

const around = (rest: Path, value: unknown) =>
  rest.reduceRight<unknown>((held, step) => ({ [step]: held }), value);

function isPlain(root: NonNullable<ReturnType<typeof cleanRoot>>, path: Path): boolean {
  const type = nodeAt(root, path)?.type;
  return type !== undefined && type !== 'object' && type !== 'array';
}

/**
 * Whether an object that lost its last key goes as well. What the chart needs stays, and so does what means something by being
 * there: an item of a list, an axis with a name of its own.
 */
export function prunes(path: Path): boolean {
  const [first, second, third] = path;
  if (first === 'data' || typeof path.at(-1) === 'number') return false;
  return !(first === 'options' && second === 'scales' && path.length === 3 && !/^[xyr]$/.test(String(third)));
}
