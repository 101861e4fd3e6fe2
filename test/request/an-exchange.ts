// In: a status, headers and a body. Out: the exchange that `send` makes of such an answer, or of none.
import { type ErrorCode, errorRow } from '#shared/errors.ts';
import type { Exchange } from '../../src/request/send.ts';

type Result = Extract<Exchange['result'], { kind: 'answer' }>;

const around = {
  method: 'POST',
  path: '/api/v1/render',
  requestHeaders: [['Accept', '*/*']],
  bodyBytes: 2,
  durationMs: 84,
  receivedAtMs: 1_000_000,
} as const;

/** An answer that arrived at 1 000 000 ms; a body that is an object travels as JSON. */
export function answer(status: number, more: Partial<Omit<Result, 'body'>> & { body?: unknown } = {}) {
  const { body = null, ...rest } = more;
  const text = body === null || typeof body === 'string' ? body : JSON.stringify(body);
  const result: Result = {
    kind: 'answer',
    status,
    statusText: '',
    headers: {},
    bytes: text?.length ?? 0,
    picture: null,
    ...rest,
    body: text,
  };
  return { ...around, result } satisfies Exchange;
}

export const noAnswer = (kind: 'network_error' | 'time_out'): Exchange => ({ ...around, result: { kind } });

export const picture = () =>
  answer(200, { headers: { 'content-type': 'image/png' }, picture: new Blob(['png']), bytes: 3 });

/** The typical answer of a row of the catalogue, as its API writes it. */
export function answerOf(code: ErrorCode): Exchange {
  const row = errorRow(code);
  if (code === 'network_error' || code === 'time_out') return noAnswer(code);
  if (row.dialect === 'image-charts')
    return answer(row.status ?? 400, {
      headers: {
        'content-type': 'image/png',
        'x-ic-error-code': code,
        'x-ic-error-validation': '[{"message":"\\"c\\" is wrong","path":["c"]}]',
      },
    });
  const values: Record<string, string> = {
    'Retry-After': '120',
    'X-RateLimit-Limit': '100',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': '2026-11-22T07:02:00.000Z',
    'WWW-Authenticate': 'Bearer',
    Allow: 'GET, HEAD, POST',
  };
  const headers = (row.headers ?? []).map((name) => [name.toLowerCase(), values[name] ?? '']);
  return answer(row.status ?? 0, {
    headers: { 'x-request-id': 'req-1', ...Object.fromEntries(headers) },
    body: { error: row.error, ...row.fixed, ...row.example },
  });
}
