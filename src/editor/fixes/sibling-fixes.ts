// In: an item of a list that breaks a rule, and the list. Out: the same change for all items that break it alike: numbers written
// as texts, labels written as numbers. Pure.
import type { Path } from '#shared/sentences.ts';
import type { Schema } from '../schema-at.ts';
import { type Change, put } from './changes.ts';
import { numberIn } from './value-fixes.ts';

export function siblingFixes(path: Path, holder: unknown, schemas: readonly Schema[]): Change[] {
  if (typeof path.at(-1) !== 'number' || !Array.isArray(holder) || holder.length < 2) return [];
  const kinds = new Set(schemas.flatMap(({ type }) => (type === undefined ? [] : [type].flat())));
  const list = path.slice(0, -1);
  const all = (
    wrong: (item: unknown) => boolean,
    right: (item: unknown) => unknown,
    words: string,
  ): Change[] => {
    const count = holder.filter(wrong).length;
    if (count < 2) return [];
    return [
      put(
        list,
        holder.map((item) => (wrong(item) ? right(item) : item)),
        `${words} (all ${count})`,
      ),
    ];
  };
  if (kinds.has('number')) {
    const isNumber = (item: unknown) => typeof item === 'string' && numberIn(item) !== undefined;
    const isEmpty = (item: unknown) => typeof item === 'string' && /^\s*(?:-|–|n\/?a)?\s*$/i.test(item);
    return [
      ...all(
        (item) => isNumber(item) || isEmpty(item),
        (item) => numberIn(item) ?? null,
        'Change texts to numbers',
      ),
    ];
  }
  if (kinds.has('string'))
    return all((item) => typeof item === 'number' || typeof item === 'boolean', String, 'Put into quotes');
  return [];
}
