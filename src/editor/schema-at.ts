// In: the exported JSON Schema and a path. Out: the schemas that may govern that place, and facts about them. Pure.
import type { Path } from '#shared/sentences.ts';

/** The part of draft 7 that our own export uses. */
export type Schema = {
  type?: string | readonly string[];
  description?: string;
  enum?: readonly unknown[];
  const?: unknown;
  default?: unknown;
  properties?: Readonly<Record<string, Schema>>;
  additionalProperties?: boolean | Schema;
  items?: Schema | readonly Schema[];
  required?: readonly string[];
  anyOf?: readonly Schema[];
  oneOf?: readonly Schema[];
  allOf?: readonly Schema[];
  not?: Schema;
  $ref?: string;
  definitions?: Readonly<Record<string, Schema>>;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  minLength?: number;
  maxLength?: number;
};

/** All alternatives at a path, the nearest first; empty where the schema says nothing. */
export function schemasAt(root: Schema, path: Path): Schema[] {
  let here = alternatives(root, root);
  for (const step of path) {
    here = here.flatMap((schema) => {
      const next = stepInto(schema, step);
      return next ? alternatives(next, root) : [];
    });
  }
  return here;
}

function stepInto(schema: Schema, step: string | number): Schema | undefined {
  if (typeof step === 'number')
    return Array.isArray(schema.items) ? schema.items[step] : asSchema(schema.items);
  const { properties, additionalProperties } = schema;
  if (properties && Object.hasOwn(properties, step)) return properties[step];
  return asSchema(additionalProperties);
}

const asSchema = (value: unknown): Schema | undefined =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? (value as Schema)
    : undefined;

/** A schema and the branches of its unions. The description of a union belongs to each branch. */
function alternatives(schema: Schema, root: Schema, depth = 0): Schema[] {
  if (depth > 8) return [];
  const target = schema.$ref?.startsWith('#/definitions/')
    ? root.definitions?.[schema.$ref.slice('#/definitions/'.length)]
    : schema;
  if (!target) return [];
  const branches = [...(target.anyOf ?? []), ...(target.oneOf ?? []), ...(target.allOf ?? [])];
  if (branches.length === 0) return [target];
  const { description = schema.description } = target;
  return branches
    .map((branch): Schema => (description && !branch.description ? { ...branch, description } : branch))
    .flatMap((branch) => alternatives(branch, root, depth + 1));
}

/** A key that exists in the schema only to be refused, such as a callback. */
export const refused = (schema: Schema): boolean => schema.not !== undefined;

/** `integer`, `text or list of text`, `line | bar` …: the kinds of value in words, each once. */
export function kindsOf(schemas: readonly Schema[]): string {
  return [...new Set(schemas.flatMap((schema) => kinds(schema)))].join(' or ');
}

const words: Record<string, string> = { string: 'text', array: 'list', boolean: 'true or false' };

function kinds(schema: Schema): string[] {
  if (schema.const !== undefined) return [JSON.stringify(schema.const)];
  if (schema.enum) return ['one of the values below'];
  const types = schema.type === undefined ? [] : [schema.type].flat();
  return types.map((type) => {
    const items = type === 'array' ? asSchema(schema.items) : undefined;
    const inner = items ? kindsOf(items.anyOf ?? [items]) : '';
    return inner && inner !== 'object' ? `list of ${inner}` : (words[type] ?? type);
  });
}

/** `100–4000`, `1–20 elements`, `at most 100 characters`. */
export function limitsOf(schemas: readonly Schema[]): string[] {
  const spans = schemas.flatMap((s) => [
    span(s.minimum, s.maximum, ''),
    span(s.minItems, s.maxItems, ' elements'),
    span(s.minLength, s.maxLength, ' characters'),
  ]);
  return [...new Set(spans.filter((text) => text !== ''))];
}

function span(low: number | undefined, high: number | undefined, unit: string): string {
  if (low !== undefined && high !== undefined) return `${low}–${high}${unit}`;
  // An integer's schema names the edges of a double, which tells nobody anything.
  if (high !== undefined && high < 1e15) return `at most ${high}${unit}`;
  return low !== undefined && low > -1e15 ? `at least ${low}${unit}` : '';
}

/** The values that can be listed: enumerations, constants, booleans and null. */
export function valuesOf(schemas: readonly Schema[]): unknown[] {
  return [...new Set(schemas.flatMap(listed))];
}

function listed(schema: Schema): unknown[] {
  if (schema.const !== undefined) return [schema.const];
  if (schema.enum) return [...schema.enum];
  const types = [schema.type].flat();
  return [...(types.includes('boolean') ? [true, false] : []), ...(types.includes('null') ? [null] : [])];
}
