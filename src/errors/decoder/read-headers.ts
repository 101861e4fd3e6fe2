// In: header lines without a status line before them. Out: the answer they belong to, as far as they tell.
import { bodyText } from './body-text.ts';
import type { Found } from './found.ts';
import { type Message, takeHeader } from './read-http.ts';

/** Header lines without a status line before them; `Status Code: 429` as developer tools write it counts as one. */
export function readHeaders(text: string): Found | undefined {
  const lines = text
    .slice(0, 65_536)
    .trim()
    .split(/\r\n|\n|\r/)
    .map(asHeader);
  const message: Message = {
    first: /.*/.exec('') as RegExpExecArray,
    answer: true,
    headers: [],
    body: [],
  };
  let rest = 0;
  while (rest < lines.length && takeHeader(message, lines[rest] ?? '')) rest++;
  const given = new Map(message.headers.map(([name, value]) => [name.toLowerCase(), value]));
  const known =
    /^(?:x-ic-error-|retry-after$|x-ratelimit-|ratelimit-|x-request-id$|www-authenticate$|content-type$|:status$|status$|x-cache$)/;
  const status = /^(\d{3})\b\s*(.*)/.exec(given.get(':status') ?? given.get('status') ?? '');
  if (![...given.keys()].some((name) => known.test(name))) return undefined;
  const path = given.get(':path');
  return {
    kind: 'headers',
    ...(path === undefined
      ? {}
      : { request: { method: given.get(':method') ?? 'GET', url: path, headers: [], body: null } }),
    response: {
      status: status ? Number(status[1]) : null,
      statusText: status?.[2] ?? '',
      headers: message.headers.filter(([name]) => !name.startsWith(':')),
      body: bodyText([...message.body, ...lines.slice(rest + 1)].join('\n')) || null,
    },
  };
}

const asHeader = (line: string): string =>
  line
    .replace(/^[<>] /, '')
    .replace(/^Request URL:/i, ':path:')
    .replace(/^Request Method:/i, ':method:')
    .replace(/^Status Code:/i, ':status:');
