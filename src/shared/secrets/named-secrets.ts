// In: text. Out: the ranges of the values that are secret by their name: headers, query parameters, JSON fields, options of curl.
// Reads by hand from each name onwards, since the same pair is quoted in a dozen ways: one pattern for all would be slow or wrong.
import { harmless, isWord, type SecretRange } from './secret-shapes.ts';
import { valueRange } from './value-range.ts';

/** Parts of names. `key` alone is a name only where a value follows it directly. */
const names =
  /authoriz|api[-_]?key|secret|token|passw(?:or)?d|\bpwd|cookie|session[-_]?id|sessid|signature|ichm|icac|x-auth|(?:access|private|account|auth|[-_]|(?<![\w-]))key(?=["']?\s{0,3}[:=,])/gi;
const LONGEST_NAME = 60;

/** @param deep true below the first layer of escapes, where a line may end within a text of JSON */
export function namedSecrets(text: string, deep: boolean): SecretRange[] {
  const found: SecretRange[] = [];
  let until = 0;
  for (const match of text.matchAll(names)) {
    if (match.index < until) continue;
    const start = wordStart(text, match.index);
    const end = wordEnd(text, match.index + match[0].length);
    until = end;
    const name = text.slice(start, end).toLowerCase();
    // These say who may send credentials, not what they are.
    if (name.startsWith('access-control-')) continue;
    const range = valueRange(text, start, end, name, deep);
    if (!range || (name === 'icac' && text.slice(range.start, range.end) === 'test_fixture')) continue;
    until = range.end;
    const bare = withoutScheme(text, range);
    if (!harmless(text.slice(bare.start, bare.end).trim())) found.push(bare);
  }
  return [...found, ...curlOptions(text)];
}

function wordStart(text: string, at: number): number {
  let start = at;
  while (start > 0 && at - start < LONGEST_NAME && isWord(text.charCodeAt(start - 1))) start--;
  return start;
}

function wordEnd(text: string, at: number): number {
  let end = at;
  while (end < text.length && end - at < LONGEST_NAME && isWord(text.charCodeAt(end))) end++;
  return end;
}

/** `Bearer` stays: that it was there, or was not, is half of the explanation of a 401. */
function withoutScheme(text: string, range: SecretRange): SecretRange {
  const scheme = /^\s*(?:bearer|basic|token|digest|negotiate)\s+/i.exec(
    text.slice(range.start, range.start + 40),
  );
  return scheme && range.start + scheme[0].length < range.end
    ? { ...range, start: range.start + scheme[0].length }
    : range;
}

/** Part of a command, though its beginning may not have been copied. */
const isCommand = /curl|\s-H[\s"'^]|\s--data/;
const options =
  /(?<=\s)(?:--(?:user|proxy-user|cookie|oauth2-bearer|pass|proxy-pass)(?:=|\s+)|-[a-zA-Z]{0,6}[uUb](?:\s+|(?=["'$])|(?=[^\s"']{1,100}:)))[$^]?(?:"([^"\n]*)"?|'([^'\n]*)'?|([^\s"']+))/g;

/** `-u name:password` and its kin. */
function curlOptions(text: string): SecretRange[] {
  const found: SecretRange[] = [];
  const command = isCommand.test(text);
  for (const match of text.matchAll(options)) {
    const value = match[1] ?? match[2] ?? match[3] ?? '';
    const start = match.index + match[0].lastIndexOf(value);
    if ((command || /[=:]/.test(value)) && !harmless(value)) found.push({ start, end: start + value.length });
  }
  return found;
}
