// In: calls of the history, where the server is, and whether the page can tell more. Out: a HAR 1.2 log (http://www.softwareishard.com/blog/har-12-spec/)
// of their attempts, one entry each. Pure. No secrets: see clean.ts. What a page cannot know is told as unknown, never guessed.
import { clean, cleanUrl } from './clean.ts';
import type { PastCall, Try } from './history.ts';
import { endWords, tryWords, waitWords } from './timeline-words.ts';

type Pair = { name: string; value: string };
type HarEntry = {
  startedDateTime: string;
  time: number;
  request: Record<string, unknown>;
  response: Record<string, unknown>;
  cache: Record<string, never>;
  timings: { send: number; wait: number; receive: number };
  comment: string;
};
export type Har = {
  log: { version: '1.2'; creator: { name: string; version: string }; entries: HarEntry[] };
};

const CREATOR = { name: 'Chart playground', version: '0.1.0' };
/** A script in a page is not told whether it was HTTP/1.1 or HTTP/2. */
const HTTP_VERSION = 'unknown';
const unknownSize = { headersSize: -1, bodySize: -1 };

/** @param nowMs ends the entry of an attempt that is under way */
export function har(calls: readonly PastCall[], { origin, nowMs }: { origin: string; nowMs: number }): Har {
  const entries = calls.flatMap((call) =>
    call.tries.map((one, i) => entryOf(call, one, i + 1, origin, nowMs)),
  );
  return { log: { version: '1.2', creator: CREATOR, entries } };
}

function entryOf(call: PastCall, one: Try, number: number, origin: string, nowMs: number): HarEntry {
  const timings = timingsOf(one, nowMs);
  const then =
    one.state === 'answered' && one.wait ? `, then ${waitWords(one.wait)}` : tail(endWords(one, call));
  const { status, code } = tryWords(one);
  return {
    startedDateTime: new Date(one.sentAtMs).toISOString(),
    time: timings.send + timings.wait + timings.receive,
    request: requestOf(call, one, origin),
    response: responseOf(one),
    cache: {},
    timings,
    comment: clean(`Attempt ${number} of ${call.tries.length}: ${status} ${code}${then}`.trimEnd()),
  };
}

const tail = (words: string | undefined) => (words ? `, ${words}` : '');

function timingsOf(one: Try, nowMs: number): HarEntry['timings'] {
  if (one.state !== 'answered') {
    const endMs = one.state === 'sending' ? nowMs : one.endedMs;
    return { send: 0, wait: Math.max(0, endMs - one.sentAtMs), receive: 0 };
  }
  const { durationMs, receivedAtMs } = one.attempt.exchange;
  const wait = Math.min(durationMs, Math.max(0, receivedAtMs - one.sentAtMs));
  return { send: 0, wait, receive: durationMs - wait };
}

function requestOf(call: PastCall, one: Try, origin: string): Record<string, unknown> {
  const exchange = one.state === 'answered' ? one.attempt.exchange : undefined;
  const path = exchange?.path ?? call.path;
  const url = cleanUrl(/^https?:\/\//i.test(path) ? path : origin + path);
  const headers = (exchange?.requestHeaders ?? []).map(([name, value]) => ({ name, value: clean(value) }));
  const sentBody = call.body !== null && call.method !== 'GET';
  return {
    method: call.method,
    url,
    httpVersion: HTTP_VERSION,
    cookies: [],
    headers,
    queryString: queryOf(url),
    ...(sentBody
      ? { postData: { mimeType: 'application/json', params: [], text: clean(call.body ?? '') } }
      : {}),
    headersSize: -1,
    bodySize: exchange?.bodyBytes ?? (call.body === null ? 0 : -1),
  };
}

function queryOf(url: string): Pair[] {
  const at = url.indexOf('?');
  if (at < 0) return [];
  return [...new URLSearchParams(url.slice(at + 1))].map(([name, value]) => ({ name, value: clean(value) }));
}

function responseOf(one: Try): Record<string, unknown> {
  const result = one.state === 'answered' ? one.attempt.exchange.result : undefined;
  const common = { httpVersion: HTTP_VERSION, cookies: [], ...unknownSize };
  if (result?.kind !== 'answer') {
    const why = one.state === 'answered' ? tryWords(one).code : one.state;
    // Status 0 is what browsers write for an answer that never came.
    return {
      ...common,
      status: 0,
      statusText: '',
      headers: [],
      content: { size: 0, mimeType: 'x-unknown' },
      redirectURL: '',
      comment: `No answer: ${why}`,
    };
  }
  const headers = Object.entries(result.headers).map(([name, value]) => ({ name, value: clean(value) }));
  return {
    ...common,
    status: result.status,
    statusText: clean(result.statusText),
    headers,
    content: contentOf(result),
    redirectURL: cleanUrl(result.headers.location ?? ''),
  };
}

function contentOf({
  headers,
  body,
  bytes,
}: {
  headers: Readonly<Record<string, string>>;
  body: string | null;
  bytes: number;
}) {
  const mimeType = headers['content-type'] ?? 'x-unknown';
  if (body === null)
    return { size: bytes, mimeType, ...(bytes > 0 ? { comment: 'The picture is left out.' } : {}) };
  // Bytes are never fewer than UTF-16 units of what was cut off.
  const cut = body.length < bytes / 3;
  return { size: bytes, mimeType, text: clean(body), ...(cut ? { comment: 'Only its beginning.' } : {}) };
}
