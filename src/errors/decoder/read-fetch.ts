// In: a call of `fetch`, copied from a browser or written by hand. Out: the request it makes, and the text after it.
import JSON5 from 'json5';
import { closingOf } from './body-text.ts';
import type { FoundRequest, Header } from './found.ts';

const call = /\bfetch\(\s{0,40}(["'`])/;
/** The relaxed parser is not quick: what is longer was not written by hand, and is strict JSON. */
const MOST_RELAXED = 65_536;

export function readFetch(text: string): { request: FoundRequest; rest: string } | undefined {
  const found = call.exec(text.slice(0, 20_000));
  if (!found) return undefined;
  const quote = found[1] ?? '"';
  const urlStart = found.index + found[0].length;
  const urlEnd = text.indexOf(quote, urlStart);
  if (urlEnd < 0) return undefined;
  const url = text.slice(urlStart, urlEnd).replaceAll('\\/', '/').replaceAll('\\u0026', '&');
  const open = /^\s{0,40},\s{0,40}(?=\{)/.exec(text.slice(urlEnd + 1, urlEnd + 100));
  const optionsStart = urlEnd + 1 + (open?.[0].length ?? 0);
  const optionsEnd = open ? closingOf(text, optionsStart) : optionsStart;
  const options = open ? optionsOf(text.slice(optionsStart, optionsEnd)) : {};
  const body = options.body;
  const request: FoundRequest = {
    method: typeof options.method === 'string' ? options.method.toUpperCase().slice(0, 20) : 'GET',
    url,
    headers: headersOf(options.headers),
    body:
      typeof body === 'string'
        ? body
        : body === undefined || body === null
          ? null
          : JSON.stringify(body, null, 2),
  };
  return { request, rest: text.slice(optionsEnd).replace(/^\s{0,40}\)?;?/, '') };
}

/** `JSON.stringify({…})` stands for the object in it. Unreadable options are none. */
function optionsOf(text: string): Record<string, unknown> {
  const relaxed = text
    .replace(/\bJSON\.stringify\(\s{0,40}(?=\{)/g, '')
    .replace(/\}\s{0,40}(?:,[^(){}]{0,20})?\)(?=\s{0,40}[,}])/g, '}');
  for (const read of [
    () => JSON.parse(text),
    () => (text.length > MOST_RELAXED ? undefined : JSON5.parse(relaxed)),
  ]) {
    try {
      const value: unknown = read();
      if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
    } catch {
      // The next way of reading it, or none.
    }
  }
  return {};
}

function headersOf(value: unknown): Header[] {
  if (typeof value !== 'object' || value === null) return [];
  if (Array.isArray(value))
    return value.flatMap((pair): Header[] =>
      Array.isArray(pair) && typeof pair[0] === 'string' ? [[pair[0], String(pair[1])]] : [],
    );
  return Object.entries(value).map(([name, text]) => [name, String(text)] as const);
}
