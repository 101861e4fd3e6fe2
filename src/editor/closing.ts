// In: the text and the caret, right behind a letter just typed. Out: the bracket that auto-closing left over further on. Pure.
import { bracketsOf } from './brackets.ts';
import type { TextEdit } from './edit-value.ts';

/**
 * Monaco closes a bracket as it is opened and lets the closing one be typed over, but only where they touch. After Enter they
 * stand on different lines: whoever types a whole text by hand would end up with both. If the next
 * letter is the same bracket and has nothing left to close, it goes.
 */
export function surplusCloser(text: string, caret: number): TextEdit | undefined {
  const typed = text[caret - 1];
  if (typed !== '}' && typed !== ']') return undefined;
  const gap = /^\s*/.exec(text.slice(caret))?.[0].length ?? 0;
  if (text[caret + gap] !== typed) return undefined;
  const opener = text[bracketsOf(text.slice(0, caret)).open.at(-1) ?? -1];
  if (opener === (typed === '}' ? '{' : '[')) return undefined;
  return { offset: caret, length: gap + 1, content: '' };
}
