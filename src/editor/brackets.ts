// In: any text. Out: its open brackets, and where it is nested deeper than a tree may be built for. No recursion.

/** Far above what a chart may nest and far below what ends a recursive walk; the schema refuses the levels in between. */
export const DEEPEST = 200;

export type Brackets = {
  /** Offsets of brackets that are never closed, outermost first. */
  open: number[];
  /** Offset of the first bracket below `DEEPEST` levels. */
  tooDeep?: number;
};

/** Follows brackets outside strings and comments. A closing bracket of the wrong kind closes nothing. */
export function bracketsOf(text: string): Brackets {
  const open: number[] = [];
  for (let i = 0; i < text.length; i++) {
    const letter = text[i];
    if (letter === '"') i = afterString(text, i);
    else if (letter === '/') i = afterComment(text, i);
    else if (letter === '{' || letter === '[') {
      open.push(i);
      if (open.length > DEEPEST) return { open, tooDeep: i };
    } else if (letter === '}' || letter === ']') {
      if (text[open.at(-1) ?? -1] === (letter === '}' ? '{' : '[')) open.pop();
    }
  }
  return { open };
}

/** Index of the closing quote, or of the last letter of the line: a string of JSON ends there at the latest. */
function afterString(text: string, start: number): number {
  let i = start + 1;
  while (i < text.length && text[i] !== '"' && text[i] !== '\n') i += text[i] === '\\' ? 2 : 1;
  return i;
}

function afterComment(text: string, start: number): number {
  const kind = text[start + 1];
  if (kind !== '/' && kind !== '*') return start;
  const end = text.indexOf(kind === '/' ? '\n' : '*/', start + 2);
  return end < 0 ? text.length : end + (kind === '/' ? 0 : 1);
}
