// In: the exported JSON Schema. Out: every place of a chart that holds a value, with the kind of control that can write it. Pure.
import { refused, type Schema } from '../editor/schema-at.ts';

/** Keys; `*` stands for any index or any id. */
export type Pattern = readonly string[];

/** `texts`, `numbers` and `colours` are lists; `edge` is a number or a text; `json` has no control: it is edited as text. */
export type Kind =
  | 'switch'
  | 'number'
  | 'text'
  | 'edge'
  | 'lines'
  | 'colour'
  | 'choice'
  | 'texts'
  | 'numbers'
  | 'colours'
  | 'json';

export type Leaf = {
  pattern: Pattern;
  kind: Kind;
  /** What may be chosen, `true` and `false` included. */
  choices: readonly (string | boolean)[];
  /** What may be written beside the choices. */
  also: 'number' | 'text' | 'colour' | undefined;
  min?: number;
  max?: number;
  whole: boolean;
  /** The schema's own sentence. */
  hint: string;
  /** May also be one value per point. */
  perPoint: boolean;
  /** May also be an object, whose parts are leaves of their own. */
  parts: boolean;
};

/** In the order of the schema. Keys that exist only to be refused are left out. */
export function leavesOf(root: Schema): Leaf[] {
  const leaves = new Map<string, Leaf>();
  // A list or an object of the same things has each of them once.
  for (const leaf of walk(root, [])) {
    const place = leaf.pattern.join('.');
    if (!leaves.has(place)) leaves.set(place, leaf);
  }
  return [...leaves.values()];
}

function walk(schema: Schema, pattern: Pattern): Leaf[] {
  const branches = branchesOf(schema).filter((branch) => !refused(branch));
  const inside = branches.flatMap((branch) => insideOf(branch, pattern));
  const plain = branches.filter((branch) => !holds(branch));
  if (plain.length === 0) return inside;
  const hint = schema.description ?? plain.find((branch) => branch.description)?.description ?? '';
  return [{ pattern, ...shapeOf(plain, pattern.at(-1) ?? ''), hint, parts: inside.length > 0 }, ...inside];
}

function branchesOf(schema: Schema): Schema[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? []), ...(schema.allOf ?? [])];
  return inner.length === 0 ? [schema] : inner.flatMap(branchesOf);
}

const asSchema = (value: unknown): Schema | undefined =>
  typeof value === 'object' && value !== null && Object.keys(value).length > 0
    ? (value as Schema)
    : undefined;

const itemsOf = (schema: Schema): Schema | undefined =>
  schema.type === 'array' ? asSchema(schema.items) : undefined;

/** A list of objects or of lists is walked into, like an object. */
const holds = (schema: Schema): boolean =>
  schema.type === 'object' ||
  (itemsOf(schema) !== undefined && branchesOf(itemsOf(schema) ?? {}).some(holds));

function insideOf(schema: Schema, pattern: Pattern): Leaf[] {
  const items = itemsOf(schema);
  if (items) return holds(schema) ? walk(items, [...pattern, '*']) : [];
  const named = Object.entries(schema.properties ?? {}).flatMap(([key, inner]) =>
    walk(inner, [...pattern, key]),
  );
  const any = asSchema(schema.additionalProperties);
  return any ? [...named, ...walk(any, [...pattern, '*'])] : named;
}

type Shape = Omit<Leaf, 'pattern' | 'hint' | 'parts'>;

function shapeOf(plain: readonly Schema[], key: string): Shape {
  const lists = plain.filter((schema) => schema.type === 'array');
  const single = plain.filter((schema) => schema.type !== 'array');
  const perPoint = lists.length > 0 && single.length > 0;
  const read = single.length > 0 ? single : lists.map((list) => itemsOf(list) ?? {});
  const types = new Set(read.flatMap(({ type }) => type ?? []));
  const choices = read.flatMap(chosen);
  const numbers = read.filter((one) => [one.type].flat().some((t) => t === 'number' || t === 'integer'));
  const shape = {
    choices,
    whole: types.has('integer') && !types.has('number'),
    perPoint,
    ...(numbers[0]?.minimum !== undefined && numbers[0].minimum > -1e15 ? { min: numbers[0].minimum } : {}),
    ...(numbers[0]?.maximum !== undefined && numbers[0].maximum < 1e15 ? { max: numbers[0].maximum } : {}),
  };
  const facts = {
    number: numbers.length > 0,
    text: read.some(
      ({ type, enum: listed, const: one }) =>
        [type].flat().includes('string') && !listed && one === undefined,
    ),
    colour: colourKey.test(key),
  };
  const also = facts.text ? (facts.colour ? 'colour' : 'text') : facts.number ? 'number' : undefined;
  return { ...shape, also, kind: kindOf(facts, choices, single.length === 0, perPoint) };
}

function chosen(schema: Schema): (string | boolean)[] {
  if (schema.const !== undefined) return isChoice(schema.const) ? [schema.const] : [];
  if (schema.enum) return schema.enum.filter(isChoice);
  return [schema.type].flat().includes('boolean') ? [true, false] : [];
}

/** The schema knows a colour only as a text: its name tells. */
const colourKey = /colou?r$|^(?:palette|above|below|borderTop|textPrimary|textSecondary)$/i;

const isChoice = (value: unknown): value is string | boolean =>
  typeof value === 'string' || typeof value === 'boolean';

type Facts = { number: boolean; text: boolean; colour: boolean };

function kindOf(
  { number, text, colour }: Facts,
  choices: readonly (string | boolean)[],
  list: boolean,
  perPoint: boolean,
): Kind {
  if (list) return colour ? 'colours' : number ? 'numbers' : text ? 'texts' : 'json';
  if (colour && text && choices.length === 0) return 'colour';
  if (choices.length === 2 && choices.every((one) => typeof one === 'boolean') && !number && !text)
    return 'switch';
  if (choices.length > 0) return 'choice';
  if (number && text) return 'edge';
  if (number) return 'number';
  if (text) return perPoint ? 'lines' : 'text';
  return 'json';
}

/** `*` fits any step. */
export const fits = (pattern: Pattern, path: readonly (string | number)[]): boolean =>
  pattern.length === path.length && pattern.every((step, i) => step === '*' || step === String(path[i]));
