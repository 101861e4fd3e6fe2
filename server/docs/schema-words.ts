// In: a JSON Schema of one field. Out: in a few words what it takes, such as `integer, 100–4000` or `"png" or "svg"`. Pure.
import type { Json } from './openapi-shapes.ts';

type Schema = Json & {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  anyOf?: Schema[];
  items?: Schema;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  maxLength?: number;
};

/** Whatever JavaScript can count to is no limit worth a word. */
const worthSaying = (limit: number | undefined) =>
  limit !== undefined && Math.abs(limit) < Number.MAX_SAFE_INTEGER ? limit : undefined;

export function schemaWords(given: Json): string {
  const schema = given as Schema;
  if (schema.const !== undefined) return JSON.stringify(schema.const);
  if (schema.enum) return listed(schema.enum.map((value) => JSON.stringify(value)));
  if (schema.anyOf) return listed([...new Set(schema.anyOf.map(schemaWords))]);
  if (schema.type === 'array') {
    const count = span(schema.minItems, schema.maxItems);
    return `array${count && ` of ${count}`}: ${schema.items ? schemaWords(schema.items) : 'any'}`;
  }
  const type = [schema.type ?? 'any'].flat().join(' or ');
  const range = span(worthSaying(schema.minimum), worthSaying(schema.maximum));
  const length = schema.maxLength === undefined ? '' : `at most ${schema.maxLength} characters`;
  return [type, range, length].filter(Boolean).join(', ');
}

function span(from: number | undefined, to: number | undefined): string {
  if (from !== undefined && to !== undefined) return `${from}–${to}`;
  if (to !== undefined) return `at most ${to}`;
  return from === undefined ? '' : `at least ${from}`;
}

const listed = (words: readonly string[]) =>
  words.length < 2 ? (words[0] ?? 'any') : `${words.slice(0, -1).join(', ')} or ${words.at(-1)}`;
