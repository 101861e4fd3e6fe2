// In: text, the caret and the exported JSON Schema. Out: keys that are missing here, or values that are allowed here. Pure.
import { getLocation, type Node } from 'jsonc-parser';
import type { Path } from '#shared/sentences.ts';
import { nodeAt, treeOf } from './places.ts';
import { kindsOf, refused, type Schema, schemasAt, valuesOf } from './schema-at.ts';

export type Suggestion = {
  label: string;
  kind: 'key' | 'value';
  /** Of a key a snippet: `$0`, `${0:…}` are places to type, a plain `$` is escaped. Of a value plain text. */
  insert: string;
  /** What it replaces, UTF-16 offsets. */
  start: number;
  end: number;
  /** Kind of value, short. */
  detail: string;
  description: string;
  /** A key whose value is one of a list: that list is what comes next. */
  choices?: boolean;
};

/** Suggestions in the order they should be shown; empty inside comments, numbers and places without a schema. */
export function completions(text: string, offset: number, schema: Schema): Suggestion[] {
  const root = treeOf(text);
  if (!root && text.trim() !== '') return [];
  const location = getLocation(text, offset);
  const range = wordAt(text, offset, location.previousNode);
  return location.isAtPropertyKey
    ? keys(text, root, location.path.slice(0, -1), range, schema)
    : values(text, location.path, range, schema);
}

type Word = { start: number; end: number };

/** The text or bare word under the caret, quotes included. */
function wordAt(text: string, offset: number, node: Node | undefined): Word {
  if (
    node &&
    node.offset <= offset &&
    offset <= node.offset + node.length &&
    (node.type === 'string' || node.type === 'property')
  ) {
    // A quote just typed reaches as far as the next one: only letters right behind the caret are part of the word.
    const rest = /^[\w$.+-]*"?/.exec(text.slice(offset, node.offset + node.length))?.[0] ?? '';
    return { start: node.offset, end: offset + rest.length };
  }
  let [start, end] = [offset, offset];
  while (/[\w$.+-]/.test(text[start - 1] ?? '')) start--;
  while (/[\w$.+-]/.test(text[end] ?? '')) end++;
  return { start, end };
}

function keys(text: string, root: Node | undefined, path: Path, range: Word, schema: Schema): Suggestion[] {
  const object = nodeAt(root, path);
  if (!object || range.start <= object.offset || isBehind(text, object, range.start)) return [];
  const present = new Set(
    (object.children ?? []).flatMap((property) => {
      const key = property.children?.[0];
      // The key being typed is not "already there".
      return key && !(key.offset <= range.start && range.end <= key.offset + key.length) ? [key.value] : [];
    }),
  );
  const after = /^\s*(.?)/.exec(text.slice(range.end, range.end + 400))?.[1] ?? '';
  return candidates(root, path, schema)
    .filter(({ key, schemas }) => !present.has(key) && !schemas.every(refused))
    .map(({ key, schemas }) => ({
      label: key,
      kind: 'key',
      insert:
        escaped(JSON.stringify(key)) +
        (after === ':' ? '' : `: ${blank(schemas)}${after === '"' ? ',' : ''}`),
      ...range,
      detail: detailOf(schemas),
      description: schemas[0]?.description ?? '',
      ...(after !== ':' && textsOf(schemas).length > 0 ? { choices: true } : {}),
    }));
}

/** An object that is still open reaches as far as somebody types. */
const isBehind = (text: string, { offset, length }: Node, at: number) =>
  text[offset + length - 1] === '}' && at >= offset + length;

type Candidate = { key: string; schemas: Schema[] };

/** Required keys first, then the explained ones, then the rest, each in the order of the schema. */
function candidates(root: Node | undefined, path: Path, schema: Schema): Candidate[] {
  const holders = schemasAt(schema, path);
  const required = new Set(holders.flatMap((holder) => holder.required ?? []));
  const named = [...new Set(holders.flatMap((holder) => Object.keys(holder.properties ?? {})))];
  const axes = path.join('.') === 'options.scales' ? axesOf(nodeAt(root, ['type'])?.value) : [];
  const all = [...named, ...axes].map((key) => ({ key, schemas: schemasAt(schema, [...path, key]) }));
  const rank = ({ key, schemas }: Candidate) =>
    required.has(key) ? 0 : schemas.some((s) => s.description) ? 1 : 2;
  return all.toSorted((a, b) => rank(a) - rank(b));
}

/** Which axes a chart of this type has. */
function axesOf(type: unknown): string[] {
  if (type === 'pie' || type === 'doughnut') return [];
  return type === 'radar' || type === 'polarArea' ? ['r'] : ['x', 'y'];
}

function values(text: string, path: Path, range: Word, schema: Schema): Suggestion[] {
  const schemas = schemasAt(schema, path);
  const after = /^\s*(.?)/.exec(text.slice(range.end, range.end + 400))?.[1] ?? '';
  // Only an object can be followed by a key without a comma; in a list the next value begins in many ways.
  const comma = after === '"' && typeof path.at(-1) === 'string' ? ',' : '';
  return valuesOf(schemas).map((value) => ({
    label: JSON.stringify(value),
    kind: 'value',
    insert: JSON.stringify(value) + comma,
    ...range,
    detail: '',
    description: schemas.find((s) => s.description)?.description ?? '',
  }));
}

/** The texts a value has to be chosen from. */
const textsOf = (schemas: readonly Schema[]): unknown[] => {
  const first = schemas.find((s) => !refused(s));
  return first ? valuesOf([first]).filter((value) => typeof value === 'string') : [];
};

/** `line | bar | pie …`, or the kind of value where there is nothing to choose. */
function detailOf(schemas: readonly Schema[]): string {
  const texts = textsOf(schemas);
  if (texts.length === 0) return kindsOf(schemas);
  return texts.slice(0, 3).join(' | ') + (texts.length > 3 ? ' …' : '');
}

/** The empty value of a schema, with the caret where typing goes on. */
function blank(schemas: readonly Schema[]): string {
  const first = schemas.find((s) => !refused(s));
  const [type] = [first?.type].flat();
  const listed = first ? valuesOf([first]) : [];
  if (textsOf(schemas).length > 0) return '"$0"';
  // The caret goes behind it: a selected value would be lost at the next key.
  if (listed.length > 0) return `${escaped(JSON.stringify(listed[0]))}$0`;
  if (type === 'object') return '{\n  $0\n}';
  if (type === 'array') return '[$0]';
  if (type === 'string') return '"$0"';
  if (type === 'number' || type === 'integer') return `\${0:${first?.minimum ?? 0}}`;
  return '$0';
}

const escaped = (text: string) => text.replaceAll(/[\\$}]/g, '\\$&');
