// In: text, a path and a value. Out: the smallest edits that put the value there and leave everything else as typed. Pure.
import type { Node } from 'jsonc-parser';
import type { Path } from '#shared/sentences.ts';
import { insertItems, withoutChildren } from './edit-list.ts';
import { nodeAt } from './places.ts';
import { readSyntax } from './syntax.ts';
import { indentAt, type Style, styleOf, written } from './written.ts';

/** Replace `length` characters at `offset` by `content`. Edits of one list never overlap and all mean the same text. */
export type TextEdit = { offset: number; length: number; content: string };

/**
 * Edits that set a value, or with `undefined` take it away. Objects that are missing on the way are made. Empty when there is
 * nothing to do or no place for it: the text is broken (an edit could land anywhere) or no object, the path runs through a
 * number or past the end of a list.
 *
 * @param prunes whether the object at a path goes too when the value that leaves was its last
 */
export function setValue(
  text: string,
  path: Path,
  value: unknown,
  prunes: (path: Path) => boolean = () => false,
): TextEdit[] {
  const root = cleanRoot(text);
  if (!root) return [];
  return value === undefined ? taken(root, path, prunes) : put(text, root, path, value);
}

/** The tree of a text that is clean JSON and holds an object. */
export function cleanRoot(text: string): Node | undefined {
  const { root, problems } = readSyntax(text);
  return root?.type === 'object' && problems.length === 0 ? root : undefined;
}

/** The same for a tree at hand. */
export function put(text: string, root: Node, path: Path, value: unknown): TextEdit[] {
  const style = styleOf(text, root);
  const node = nodeAt(root, path);
  if (node) {
    const typed = text.slice(node.offset, node.offset + node.length);
    if (JSON.stringify(JSON.parse(typed)) === JSON.stringify(value)) return [];
    const content = written(value, style, indentAt(text, node.offset));
    return [{ offset: node.offset, length: node.length, content }];
  }
  let depth = path.length - 1;
  while (depth > 0 && !nodeAt(root, path.slice(0, depth))) depth--;
  const holder = nodeAt(root, path.slice(0, depth));
  const [step, ...rest] = path.slice(depth);
  const inner = nested(rest, value);
  if (!holder || step === undefined || inner === undefined) return [];
  if (holder.type === 'object') return [added(text, style, holder, String(step), inner)];
  const appends = holder.type === 'array' && step === (holder.children?.length ?? 0);
  return appends ? insertItems(text, style, holder, step, [inner]) : [];
}

/** The value with the objects and lists around it that the rest of a path asks for. */
function nested(rest: Path, value: unknown): unknown {
  if (rest.some((step) => typeof step === 'number' && step !== 0)) return undefined;
  return rest.reduceRight<unknown>((held, step) => (step === 0 ? [held] : { [step]: held }), value);
}

/** A new key at the end of an object, set apart as the key before it is: on a line of its own or behind it. */
function added(text: string, style: Style, object: Node, key: string, value: unknown): TextEdit {
  const last = object.children?.at(-1);
  const indent = indentAt(text, object.offset);
  if (!last)
    return {
      offset: object.offset,
      length: object.length,
      content: written({ [key]: value }, style, indent),
    };
  const before = /\s*$/.exec(text.slice(0, last.offset))?.[0] ?? '';
  const line = before.lastIndexOf('\n');
  const gap = line >= 0 ? before.slice(line) : style.gap;
  const inner = line >= 0 ? before.slice(line + 1) : indent;
  const property = `${JSON.stringify(key)}${style.colon}${written(value, style, inner)}`;
  return { offset: last.offset + last.length, length: 0, content: `,${gap}${property}` };
}

function taken(root: Node, path: Path, prunes: (path: Path) => boolean): TextEdit[] {
  const step = path.at(-1);
  const around = path.slice(0, -1);
  const holder = nodeAt(root, around);
  const children = holder?.children ?? [];
  if (!holder || step === undefined) return [];
  const leaves = (child: Node, index: number) =>
    holder.type === 'object' ? child.children?.[0]?.value === String(step) : index === step;
  if (!children.some(leaves)) return [];
  // Of keys that appear twice all go: the one before would come into force.
  if (around.length > 0 && children.every(leaves) && prunes(around)) return taken(root, around, prunes);
  return withoutChildren(holder, leaves);
}

/** The text after edits of one list. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const backwards = edits.toSorted((a, b) => b.offset - a.offset);
  return backwards.reduce(
    (whole, { offset, length, content }) => whole.slice(0, offset) + content + whole.slice(offset + length),
    text,
  );
}
