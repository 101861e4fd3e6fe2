// In: the raw query of a GET request and the parameters an endpoint knows. Out: what each of them holds, still encoded, so that
// lists can be split before anything in them is decoded; and the readings of one value. Pure.
import type { Detail } from './errors.ts';

/** By canonical name; `name` is the spelling that was sent. */
export type Given = Map<string, { name: string; raw: string }>;

type Reading = { ok: true; given: Given } | { ok: false; detail: Detail };

/**
 * Parameters that stand nowhere in `known` are passed over. One given twice is refused: which one counts is a matter of opinion
 * between proxies.
 *
 * @param rawQuery the query as received, without `?`
 * @param aliases short names and the parameters they stand for
 */
export function readParameters(
  rawQuery: string,
  known: readonly string[],
  aliases: Readonly<Record<string, string>>,
): Reading {
  const given: Given = new Map();
  for (const pair of rawQuery.split('&')) {
    const cut = pair.indexOf('=');
    const name = decoded(cut < 0 ? pair : pair.slice(0, cut)) ?? '';
    const canonical = Object.hasOwn(aliases, name) ? (aliases[name] ?? name) : name;
    if (!known.includes(canonical)) continue;
    if (given.has(canonical))
      return { ok: false, detail: { path: name, message: 'This parameter is given more than once' } };
    given.set(canonical, { name, raw: cut < 0 ? '' : pair.slice(cut + 1) });
  }
  const malformed = [...given.values()].find(({ raw }) => decoded(raw) === undefined);
  if (malformed)
    return { ok: false, detail: { path: malformed.name, message: 'Malformed percent-encoding' } };
  return { ok: true, given };
}

/** Percent-decoding of one value, `+` as a space (application/x-www-form-urlencoded); undefined when malformed. */
export function decoded(raw: string): string | undefined {
  try {
    return decodeURIComponent(raw.replace(/\+/g, ' '));
  } catch {
    return undefined;
  }
}

export const textOf = (given: Given, key: string): string | undefined => {
  const entry = given.get(key);
  return entry && decoded(entry.raw);
};

/** A comma list, split before decoding: `%2C` is a comma inside an item. */
export const items = (raw: string): string[] => raw.split(',').map((item) => decoded(item) ?? '');

/** Decimal numbers only: `Number` would also take '', '0x10' and 'Infinity'. What is no number stays text, for the schema to name. */
export const numeric = (value: string): number | string =>
  /^-?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(value) ? Number(value) : value;

/** An empty item is a gap. */
export const numberOrGap = (item: string): number | string | null =>
  item.trim() === '' ? null : numeric(item.trim());

/** Fields of the chart that every GET form may set. */
export function sharedFields(given: Given): Record<string, unknown> {
  const fields: Record<string, unknown> = {};
  for (const key of ['width', 'height', 'devicePixelRatio'] as const) {
    const value = textOf(given, key);
    if (value !== undefined) fields[key] = numeric(value);
  }
  for (const key of ['format', 'brandKitId'] as const) {
    const value = textOf(given, key);
    if (value !== undefined) fields[key] = value;
  }
  const returnUrl = textOf(given, 'returnUrl');
  if (returnUrl !== undefined)
    fields.returnUrl = returnUrl === 'true' ? true : returnUrl === 'false' ? false : returnUrl;
  return fields;
}
