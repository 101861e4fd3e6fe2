// In: the text and a caret in it. Out: the path of the value it stands in or before. Pure.
import { getLocation } from 'jsonc-parser';
import type { Path } from '#shared/sentences.ts';

/** `[]` at the beginning, in an empty text and between the root's brackets. */
export const caretPath = (text: string, offset: number): Path =>
  offset <= 0 ? [] : getLocation(text, offset).path.filter((step) => step !== '');
