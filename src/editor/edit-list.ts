// In: a list (or an object) of the parser's tree. Out: edits that add, take away or change over its children, and touch no other
// letter. Pure.
import type { Node } from 'jsonc-parser';
import type { TextEdit } from './edit-value.ts';
import { indentAt, type Style, written } from './written.ts';

const endOf = ({ offset, length }: Node) => offset + length;

/** Takes children away with one comma each; what stands between the others stays. */
export function withoutChildren(holder: Node, leaves: (child: Node, index: number) => boolean): TextEdit[] {
  const children = holder.children ?? [];
  const edits: TextEdit[] = [];
  for (let from = 0; from < children.length; from++) {
    const first = children[from];
    if (!first || !leaves(first, from)) continue;
    let to = from;
    for (let next = children[to + 1]; next && leaves(next, to + 1); next = children[to + 1]) to++;
    const before = children[from - 1];
    const after = children[to + 1];
    const start = before ? endOf(before) : after ? first.offset : holder.offset + 1;
    const end = before ? endOf(children[to] ?? first) : after ? after.offset : endOf(holder) - 1;
    edits.push({ offset: start, length: end - start, content: '' });
    from = to;
  }
  return edits;
}

/** Puts items in before the one at `at`, or at the end, set apart as the items there are. */
export function insertItems(
  text: string,
  style: Style,
  list: Node,
  at: number,
  items: readonly unknown[],
): TextEdit[] {
  if (items.length === 0) return [];
  const children = list.children ?? [];
  const [first, second] = children;
  if (!first) {
    const content = written(items, style, indentAt(text, list.offset));
    return [{ offset: list.offset, length: list.length, content }];
  }
  const lead = text.slice(list.offset + 1, first.offset);
  const gap = second
    ? afterComma(text.slice(endOf(first), second.offset))
    : /\n/.test(lead)
      ? lead
      : style.gap;
  const neighbour = children[Math.min(at, children.length - 1)] ?? first;
  const open = text.slice(neighbour.offset, endOf(neighbour)).startsWith('{\n');
  const indent = /\n/.test(gap) ? gap.slice(gap.lastIndexOf('\n') + 1) : indentAt(text, neighbour.offset);
  const texts = items.map((item) => written(item, style, indent, open));
  const next = children[at];
  return next
    ? [{ offset: next.offset, length: 0, content: texts.map((item) => `${item},${gap}`).join('') }]
    : [
        {
          offset: endOf(children.at(-1) ?? first),
          length: 0,
          content: texts.map((item) => `,${gap}${item}`).join(''),
        },
      ];
}

const afterComma = (between: string) => between.slice(between.indexOf(',') + 1);

/** Two items change places, each as it was typed. */
export function swapItems(text: string, list: Node, a: number, b: number): TextEdit[] {
  const [one, other] = [list.children?.[a], list.children?.[b]];
  if (!one || !other || a === b) return [];
  const typed = (node: Node) => text.slice(node.offset, endOf(node));
  return [
    { offset: one.offset, length: one.length, content: typed(other) },
    { offset: other.offset, length: other.length, content: typed(one) },
  ];
}
