// In: what to send and a signal. Out: everything about one exchange with the API, whatever came of it; it never throws.
import type { Answer } from '#shared/classify.ts';
import type { Dialect } from '#shared/errors.ts';
import { RENDER_PATH } from '#shared/render-url.ts';

export type RenderRequest = {
  /** POST sends the editor's text byte for byte, so that the server is what judges it; PUT is for seeing it refused. */
  method: 'POST' | 'GET' | 'PUT';
  /** For GET: path and query. */
  path: string;
  body: string | null;
  /** Sent as a Bearer token, shown nowhere. */
  key: string | null;
  /** The API that is spoken, which decides how an answer is read; Chart-Output's where left out. */
  dialect?: Dialect;
  /** In place of the usual ones of the same name. */
  headers?: Readonly<Record<string, string>>;
  /** Longest wait for the answer in ms, where it is not the usual one. */
  timeOutMs?: number;
};

export type Exchange = {
  method: string;
  path: string;
  dialect?: Dialect;
  /** What was sent, credentials masked. */
  requestHeaders: readonly (readonly [string, string])[];
  bodyBytes: number;
  /** From sending to the last byte, ms. */
  durationMs: number;
  /** Local clock when the head arrived (or the attempt failed), ms since 1970. */
  receivedAtMs: number;
  result:
    | ({ kind: 'answer'; statusText: string; bytes: number; picture: Blob | null } & Answer)
    /** `body`: the head had come, and then the connection ended or the time was up. */
    | { kind: 'network_error' | 'time_out'; stage?: 'connect' | 'body' };
};

/** Longest wait for an answer: the server's own limit is far below, so this means that something in between hangs. */
export const TIME_OUT_MS = 30_000;

export class Cancelled extends Error {}

/** Sends once. Rejects with `Cancelled` when the signal says so; every other outcome is an exchange. */
export async function send(request: RenderRequest, signal: AbortSignal): Promise<Exchange> {
  const startedAt = performance.now();
  const usual = { Accept: '*/*', ...(request.body === null ? {} : { 'Content-Type': 'application/json' }) };
  const headers: [string, string][] = Object.entries({ ...usual, ...request.headers });
  const shown = [...headers];
  if (request.key !== null) {
    headers.push(['Authorization', `Bearer ${sendable(request.key)}`]);
    shown.push(['Authorization', 'Bearer ••••••••']);
  }
  const outcome = await exchange(request, headers, signal);
  return {
    method: request.method,
    path: request.path,
    ...(request.dialect ? { dialect: request.dialect } : {}),
    requestHeaders: shown,
    bodyBytes: request.body === null ? 0 : new Blob([request.body]).size,
    durationMs: Math.round(performance.now() - startedAt),
    ...outcome,
  };
}

async function exchange(
  request: RenderRequest,
  headers: [string, string][],
  signal: AbortSignal,
): Promise<Pick<Exchange, 'receivedAtMs' | 'result'>> {
  const tooLong = AbortSignal.timeout(request.timeOutMs ?? TIME_OUT_MS);
  let stage: 'connect' | 'body' = 'connect';
  try {
    const response = await fetch(request.path, {
      method: request.method,
      body: request.body,
      headers,
      signal: AbortSignal.any([signal, tooLong]),
      cache: 'no-store',
    });
    stage = 'body';
    const receivedAtMs = Date.now();
    const blob = await response.blob();
    const isText = /json|text|xml(?!\+)/.test(blob.type) && !blob.type.startsWith('image/');
    return {
      receivedAtMs,
      result: {
        kind: 'answer',
        status: response.status,
        statusText: response.statusText,
        headers: Object.fromEntries(response.headers),
        body: isText || blob.type === '' ? await blob.text() : null,
        bytes: blob.size,
        picture: response.ok && !isText ? blob : null,
      },
    };
  } catch {
    if (signal.aborted) throw new Cancelled();
    return {
      receivedAtMs: Date.now(),
      result: { kind: tooLong.aborted ? 'time_out' : 'network_error', stage },
    };
  }
}

/** Letters that no header can carry go out as `?`: the server then refuses the key, where none at all would pass as anonymous. */
const sendable = (key: string) => key.replace(/[^\t\x20-\x7e\x80-\xff]/g, '?');

export const postRequest = (text: string, key: string | null): RenderRequest => ({
  method: 'POST',
  path: RENDER_PATH,
  body: text,
  key,
});
export const getRequest = (path: string, key: string | null): RenderRequest => ({
  method: 'GET',
  path,
  body: null,
  key,
});
