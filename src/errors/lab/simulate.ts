// In: a code of the catalogue. Out: the exchange that ends so, made from its row, without a server. Pure.
import { catalogueRows, type ErrorCode, errorRow } from '#shared/errors.ts';
import { RENDER_PATH } from '#shared/render-url.ts';
import type { Exchange } from '../../request/send.ts';

/** An example of each header that a row may carry, for a moment `nowMs`; waits are short, because one watches them. */
const headerValue = (name: string, code: ErrorCode, nowMs: number): string => {
  const title = errorRow(code).title;
  const values: Record<string, string> = {
    'retry-after': '15',
    'x-ratelimit-limit': '100',
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': new Date(nowMs + 15_000).toISOString(),
    'www-authenticate': 'Bearer',
    allow: 'GET, HEAD, POST, OPTIONS',
    'x-ic-error-code': code,
    'x-ic-error-validation': JSON.stringify([{ message: title }]),
  };
  return values[name] ?? '';
};

export function simulated(code: ErrorCode, nowMs: number): Exchange {
  const row = errorRow(code);
  const common = {
    method: row.dialect === 'image-charts' ? 'GET' : 'POST',
    path: row.dialect === 'image-charts' ? '/chart.js/2.8.0?c=…' : RENDER_PATH,
    ...(row.dialect === 'image-charts' ? { dialect: row.dialect } : {}),
    requestHeaders: [],
    bodyBytes: 0,
    durationMs: 0,
    receivedAtMs: nowMs,
  };
  if (code === 'network_error' || code === 'time_out') return { ...common, result: { kind: code } };
  const body = bodyOf(code);
  const headers = Object.fromEntries(
    (row.headers ?? [])
      .map((name) => name.toLowerCase())
      .map((name) => [name, headerValue(name, code, nowMs)]),
  );
  return {
    ...common,
    result: {
      kind: 'answer',
      status: row.status ?? 400,
      statusText: '',
      headers: {
        ...headers,
        ...(body === null ? {} : { 'content-type': 'application/json' }),
        'x-request-id': 'simulated',
        date: new Date(nowMs).toUTCString(),
      },
      body,
      bytes: body?.length ?? 0,
      picture: null,
    },
  };
}

/** The example's own wait must be the header's. */
function bodyOf(code: ErrorCode): string | null {
  const body = catalogueRows().find((row) => row.code === code)?.body as Record<string, unknown> | undefined;
  if (!body) return null;
  return JSON.stringify('retryAfter' in body ? { ...body, retryAfter: 15 } : body);
}
