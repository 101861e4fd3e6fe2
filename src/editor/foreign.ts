// In: text that is meant to be JSON. Out: what is written as JavaScript instead, and the text without it. Pure.
import type { TextRange } from './problem.ts';

type Found = { message: string; range: TextRange };

/** `const config = {`, `export default [`: up to the bracket, which stays. */
const statement =
  /^(?:(?:(?:export|const|let|var|default|return)\s+)+[\w$]*|module\.exports|[\w$]+(?=\s*=))[ \t:\w$.<>]*=?\s*(?=[{[])/;

/** Nobody declares a chart in more letters; an endless word would take the pattern ages. */
const longest = 200;

/** Words around the object. Nothing else is worth reading until they are gone. */
export function statementAround(text: string): Found | undefined {
  const body = text.trimStart();
  const start = text.length - body.length;
  const lead = statement.exec(body.slice(0, longest))?.[0];
  if (lead === undefined) return undefined;
  const bracket = body[lead.length] === '[' ? '[ … ]' : '{ … }';
  return {
    message: `This is JavaScript: keep only the ${bracket}`,
    range: { start, end: start + lead.trimEnd().length },
  };
}

/** Comments and proper texts are passed over, so that an apostrophe inside them means nothing. */
const pieces = /"(?:[^"\\\n]|\\.)*"?|\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|'(?:[^'\\\n]|\\.)*'?/g;

/** Every text in single quotes; `repaired` has the same length, so that the parser finds the other mistakes at their places. */
export function singleQuoted(text: string): { found: Found[]; repaired: string } {
  const found: Found[] = [];
  const repaired = text.replace(pieces, (piece, start: number) => {
    if (!/^'.*'$/.test(piece)) return piece;
    const message = 'Texts stand in double quotes: " instead of \'';
    found.push({ message, range: { start, end: start + piece.length } });
    return `"${piece.slice(1, -1).replaceAll(/["\\\t]/g, '_')}"`;
  });
  return { found, repaired };
}
