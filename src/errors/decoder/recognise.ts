// In: a redacted text. Out: what it is, and the exchange in it. Readers are asked in order; the first that knows the text wins.
import { readJson } from '#shared/strict-json.ts';
import { bodyText, looseJson } from './body-text.ts';
import type { Found, FoundRequest, PasteKind } from './found.ts';
import { readCurl } from './read-curl.ts';
import { readFailure } from './read-failure.ts';
import { readFetch } from './read-fetch.ts';
import { readHar } from './read-har.ts';
import { readHeaders } from './read-headers.ts';
import { readHttp } from './read-http.ts';
import { readAccessLog, readJsonLog } from './read-log.ts';
import { readPowerShell } from './read-powershell.ts';

export function recognise(text: string): Found {
  return (
    har(text) ??
    command('curl-command', text, readCurl) ??
    command('powershell-command', text, readPowerShell) ??
    command('fetch', text, readFetch) ??
    answerIn(text) ?? { kind: 'unknown' }
  );
}

function har(text: string): Found | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const json = readJson(text);
  if (json.ok) return readHar(json.value);
  // A HAR that was cut off still holds its first entries.
  return /"(?:entries|request)"\s*:/.test(text) ? readHar(looseJson(text)?.value) : undefined;
}

/** A command, and the answer that was copied with it. */
function command(
  kind: PasteKind,
  text: string,
  read: (text: string) => { request: FoundRequest; rest: string } | undefined,
): Found | undefined {
  const reading = read(text);
  if (!reading) return undefined;
  const answer = reading.rest.trim() === '' ? undefined : answerIn(reading.rest);
  if (!answer) return { kind, request: reading.request };
  // The command knows the body and the whole address; what went over the wire only repeats it.
  return { ...answer, kind: answer.kind === 'json-body' ? kind : answer.kind, request: reading.request };
}

function answerIn(text: string): Found | undefined {
  const http = readHttp(text);
  const failure = http?.response ? undefined : readFailure(text);
  if (http) return failure ? { ...http, ...failure, kind: http.kind } : http;
  return (
    readJsonLog(text) ??
    readHeaders(text) ??
    jsonBody(text) ??
    readAccessLog(text) ??
    failure ??
    address(text)
  );
}

/** A body alone. Some tools print a line of their own before it. */
function jsonBody(text: string): Found | undefined {
  const start = text.slice(0, 4096).search(/(?<=^\s*)\{\s*["}]/m);
  if (start < 0 || text.slice(0, start).split('\n').length > 4) return undefined;
  const body = bodyText(text.slice(start));
  const json = looseJson(body);
  if (!json) return undefined;
  const { value } = json;
  // A chart is no answer: it is what a request would carry.
  if ('type' in value && 'data' in value)
    return { kind: 'json-body', request: { method: 'POST', url: '', headers: [], body } };
  const status = [value.status, value.statusCode].find(
    (one) => typeof one === 'number' && one >= 100 && one < 600,
  );
  return {
    kind: 'json-body',
    response: { status: (status as number | undefined) ?? null, statusText: '', headers: [], body },
  };
}

function address(text: string): Found | undefined {
  const url = /^\s*(https?:\/\/\S{1,16000}|\/(?:api\/v1|chart\.js)\/\S{1,16000})\s*$/i.exec(text)?.[1];
  return url === undefined
    ? undefined
    : { kind: 'url', request: { method: 'GET', url, headers: [], body: null } };
}
