// In: a JSON value and the text it will stand in. Out: the value as that text would write it: its colons, gaps and steps of
// indentation. Pure.
import type { Node } from 'jsonc-parser';

export type Style = {
  /** Between key and value, with its blanks. */
  colon: string;
  /** After a comma on one line, and inside braces. */
  gap: string;
  /** One step of indentation; undefined where everything stands on one line. */
  unit: string | undefined;
};

/** Longer values are set on lines of their own, if the text has lines at all. */
const columns = 80;

export function styleOf(text: string, root: Node): Style {
  const first = root.children?.[0];
  const [key, value] = first?.children ?? [];
  if (!first || !key || !value) return { colon: ': ', gap: ' ', unit: undefined };
  const between = text.slice(key.offset + key.length, value.offset);
  const colon = /\n/.test(between) ? ': ' : between;
  const lead = text.slice(root.offset + 1, first.offset);
  const unit = /\n[ \t]+$/.test(lead) ? lead.slice(lead.lastIndexOf('\n') + 1) : undefined;
  return { colon, gap: /\s/.test(colon) || unit !== undefined ? ' ' : '', unit };
}

/** The blanks that begin the line of an offset. */
export function indentAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  return /^[ \t]*/.exec(text.slice(start, offset))?.[0] ?? '';
}

/** `indent` is that of the line the value begins on. `open` sets an object on several lines even if it is short. */
export function written(value: unknown, style: Style, indent: string, open = false): string {
  const short = inline(value, style);
  const { unit, colon } = style;
  if (unit === undefined || typeof value !== 'object' || value === null) return short;
  const list = Array.isArray(value);
  const plain = list && value.every((item) => typeof item !== 'object' || item === null);
  const parts = list ? value : Object.keys(value);
  if (parts.length === 0 || plain || (!open && short.length + indent.length <= columns)) return short;
  const inner = indent + unit;
  const lines = list
    ? value.map((item) => written(item, style, inner))
    : Object.entries(value)
        .filter(([, item]) => item !== undefined)
        .map(([key, item]) => `${JSON.stringify(key)}${colon}${written(item, style, inner)}`);
  const [left, right] = list ? '[]' : '{}';
  return `${left}\n${lines.map((line) => inner + line).join(',\n')}\n${indent}${right}`;
}

function inline(value: unknown, style: Style): string {
  const { colon, gap } = style;
  if (Array.isArray(value)) return `[${value.map((item) => inline(item, style)).join(`,${gap}`)}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).filter(([, item]) => item !== undefined);
  if (entries.length === 0) return '{}';
  const body = entries.map(([key, item]) => `${JSON.stringify(key)}${colon}${inline(item, style)}`);
  return `{${gap}${body.join(`,${gap}`)}${gap}}`;
}
