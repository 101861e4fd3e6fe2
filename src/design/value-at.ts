// In: any JSON value and a path. Out: what stands there. Pure.
import type { Path } from '#shared/sentences.ts';

export function valueAt(value: unknown, path: Path): unknown {
  let here = value;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

export const bagAt = (value: unknown, path: Path): Record<string, unknown> => {
  const here = valueAt(value, path);
  return typeof here === 'object' && here !== null && !Array.isArray(here)
    ? (here as Record<string, unknown>)
    : {};
};

export const listAt = (value: unknown, path: Path): readonly unknown[] => {
  const here = valueAt(value, path);
  return Array.isArray(here) ? here : [];
};
