// In: text that is clean JSON. Out: the same values, two blanks a level, lists of plain values wrapped at 100 columns. Pure.
import { type Node, parseTree } from 'jsonc-parser';
import { readSyntax } from './syntax.ts';

const columns = 100;

/**
 * Formats. Keys keep their order, numbers and texts the spelling they had. Broken text is refused and comes back untouched:
 * `{ ok: false }`. Takes about 20 ms for 100 KB; Monaco's own formatter takes seconds on long lines.
 */
export function formatJson(text: string): { ok: true; text: string } | { ok: false } {
  if (readSyntax(text).problems.length > 0) return { ok: false };
  const root = parseTree(text);
  return root ? { ok: true, text: `${written(root, text, '', 0)}\n` } : { ok: false };
}

/** A value as it would be written at a place of that indent, beginning in that column. */
export function writtenValue(value: unknown, indent: string, column: number): string {
  const text = JSON.stringify(value);
  const root = parseTree(text);
  return root ? written(root, text, indent, column) : text;
}

const raw = (node: Node, text: string) => text.slice(node.offset, node.offset + node.length);

/** `column` is where the value begins on its line. */
function written(node: Node, text: string, indent: string, column: number): string {
  const children = node.children ?? [];
  if (node.type !== 'object' && node.type !== 'array') return raw(node, text);
  if (children.length === 0) return node.type === 'object' ? '{}' : '[]';
  const inner = `${indent}  `;
  if (node.type === 'array' && children.every((child) => !child.children))
    return plainList(
      children.map((child) => raw(child, text)),
      indent,
      column,
    );
  const parts = children.map((child) => {
    if (child.type !== 'property') return written(child, text, inner, inner.length);
    const [key, value] = child.children ?? [];
    const name = key ? `${raw(key, text)}: ` : '';
    return name + (value ? written(value, text, inner, inner.length + name.length) : 'null');
  });
  const [open, close] = node.type === 'object' ? '{}' : '[]';
  return `${open}\n${parts.map((part) => inner + part).join(',\n')}\n${indent}${close}`;
}

/** One line if it fits, else as many to a line as fit. One column is kept for the comma that may follow. */
function plainList(items: readonly string[], indent: string, column: number): string {
  const oneLine = `[${items.join(', ')}]`;
  if (column + oneLine.length < columns) return oneLine;
  const inner = `${indent}  `;
  const lines: string[] = [];
  let line = inner;
  for (const [index, item] of items.entries()) {
    const piece = index < items.length - 1 ? `${item},` : item;
    if (line !== inner && line.length + 1 + piece.length > columns) {
      lines.push(line);
      line = inner;
    }
    line += line === inner ? piece : ` ${piece}`;
  }
  return `[\n${[...lines, line].join('\n')}\n${indent}]`;
}
