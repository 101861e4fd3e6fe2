// In: the JSON of a HAR, of one of its entries, or of an exchange in that form. Out: the one entry to explain, and its parts.
import type { Found, FoundRequest, FoundResponse, Header } from './found.ts';

type Plain = Record<string, unknown>;
const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const statusOf = (value: unknown): number => (typeof value === 'number' ? value : Number(value) || 0);

/** Bodies longer than this are pictures or pages. */
const MOST_BODY = 65_536;
const ours = /\/api\/v1\/|\/chart\.js\/|\/renders\//;

/** The last refused render, or the last render, or the last refusal; undefined when this is no HAR. */
export function chooseEntry(json: unknown): Plain | undefined {
  const entries = entriesOf(json).filter((entry) => isPlain(entry.request) || isPlain(entry.response));
  const rank = (entry: Plain) => {
    const request = isPlain(entry.request) ? entry.request : {};
    const status = isPlain(entry.response) ? statusOf(entry.response.status) : 0;
    return (ours.test(textOf(request.url)) ? 2 : 0) + (status >= 400 || status === 0 ? 1 : 0);
  };
  let best: Plain | undefined;
  for (const entry of entries) if (!best || rank(entry) >= rank(best)) best = entry;
  return best && slim(best, entries.length);
}

function entriesOf(json: unknown): Plain[] {
  if (Array.isArray(json)) return json.filter(isPlain);
  if (!isPlain(json)) return [];
  if (isPlain(json.log) && Array.isArray(json.log.entries)) return json.log.entries.filter(isPlain);
  if (Array.isArray(json.entries)) return json.entries.filter(isPlain);
  return isPlain(json.request) && (isPlain(json.response) || 'url' in json.request) ? [json] : [];
}

/** Without what nobody needs to explain an answer: cookies, timings, pictures. */
function slim(entry: Plain, count: number): Plain {
  const request = isPlain(entry.request) ? entry.request : {};
  const response = isPlain(entry.response) ? entry.response : {};
  const content = isPlain(response.content) ? response.content : {};
  const error = textOf(response._error) || textOf(entry._error);
  const { method, url, postData } = request;
  const { status, statusText } = response;
  return {
    ...(count > 1 ? { _entries: count } : {}),
    startedDateTime: entry.startedDateTime,
    time: entry.time,
    request: { method, url, headers: headersOf(request).map(asPair), postData: { text: bodyOf(postData) } },
    response: {
      status,
      statusText,
      headers: headersOf(response).map(asPair),
      content: { mimeType: content.mimeType, text: bodyOf(content) },
      ...(error ? { _error: error } : {}),
    },
  };
}

const asPair = ([name, value]: Header) => ({ name, value });

function headersOf(message: Plain): Header[] {
  if (isPlain(message.headers))
    return Object.entries(message.headers).map(([name, value]) => [name, String(value)] as const);
  if (!Array.isArray(message.headers)) return [];
  return message.headers.filter(isPlain).map(({ name, value }) => [textOf(name), textOf(value)] as const);
}

/** Text, from base64 where the browser wrote it so; a picture is no text. */
function bodyOf(content: unknown): string | undefined {
  if (!isPlain(content)) return undefined;
  const text = textOf(content.text).slice(0, MOST_BODY * 4);
  if (text === '' || /^image\/(?!svg)|octet-stream|pdf/.test(textOf(content.mimeType))) return undefined;
  if (content.encoding !== 'base64') return text;
  try {
    const bytes = Uint8Array.from(atob(text.slice(0, MOST_BODY)), (letter) => letter.charCodeAt(0));
    return new TextDecoder().decode(bytes);
  } catch {
    return undefined;
  }
}

/** Reads an entry as `chooseEntry` leaves it. */
export function readHar(json: unknown): Found | undefined {
  const entry = chooseEntry(json);
  if (!entry) return undefined;
  const request = entry.request as Plain;
  const response = entry.response as Plain;
  const startedMs = Date.parse(textOf(entry.startedDateTime));
  const tookMs = typeof entry.time === 'number' && Number.isFinite(entry.time) ? entry.time : 0;
  const status = statusOf(response.status);
  const count = isPlain(json) && typeof json._entries === 'number' ? json._entries : undefined;
  const asked: FoundRequest = {
    method: textOf(request.method).toUpperCase() || 'GET',
    url: textOf(request.url),
    headers: headersOf(request),
    body: bodyOf(request.postData) ?? null,
  };
  const came: FoundResponse = {
    status,
    statusText: textOf(response.statusText),
    headers: headersOf(response),
    body: bodyOf(response.content) ?? null,
  };
  return {
    kind: 'har',
    request: asked,
    // Browsers write status 0 where no answer came.
    ...(status > 0
      ? { response: came }
      : response.status === undefined
        ? {}
        : { unreached: failureOf(textOf(response._error)) }),
    ...(Number.isNaN(startedMs) ? {} : { momentMs: Math.round(startedMs + tookMs) }),
    ...(count === undefined ? {} : { answers: count }),
  };
}

const failureOf = (error: string) => (/tim(?:ed?[_ -]?)out/i.test(error) ? 'time_out' : 'network_error');
