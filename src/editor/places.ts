// In: the parser's tree and a path. Out: the range of text that a person should look at.
import { type Node, parseTree } from 'jsonc-parser';
import { axisId } from '#shared/axis-options.ts';
import { LIMITS } from '#shared/limits.ts';
import { forbiddenKey } from '#shared/plain-data.ts';
import { type Path, unknownKey } from '#shared/sentences.ts';
import { bracketsOf } from './brackets.ts';
import { type Problem, problemMaker, type TextRange } from './problem.ts';

/** The tolerant tree of any text, or nothing when it holds no value or is nested so deep that walking it would fail. */
export function treeOf(text: string): Node | undefined {
  return bracketsOf(text).tooDeep === undefined
    ? parseTree(text, undefined, { allowTrailingComma: true, disallowComments: false })
    : undefined;
}

/** The last property of that name, which is the one that `JSON.parse` keeps. */
export const propertyOf = (object: Node, key: string): Node | undefined =>
  object.children?.findLast((property) => property.children?.[0]?.value === key);

function childOf(node: Node, step: string | number): Node | undefined {
  if (node.type === 'array') return typeof step === 'number' ? node.children?.[step] : undefined;
  return node.type === 'object' ? propertyOf(node, String(step))?.children?.[1] : undefined;
}

/** The node of a value, or nothing where the path leaves the tree. */
export function nodeAt(root: Node | undefined, path: Path): Node | undefined {
  let node = root;
  for (const step of path) node = node && childOf(node, step);
  return node;
}

/**
 * The range of a path: the value; for a `key` the key itself; for a missing value the key of the nearest ancestor that exists,
 * or its opening bracket if it has no key. Never fails: a tree that is not there is the start of the text.
 */
export function placeOf(root: Node | undefined, path: Path, about: 'value' | 'key' = 'value'): TextRange {
  if (!root) return { start: 0, end: 0 };
  let node = root;
  let key: Node | undefined;
  for (const step of path) {
    const property = node.type === 'object' ? propertyOf(node, String(step)) : undefined;
    const next = childOf(node, step);
    if (!next) return property?.children?.[0] ? rangeOf(property.children[0]) : ancestor(node, key);
    key = property?.children?.[0];
    node = next;
  }
  return rangeOf(about === 'key' && key ? key : node);
}

const rangeOf = (node: Node): TextRange => ({ start: node.offset, end: node.offset + node.length });

function ancestor(node: Node, key: Node | undefined): TextRange {
  if (node.type !== 'object' && node.type !== 'array') return rangeOf(node);
  return key ? rangeOf(key) : { start: node.offset, end: node.offset + 1 };
}

/** The range for an issue of the schema or of the server, which may be about a key, a value or a surplus of elements. */
export function placeOfIssue(root: Node | undefined, path: Path, message: string): TextRange {
  if (aboutKey(path, message)) return placeOf(root, path, 'key');
  const list = nodeAt(root, path);
  const most = /\bat most (\d+)/i.exec(message);
  const surplus = list?.type === 'array' && most ? list.children?.[Number(most[1])] : undefined;
  const last = surplus && list?.children?.at(-1);
  return surplus && last
    ? { start: surplus.offset, end: last.offset + last.length }
    : placeOf(root, path, 'value');
}

function aboutKey(path: Path, message: string): boolean {
  const key = path.at(-1);
  if (typeof key !== 'string') return false;
  if (message.startsWith(unknownKey(key, []))) return true;
  if (forbiddenKey(key) || key.length > LIMITS.keyCharacters) return true;
  return path.at(-2) === 'scales' && !axisId.safeParse(key).success;
}

/** The server's `details` as problems of this text. Never throws, whatever the text or the paths hold. */
export function problemsFromDetails(
  text: string,
  details: readonly { path: string; message: string }[],
): Problem[] {
  if (details.length === 0) return [];
  const root = treeOf(text);
  const problem = problemMaker(text);
  return details.map(({ path: dots, message }) => {
    const path = pathFrom(root, dots);
    const range = placeOfIssue(root, path, message);
    return problem({ severity: 'error', source: 'server', path, message, range });
  });
}

/** `data.datasets.0.data` → steps. Digits are an index only inside an array; a key may hold dots itself. */
export function pathFrom(root: Node | undefined, dots: string): Path {
  if (dots === '') return [];
  const steps = dots.split('.');
  const path: Path = [];
  let node = root;
  while (steps.length > 0) {
    const taken = node?.type === 'object' ? Math.max(1, longestKey(node, steps)) : 1;
    const word = steps.splice(0, taken).join('.');
    const step = node?.type === 'array' && /^\d{1,9}$/.test(word) ? Number(word) : word;
    path.push(step);
    node = node && childOf(node, step);
  }
  return path;
}

function longestKey(object: Node, steps: readonly string[]): number {
  for (let count = steps.length; count > 0; count--)
    if (propertyOf(object, steps.slice(0, count).join('.'))) return count;
  return 0;
}
