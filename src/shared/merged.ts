// In: defaults and what a chart says over them. Out: one fresh object, in which nothing is shared with either. Pure.
import { FONT_FAMILY } from './chart-look.ts';

export type Bag = Record<string, unknown>;
export const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/**
 * Copies `over` on top of `base`, level by level; arrays are replaced. A font family in either is replaced by the bundled one:
 * a family that is installed here and not there would make two different pictures.
 */
export function merged(base: unknown, over: unknown, key = ''): unknown {
  if (over === undefined) return copied(base, key);
  if (!isBag(base) || !isBag(over)) return copied(over, key);
  const keys = new Set([...Object.keys(base), ...Object.keys(over)]);
  return Object.fromEntries(
    [...keys].map((k) => [k, merged(base[k], over[k], key === 'font' ? `font.${k}` : k)]),
  );
}

function copied(value: unknown, key: string): unknown {
  if (key === 'font.family') return FONT_FAMILY;
  if (Array.isArray(value)) return value.map((item) => (typeof item === 'object' ? copied(item, '') : item));
  if (!isBag(value)) return value;
  return Object.fromEntries(
    Object.entries(value).map(([k, v]) => [k, copied(v, key === 'font' ? `font.${k}` : k)]),
  );
}
