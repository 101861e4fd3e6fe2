// In: a valid chart. Out: the chart in its one spelling, the name of its picture, and whether a client already holds it. Pure.
import { createHash } from 'node:crypto';
import type { ChartSpec } from '#shared/chart-spec.ts';

/** Charts that came out of `normalised`: asked again about one of them, it is the answer. */
const inOrder = new WeakSet<ChartSpec>();

/**
 * The chart with the keys of every object in alphabetical order. It is this one that is drawn: otherwise two spellings would
 * share a name and still differ in whatever follows the order of keys, such as the place of a third axis.
 */
export function normalised(spec: ChartSpec): ChartSpec {
  if (inOrder.has(spec)) return spec;
  const chart = sorted(spec) as ChartSpec;
  inOrder.add(chart);
  return chart;
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.some(isObject) ? value.map(sorted) : value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}

/** Lists are mostly long and of numbers: those need no copy. */
const isObject = (value: unknown) => typeof value === 'object' && value !== null;

/**
 * Hex SHA-256 over the normalised chart and the version of the renderer. The order of keys, the spelling of numbers, defaults
 * written out and `returnUrl` do not change the picture, so they do not change its name.
 */
export function pictureName(spec: ChartSpec, version: string): string {
  const { returnUrl: _, ...drawn } = normalised(spec);
  return createHash('sha256')
    .update(`${version}\n${JSON.stringify(drawn)}`)
    .digest('hex');
}

/** A strong entity tag (RFC 9110 §8.8.3). */
export const etagOf = (name: string): string => `"${name}"`;

/**
 * Whether `If-None-Match` holds the tag, or that of its compressed forms: a list or `*`, compared weakly (RFC 9110 §13.1.2).
 */
export function alreadyHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  if (ifNoneMatch.trim() === '*') return true;
  return ifNoneMatch.split(',').some(
    (tag) =>
      tag
        .trim()
        .replace(/^W\//, '')
        .replace(/-(br|gz)"$/, '"') === etag,
  );
}
