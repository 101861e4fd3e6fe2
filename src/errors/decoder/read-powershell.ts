// In: `Invoke-WebRequest …` as browsers copy it or people write it. Out: the request it sends.

import { closingOf } from './body-text.ts';
import type { FoundRequest, Header } from './found.ts';
import { shellWords } from './shell-words.ts';

const command = /\b(?:Invoke-WebRequest|Invoke-RestMethod|iwr|irm)\b/i;

export function readPowerShell(text: string): { request: FoundRequest; rest: string } | undefined {
  const start = text.slice(0, 20_000).search(command);
  if (start < 0) return undefined;
  const headers: Header[] = [];
  // The table of headers spans lines and has quotes of its own: it is read first and taken out.
  const tail = text.slice(start);
  const open = /@\{/.exec(tail);
  const close = open ? closingOf(tail, open.index + 1) : undefined;
  const table = open ? tail.slice(open.index + 2, close) : '';
  for (const [, name, quoted, single] of table.matchAll(
    /["']?([\w:-]{1,80})["']?\s{0,9}=\s{0,9}(?:"((?:[^"`]|`.|"")*)"|'([^']*)')/g,
  ))
    headers.push([name ?? '', (quoted ?? single ?? '').replace(/`(.)/g, '$1')]);
  const plain = open
    ? `${tail.slice(0, open.index)}@table ${close === undefined ? '' : tail.slice(close)}`
    : tail;
  const { words, rest } = shellWords(plain, 'powershell');
  const after = (name: RegExp) => {
    const at = words.findIndex((word) => name.test(word));
    return at < 0 ? undefined : words[at + 1];
  };
  const body = after(/^-body$/i);
  const url = after(/^-uri$/i) ?? words.slice(1).find((word) => /^https?:/i.test(word)) ?? '';
  const type = after(/^-contenttype$/i);
  return {
    request: {
      method: (after(/^-method$/i) ?? 'GET').toUpperCase().slice(0, 20),
      url,
      headers: type === undefined ? headers : [...headers, ['Content-Type', type]],
      body: body ?? null,
    },
    rest,
  };
}
