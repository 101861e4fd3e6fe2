// In: a server's address and a chart. Out: the requests that tests send again and again, and small charts for them.
import { toBase64Url } from '#shared/base64url.ts';

/** A valid chart; `n` makes it another one. */
export const chart = (n = 0, more: Record<string, unknown> = {}) => ({
  type: 'bar',
  data: { labels: ['a', 'b', 'c'], datasets: [{ label: 's', data: [1, 2, 3 + n] }] },
  ...more,
});

export const post = (
  url: string,
  body: unknown,
  headers: Record<string, string> = {},
  init: RequestInit = {},
): Promise<Response> =>
  fetch(`${url}/api/v1/render`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...headers },
    body: typeof body === 'string' ? body : JSON.stringify(body),
    ...init,
  });

export const withKey = (key: string) => ({ Authorization: `Bearer ${key}` });

export const get = (url: string, spec: unknown, init: RequestInit = {}): Promise<Response> =>
  fetch(`${url}/api/v1/render?chart=${toBase64Url(JSON.stringify(spec))}`, init);
