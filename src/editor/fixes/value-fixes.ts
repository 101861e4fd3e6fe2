// In: a value that breaks a rule, and the schemas that may govern its place. Out: values that might have been meant, the likeliest
// first, each with a sentence. Pure guesses: whoever asks tries each and keeps those that heal.
import { scalarText } from '#shared/scalar-text.ts';
import { nearest } from '#shared/sentences.ts';
import type { Schema } from '../schema-at.ts';

export type Guess = { title: string; value: unknown };

export function guesses(value: unknown, schemas: readonly Schema[]): Guess[] {
  return [
    ...oneOf(value, schemas),
    ...otherKind(value, schemas),
    ...within(value, schemas),
    ...listed(value, schemas),
    ...coloured(value),
  ];
}

const shown = (value: unknown): string => {
  const text = JSON.stringify(value) ?? '';
  return text.length > 40 ? `${text.slice(0, 38)}…` : text;
};
const set = (value: unknown): Guess => ({ title: `Change to ${shown(value)}`, value });

function oneOf(value: unknown, schemas: readonly Schema[]): Guess[] {
  const allowed = schemas.flatMap(({ enum: values = [], const: only }) =>
    only === undefined ? values : [only, ...values],
  );
  const texts = allowed.filter((one) => typeof one === 'string');
  if (texts.length === 0) return [];
  const near = nearest(value, texts) ?? synonym(value, texts);
  // With nothing near, a short list is still worth choosing from.
  if (near === undefined) return texts.length <= 6 ? texts.map(set) : [];
  return [set(near)];
}

/** Names that other tools use for the same. */
const others: Readonly<Record<string, string>> = {
  column: 'bar',
  columns: 'bar',
  horizontalbar: 'bar',
  area: 'line',
  donut: 'doughnut',
  ring: 'doughnut',
  polar: 'polarArea',
  spider: 'radar',
  jpg: 'jpeg',
};

function synonym(value: unknown, texts: readonly string[]): string | undefined {
  const name = typeof value === 'string' ? value.toLowerCase() : '';
  const meant = Object.hasOwn(others, name) ? others[name] : undefined;
  return meant !== undefined && texts.includes(meant) ? meant : undefined;
}

function otherKind(value: unknown, schemas: readonly Schema[]): Guess[] {
  const kinds = new Set(schemas.flatMap(({ type }) => (type === undefined ? [] : [type].flat())));
  const found: unknown[] = [];
  if (kinds.has('number') || kinds.has('integer')) {
    const number = numberIn(value);
    if (number !== undefined)
      found.push(kinds.has('integer') && !kinds.has('number') ? Math.round(number) : number);
  }
  if (kinds.has('boolean')) {
    if (/^(true|yes|on)$/i.test(scalarText(value)) || value === 1) found.push(true);
    if (/^(false|no|off)$/i.test(scalarText(value)) || value === 0) found.push(false);
  }
  if (kinds.has('string') && (typeof value === 'number' || typeof value === 'boolean'))
    found.push(String(value));
  if (kinds.has('string') && value === null) found.push('');
  return found.map(set);
}

/** `"1,200"`, `"1 200"`, `"12.5 %"`, `"$3"`: one number and what people write around it. */
export function numberIn(value: unknown): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  if (typeof value !== 'string') return undefined;
  const bare = value
    .trim()
    .replace(/^[$€£¥]\s*|\s*(?:[%$€£¥]|px|ms|s)$/gu, '')
    .replace(/(?<=\d)[\s\u00A0\u202F'’](?=\d{3})/g, '');
  const plain = /^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(bare) ? bare.replaceAll(',', '') : bare;
  if (!/^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?$/i.test(plain)) return undefined;
  const number = Number(plain);
  return Number.isFinite(number) ? number : undefined;
}

function within(value: unknown, schemas: readonly Schema[]): Guess[] {
  if (typeof value !== 'number') return [];
  const bounds = schemas.filter(({ minimum, maximum }) => minimum !== undefined || maximum !== undefined);
  const clamped = bounds.map(({ minimum = -Infinity, maximum = Infinity, type }) => {
    const held = Math.min(maximum, Math.max(minimum, value));
    return type === 'integer' ? Math.round(held) : held;
  });
  return [...new Set(clamped)].filter((one) => one !== value && Number.isFinite(one)).map(set);
}

function listed(value: unknown, schemas: readonly Schema[]): Guess[] {
  const list = schemas.find(({ type }) => [type].flat().includes('array'));
  if (!list) return [];
  if (Array.isArray(value)) {
    const { maxItems } = list;
    return maxItems !== undefined && value.length > maxItems
      ? [{ title: `Keep the first ${maxItems} of ${value.length}`, value: value.slice(0, maxItems) }]
      : [];
  }
  if (value === null || typeof value === 'object') return [];
  const parts = typeof value === 'string' ? value.split(/\s*[,;]\s*/).filter(Boolean) : [value];
  const items = [list.items ?? []].flat();
  const takesNumbers = items.some(({ type, anyOf = [] }) =>
    [type, ...anyOf.map((one) => one.type)].flat().includes('number'),
  );
  const numbers = parts.map(numberIn);
  const made = takesNumbers && numbers.every((one) => one !== undefined) ? numbers : parts.map(String);
  return [{ title: `Put into a list: ${shown(made)}`, value: made }];
}

function coloured(value: unknown): Guess[] {
  return typeof value === 'string' && /^(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})$/i.test(value)
    ? [set(`#${value}`)]
    : [];
}
