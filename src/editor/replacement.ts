// In: the text before and after. Out: the one stretch that differs, so that the caret and the folds elsewhere stay put. Pure.
import type { TextEdit } from './edit-value.ts';

/** The smallest single edit that makes `after` of `before`, or nothing when they are equal. Never splits a surrogate pair. */
export function replacement(before: string, after: string): TextEdit | undefined {
  if (before === after) return undefined;
  const shorter = Math.min(before.length, after.length);
  let start = 0;
  while (start < shorter && before.charCodeAt(start) === after.charCodeAt(start)) start++;
  if (isHigh(before.charCodeAt(start - 1))) start--;
  let tail = 0;
  while (
    tail < shorter - start &&
    before.charCodeAt(before.length - 1 - tail) === after.charCodeAt(after.length - 1 - tail)
  )
    tail++;
  if (isLow(before.charCodeAt(before.length - tail))) tail--;
  return {
    offset: start,
    length: before.length - tail - start,
    content: after.slice(start, after.length - tail),
  };
}

const isHigh = (unit: number) => unit >= 0xd800 && unit <= 0xdbff;
const isLow = (unit: number) => unit >= 0xdc00 && unit <= 0xdfff;
