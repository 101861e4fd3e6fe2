// In: text, a path and a value. Out: the smallest edits that put the value there and leave everything else as typed. Pure.
import { modify, type Node } from 'jsonc-parser';
import type { Path } from '#shared/sentences.ts';
import { nodeAt } from './places.ts';
import { readSyntax } from './syntax.ts';

/** Replace `length` characters at `offset` by `content`. Edits of one list never overlap and all mean the same text. */
export type TextEdit = { offset: number; length: number; content: string };

const formattingOptions = { insertSpaces: true, tabSize: 2, eol: '\n' };

/**
 * Edits that set a value, or with `undefined` take it away. Empty when there is nothing to do or no place for it: the text is
 * broken (an edit could land anywhere) or no object, or the path runs through a number.
 */
export function setValue(text: string, path: Path, value: unknown): TextEdit[] {
  const { root, problems } = readSyntax(text);
  if (root?.type !== 'object' || problems.length > 0) return [];
  const node = nodeAt(root, path);
  // Of keys that appear twice the last one counts, which is not the one that `modify` would find.
  if (node && value !== undefined) {
    const content = JSON.stringify(value, null, 2);
    const same = content === text.slice(node.offset, node.offset + node.length);
    return same ? [] : [{ offset: node.offset, length: node.length, content }];
  }
  const parent = node ? undefined : nodeAt(root, path.slice(0, -1));
  if (parent?.type === 'object' && value !== undefined)
    return [added(text, parent, String(path.at(-1)), value)];
  try {
    return modify(text, path, value, { formattingOptions });
  } catch {
    return [];
  }
}

/**
 * A new key at the end of an object, set apart as the key before it is: on a line of its own or behind it. (`modify` would
 * format the whole line that it touches.)
 */
function added(text: string, object: Node, key: string, value: unknown): TextEdit {
  const property = `${JSON.stringify(key)}: ${JSON.stringify(value)}`;
  const last = object.children?.at(-1);
  if (!last) return { offset: object.offset, length: object.length, content: `{ ${property} }` };
  const before = /\s*$/.exec(text.slice(0, last.offset))?.[0] ?? '';
  const gap = before.includes('\n') ? before.slice(before.lastIndexOf('\n')) : ' ';
  return { offset: last.offset + last.length, length: 0, content: `,${gap}${property}` };
}

/** The text after edits of one list. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  const backwards = edits.toSorted((a, b) => b.offset - a.offset);
  return backwards.reduce(
    (whole, { offset, length, content }) => whole.slice(0, offset) + content + whole.slice(offset + length),
    text,
  );
}
