// In: text and the place of a header's name or value in it. Out: where the header's value stands: on its line, on the lines folded
// under it, or on the line after its name.
import type { SecretRange } from './secret-shapes.ts';

/** No header is longer. */
const LONGEST = 16_384;

/** To the end of the line, and of the lines folded under it (indented deeper than the name: RFC 9112 §5.2). */
export function headerLine(text: string, at: number, nameStart: number): SecretRange {
  const lineStart = text.lastIndexOf('\n', nameStart - 1) + 1;
  const indent = /^[<>*]?[ \t]*/.exec(text.slice(lineStart, nameStart))?.[0].length ?? 0;
  let end = endOfLine(text, at);
  for (
    let next = afterLine(text, end);
    next < text.length && end - at < LONGEST;
    next = afterLine(text, end)
  ) {
    const lead = /^[<>*]?[ \t]*/.exec(text.slice(next, next + 60))?.[0] ?? '';
    if (lead.length <= indent || next + lead.length >= endOfLine(text, next)) break;
    end = endOfLine(text, next);
  }
  return quotedAlone(text, at, end) ?? { start: at, end };
}

/** Where the text of JSON ends that the header stands in: what follows on the line is the rest of the JSON. */
export function textEnd(text: string, { start, end }: SecretRange): number {
  const closing = text.slice(start, end).search(/"\s{0,9}[,}\]]/);
  return closing < 0 ? end : start + closing;
}

/** A property of JavaScript or YAML on a line of its own: the quotes and the comma are not part of the value. */
function quotedAlone(text: string, at: number, end: number): SecretRange | undefined {
  const alone = /^(["'`])([^"'`]*)\1[\s,;)}\]]*$/.exec(text.slice(at, Math.min(end, at + 4096)));
  return alone ? { start: at + 1, end: at + 1 + (alone[2]?.length ?? 0) } : undefined;
}

/** Developer tools copy a header's name and value as two lines. */
export function ownLine(text: string, end: number, name: string): SecretRange | undefined {
  if (!/^(?:proxy-)?authorization$|cookie|api-?key/.test(name)) return undefined;
  const next = afterLine(text, end);
  if (text.slice(end, next).trim() !== '' || next >= text.length) return undefined;
  const stop = endOfLine(text, next);
  return /^[\w-]+: /.test(text.slice(next, next + 60)) ? undefined : { start: next, end: stop };
}

const endOfLine = (text: string, from: number): number => {
  const line = text.indexOf('\n', from);
  const end = line < 0 ? text.length : line;
  return text[end - 1] === '\r' && end > from ? end - 1 : end;
};
const afterLine = (text: string, end: number): number => {
  const line = text.indexOf('\n', end);
  return line < 0 ? text.length : line + 1;
};
