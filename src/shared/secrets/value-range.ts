// In: text and the place of a name in it. Out: where the value of that name stands, or nothing when no value follows.
import { headerLine, ownLine, textEnd } from './header-range.ts';
import type { SecretRange } from './secret-shapes.ts';

const quotes = '"\'`';
/** Longest value that is looked for; nothing that opens a session is longer. */
const LONGEST = 16_384;
/** Longest indentation and mark of curl before a header's name. */
const LONGEST_LEAD = 60;

/** Reads a pair from the end of its name. Knows headers (folded ones too), JSON, JavaScript, PowerShell, queries and HAR's pairs. */
export function valueRange(
  text: string,
  start: number,
  end: number,
  name: string,
  deep: boolean,
): SecretRange | undefined {
  const before = text[start - 1] ?? '\n';
  const quoted = quotes.includes(before) ? before : '';
  let at = end;
  const nameClosed = quoted !== '' && text[at] === quoted;
  if (nameClosed) at++;
  at = pastSpaces(text, at, nameClosed);
  const sign = text[at];
  if (nameClosed && sign === ',') return valueOfPair(text, start - 1, at, name);
  if (!nameClosed && quoted === '' && name.endsWith('cookie') && sign === '(')
    return lineTo(text, at + 1, ')');
  const line = lineBefore(text, start);
  if (sign !== ':' && sign !== '=') return line === '' ? ownLine(text, end, name) : undefined;
  at = pastSpaces(text, at + (text[at + 1] === '>' ? 2 : 1), nameClosed);
  if (nameClosed) return closedValue(text, at);
  if (quoted !== '' && sign === ':') return lineTo(text, at, quoted);
  if (line !== undefined && sign === ':') {
    const range = headerLine(text, at, start);
    return deep ? { ...range, end: textEnd(text, range) } : range;
  }
  if (quotes.includes(text[at] ?? ' ')) return lineTo(text, at + 1, text[at] ?? '');
  if (name.includes('cookie')) return lineTo(text, at, quotes);
  return token(text, at);
}

function pastSpaces(text: string, from: number, linesToo: boolean): number {
  let at = from;
  while (
    at - from < 200 &&
    (text[at] === ' ' || text[at] === '\t' || (linesToo && /[\r\n]/.test(text[at] ?? '')))
  )
    at++;
  return at;
}

/** What stands between the line's start and the name, without curl's marks; undefined when it is more than that. */
function lineBefore(text: string, start: number): string | undefined {
  // Never further back than this: the line may be the whole text.
  const near = text.slice(Math.max(0, start - LONGEST_LEAD), start);
  const from = near.lastIndexOf('\n') + 1;
  if (from === 0 && start > LONGEST_LEAD) return undefined;
  const lead = near.slice(from);
  return /^(?:[<>*]?[ \t]*(?:\[HTTP\/\d\] \[\d+\] |h2h3 )?\[?)$/.test(lead) ? lead.trim() : undefined;
}

/** A JSON value after its key. */
function closedValue(text: string, at: number): SecretRange | undefined {
  const first = text[at] ?? '';
  if (quotes.includes(first) && first !== '') return lineTo(text, at + 1, first, true);
  if (first === '\\') return undefined;
  if (first === '[' || first === '{') {
    const closing = text.indexOf(first === '[' ? ']' : '}', at);
    const end = closing < 0 ? Math.min(text.length, at + LONGEST) : closing + 1;
    return /^.\s*.?$/.test(text.slice(at, Math.min(end, at + 20)))
      ? undefined
      : { start: at, end, bare: true };
  }
  const range = token(text, at);
  return range && { ...range, bare: true };
}

/** `"name": "Cookie", "value": "…"` of HAR, and `["Cookie", "…"]`, `set("Cookie", "…")` of JavaScript. */
function valueOfPair(text: string, nameStart: number, comma: number, name: string): SecretRange | undefined {
  const rest = text.slice(comma + 1, comma + 200);
  const har = /^\s*["'`]value["'`]\s*:\s*(?=["'`])/.exec(rest)?.[0];
  // Two labels of a chart stand in brackets as well.
  const isHeader = /^(?:proxy-)?authorization$|^(?:set-)?cookie$|^x-|^api-?key$/.test(name);
  const pair = isHeader && /[[(]\s*$/.test(text.slice(Math.max(0, nameStart - 20), nameStart));
  const lead = har ?? (pair ? /^\s*(?=["'`])/.exec(rest)?.[0] : undefined);
  if (lead === undefined) return undefined;
  const at = comma + 1 + lead.length;
  return lineTo(text, at + 1, text[at] ?? '', true);
}

/** Up to an unescaped closer, or the end of the line; a continued line goes on. */
function lineTo(text: string, start: number, closers: string, acrossLines = false): SecretRange {
  const most = Math.min(text.length, start + LONGEST);
  let end = start;
  for (; end < most; end++) {
    const sign = text[end] ?? '';
    if (sign === '\\' || (sign === '^' && /[\r\n]/.test(text[end + 1] ?? ''))) {
      end += text[end + 1] === '\r' ? 2 : 1;
      continue;
    }
    if (closers.includes(sign)) break;
    if (!acrossLines && (sign === '\n' || sign === '\r')) break;
  }
  return { start, end: Math.min(end, most) };
}

const oneToken = /(?:(?:bearer|basic|token|digest|negotiate)\s+)?[^\s&"'`#;,)}\]<>|\\]+/iy;

function token(text: string, at: number): SecretRange | undefined {
  oneToken.lastIndex = at;
  const found = oneToken.exec(text)?.[0];
  return found === undefined ? undefined : { start: at, end: at + Math.min(found.length, LONGEST) };
}
