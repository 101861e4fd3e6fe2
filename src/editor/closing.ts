// In: the text and the caret, right behind a letter just typed. Out: the bracket that auto-closing left over further on. Pure.

import { afterString } from './brackets.ts';
import type { TextEdit } from './edit-value.ts';

/**
 * Monaco closes a bracket as it is opened and lets the closing one be typed over, but only where they touch. After Enter they
 * stand on different lines: whoever types a whole text by hand would end up with both. If one too many is there and the next
 * letter is the same bracket, that one goes.
 */
export function surplusCloser(text: string, caret: number): TextEdit | undefined {
  const typed = text[caret - 1];
  if (typed !== '}' && typed !== ']') return undefined;
  const gap = /^\s*/.exec(text.slice(caret))?.[0].length ?? 0;
  if (text[caret + gap] !== typed || !closesTooOften(text)) return undefined;
  return { offset: caret, length: gap + 1, content: '' };
}

function closesTooOften(text: string): boolean {
  let depth = 0;
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === '"') i = afterString(text, i);
    else if (letter === '{' || letter === '[') depth++;
    else if (letter === '}' || letter === ']') depth--;
  }
  return depth < 0;
}
