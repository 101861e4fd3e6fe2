// In: a narrowed, redacted paste and what was found in it. Out: sentences that say what was seen, for a paste that means nothing
// to the decoder as much as for one that does.
import { bodyText, looseJson } from './body-text.ts';
import type { Found } from './found.ts';
import type { Judgement } from './judge.ts';

export type Seen = { text: string; unread: number; binary: number; found: Found; judgement: Judgement };

const count = (number: number, one: string, many = `${one}s`): string =>
  `${number.toLocaleString('en-US').replace(/,/g, '\u202f')} ${number === 1 ? one : many}`;

export function saw({ text, unread, binary, found, judgement }: Seen): string[] {
  const { request, response, answers } = found;
  const out: string[] = [];
  if (judgement.verdict.kind === 'unrecognised') out.push(...strange(text));
  // What is explained is shown with its parts; what is not must at least be named.
  const bare = judgement.verdict.kind === 'unrecognised' || judgement.verdict.kind === 'no-answer';
  if (bare && request && request.url !== '')
    out.push(`A request: ${request.method} ${short(request.url, 80)}.`);
  if (bare && request?.body) out.push(`A request body of ${count(request.body.length, 'character')}.`);
  if (answers !== undefined) out.push(`${count(answers, 'answer')}: the last refused one is explained.`);
  if (judgement.inferred) out.push('No status line: the status follows from the body or the headers.');
  if (judgement.cut) out.push('The body ends before its JSON does: what came before the cut was read.');
  if (response && response.body === null && binary > 0)
    out.push(`A body that is not text, about ${count(binary, 'character')} long: a picture, or compressed.`);
  else if (binary > 0) out.push(`${count(binary, 'character')} that are not text.`);
  if (unread > 0) out.push(`${count(unread, 'more character')} that nobody read: the paste is too long.`);
  return out;
}

/** What can be said about a text that is no answer. */
function strange(text: string): string[] {
  const trimmed = text.trim();
  if (trimmed === '') return ['No text at all.'];
  const lines = trimmed.split('\n').length;
  const out = [`${count(lines, 'line')} of text, ${count(trimmed.length, 'character')}.`];
  const json = looseJson(bodyText(trimmed));
  if (json) {
    const keys = Object.keys(json.value)
      .slice(0, 8)
      .map((key) => short(key, 40));
    out.push(`A JSON object with ${keys.length === 0 ? 'no fields' : `the fields ${keys.join(', ')}`}.`);
    if (typeof json.value.error === 'string') out.push(`Its error is “${short(json.value.error, 120)}”.`);
  } else if (/<(?:!doctype html|html)\b/i.test(trimmed.slice(0, 2000))) {
    const title = /<title[^>]{0,200}>([^<]{0,200})/i.exec(trimmed.slice(0, 20_000))?.[1]?.trim();
    out.push(`An HTML page${title ? ` titled “${short(title, 80)}”` : ''}.`);
  } else out.push(`It begins with “${short(trimmed, 60)}”.`);
  return out;
}

function short(text: string, most: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > most ? `${line.slice(0, most)}…` : line;
}
