// In: good requests, and every kind of refusal. Out: whether the answers carry the headers that a page needs to read them.
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { exposedHeaders } from '../../server/headers.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { chart, get, post, withKey } from './ask.ts';
import { PNG_SIGNATURE, standInPool } from './stand-in-pool.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ pool: standInPool(), env: { RATE_LIMIT: '10000' } });
});
afterAll(() => server.stop());

/** Bytes straight to the socket; the whole answer as text. */
function raw(bytes: string): Promise<string> {
  const socket = connect(server.port, '127.0.0.1');
  socket.end(bytes);
  return text(socket);
}

describe('a picture', () => {
  it('comes with everything that is documented', async () => {
    const answer = await post(server.url, chart(100));
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(PNG_SIGNATURE);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'image/png',
      'content-length': '8',
      etag: expect.stringMatching(/^"[0-9a-f]{64}"$/),
      'cache-control': 'public, max-age=31536000, immutable',
      'x-cache': 'MISS',
      'x-render-time-ms': '12',
      'x-request-id': expect.stringMatching(/./),
      'x-ratelimit-limit': '10000',
      'x-ratelimit-remaining': expect.stringMatching(/^\d+$/),
      'x-ratelimit-reset': expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
      'server-timing': 'cache;desc=MISS, queue;dur=1.0, draw;dur=12.4',
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'cross-origin',
      'content-disposition': expect.stringMatching(/^inline; filename="chart-[0-9a-f]{8}\.png"$/),
    });
  });

  it('has one ETag by POST and GET, whatever the spelling, and 304 by it', async () => {
    const spec = chart(200);
    const posted = await post(server.url, { ...spec, width: 800, scale: 1 });
    const got = await get(server.url, Object.fromEntries(Object.entries(spec).reverse()));
    const etag = got.headers.get('etag') ?? '';
    expect([posted.headers.get('etag'), got.headers.get('x-cache')]).toEqual([etag, 'HIT']);
    for (const header of [etag, `W/${etag}`, `"x", ${etag}`]) {
      const again = await get(server.url, spec, { headers: { 'If-None-Match': header } });
      expect([again.status, again.headers.get('etag'), await again.text()]).toEqual([304, etag, '']);
      expect(again.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    }
    const other = await get(server.url, spec, { headers: { 'If-None-Match': '"x"' } });
    expect(other.status).toBe(200);
  });

  it('that a client already holds is not drawn at all', async () => {
    const spec = chart(201);
    const etag = (await get(server.url, spec, { method: 'HEAD' })).headers.get('etag') ?? '';
    const before = server.lines.length;
    expect((await get(server.url, spec, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await get(server.url, spec)).headers.get('x-cache')).toBe('MISS');
    expect(server.lines.length).toBe(before + 2);
  });

  it('answers HEAD like GET, without the picture', async () => {
    const spec = chart(202);
    const got = await get(server.url, spec);
    const head = await get(server.url, spec, { method: 'HEAD' });
    expect(await head.text()).toBe('');
    for (const name of ['content-type', 'content-length', 'etag', 'cache-control'])
      expect(head.headers.get(name)).toBe(got.headers.get(name));
  });

  it.each([
    ['svg', 'image/svg+xml'],
    ['pdf', 'application/pdf'],
  ])('in %s cannot run a script when it is opened', async (format, type) => {
    const answer = await post(server.url, chart(300, { format }), withKey('pk_test_pro'));
    expect(answer.headers.get('content-type')).toBe(type);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/script-src|unsafe-eval|\*/);
  });

  it('can be left on the server and fetched by its address', async () => {
    const answer = await post(server.url, chart(400, { returnUrl: true }));
    const { url } = (await answer.json()) as { url: string };
    expect(url).toMatch(new RegExp(`^${server.url}/renders/[0-9a-f]{32}\\.png$`));
    const saved = await fetch(url);
    expect(Buffer.from(await saved.arrayBuffer())).toEqual(PNG_SIGNATURE);
    expect(Object.fromEntries(saved.headers)).toMatchObject({
      'content-type': 'image/png',
      'cache-control': 'public, max-age=31536000, immutable',
      'access-control-allow-origin': '*',
    });
    const etag = saved.headers.get('etag') ?? '';
    expect((await fetch(url, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    expect((await fetch(url.replace('.png', '.svg'))).status).toBe(404);
  });

  it.each([
    ['an image', 'image/avif,image/webp,image/apng,image/svg+xml,image/*,*/*;q=0.8', 'image/svg+xml'],
    ['a page', 'text/html,application/xhtml+xml,image/avif,image/webp,*/*;q=0.8', 'application/json'],
    ['anything', '*/*', 'application/json'],
  ])('is a 404 in the form that was asked for, where it is not there: %s', async (_, Accept, type) => {
    const answer = await fetch(`${server.url}/renders/${'0'.repeat(32)}.png`, { headers: { Accept } });
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, type]);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await answer.text()).length).toBeLessThan(1500);
  });

  it('has its address under PUBLIC_URL', async () => {
    const own = await startServer({ pool: standInPool(), env: { PUBLIC_URL: 'https://charts.example/' } });
    const answer = await post(own.url, chart(0, { returnUrl: true }));
    expect(await answer.json()).toEqual({
      url: expect.stringMatching(/^https:\/\/charts\.example\/renders\/[0-9a-f]{32}\.png$/),
    });
    await own.stop();
  });
});

describe('every answer', () => {
  const every: [string, () => Promise<Response>][] = [
    ['200', () => post(server.url, chart())],
    ['304', () => get(server.url, chart(), { headers: { 'If-None-Match': '*' } })],
    ['400', () => post(server.url, '{')],
    ['401', () => post(server.url, chart(), withKey('nobody'))],
    ['402', () => post(server.url, chart(), withKey('pk_test_trial_expired'))],
    ['404', () => fetch(`${server.url}/nowhere`)],
    ['405', () => fetch(`${server.url}/healthz`, { method: 'DELETE' })],
    ['413', () => post(server.url, ' '.repeat(1_048_577))],
    ['415', () => post(server.url, chart(), { 'Content-Type': 'image/png' })],
    ['500', () => post(server.url, chart(), withKey('pk_test_server_error'))],
    ['502', () => post(server.url, chart(), withKey('pk_test_bad_gateway'))],
    ['503', () => post(server.url, chart(), withKey('pk_test_overloaded'))],
    ['200', () => fetch(`${server.url}/api/v1/errors`)],
    ['200', () => fetch(`${server.url}/api/v1/schema`)],
    ['200', () => fetch(`${server.url}/api/v1/capabilities`)],
    ['200', () => fetch(`${server.url}/healthz`)],
    ['200', () => fetch(`${server.url}/readyz`)],
    ['204', () => fetch(`${server.url}/api/v1/render`, { method: 'OPTIONS' })],
  ];

  it.each(every)('%s can be read from another origin', async (status, ask) => {
    const answer = await ask();
    expect(answer.status).toBe(Number(status));
    expect(answer.headers.get('access-control-allow-origin')).toBe('*');
    expect(answer.headers.get('access-control-expose-headers')).toBe(exposedHeaders.join(', '));
    expect(answer.headers.get('x-request-id')).not.toBeNull();
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('429 can, too', async () => {
    const ask = () => post(server.url, chart(), withKey('pk_test_rate_limited'));
    await ask();
    const answer = await ask();
    expect([answer.status, answer.headers.get('access-control-allow-origin')]).toEqual([429, '*']);
    expect(answer.headers.get('access-control-expose-headers')).toContain('Retry-After');
  });

  it('allows what a page sends before it sends it', async () => {
    const answer = await fetch(`${server.url}/api/v1/render`, {
      method: 'OPTIONS',
      headers: {
        Origin: 'https://elsewhere.example',
        'Access-Control-Request-Method': 'POST',
        'Access-Control-Request-Headers': 'authorization,content-type',
      },
    });
    expect(answer.headers.get('access-control-allow-methods')).toBe('GET, HEAD, POST, OPTIONS');
    expect(answer.headers.get('access-control-allow-headers')).toMatch(/Authorization, Content-Type/);
  });

  it.each([
    ['a plain one', 'req-2026.11:22_a', true],
    ['one with blanks', 'a b', false],
    ['a very long one', 'x'.repeat(200), false],
  ])('keeps %s as its request id or makes its own', async (_, id, kept) => {
    const answer = await fetch(`${server.url}/healthz`, { headers: { 'X-Request-Id': id } });
    expect(answer.headers.get('x-request-id') === id).toBe(kept);
  });
});

describe('what is no HTTP', () => {
  it.each([
    ['rubbish', 'rubbish\r\n\r\n', 400],
    ['two lengths', 'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n', 400],
    ['a host that is none', 'GET / HTTP/1.1\r\nHost: a b/c\r\nConnection: close\r\n\r\n', 400],
    ['headers without end', `GET / HTTP/1.1\r\nHost: a\r\nX: ${'x'.repeat(100_000)}\r\n\r\n`, 431],
  ])('%s is refused in JSON that a page can read', async (_, bytes, status) => {
    const answer = await raw(bytes);
    const [head = '', body = ''] = answer.split('\r\n\r\n');
    expect(head).toMatch(new RegExp(`^HTTP/1.1 ${status} `));
    expect(head).toMatch(/access-control-allow-origin: \*/i);
    expect(head).toMatch(/cache-control: no-store/i);
    expect(head).toMatch(/x-request-id: /i);
    expect(JSON.parse(body)).toEqual({ error: expect.any(String), message: expect.any(String) });
  });
});

describe('what describes the server', () => {
  it('is the catalogue, the schema and what it can do', async () => {
    const json = async (path: string) => (await fetch(server.url + path)).json();
    expect(await json('/api/v1/errors')).toContainEqual(
      expect.objectContaining({ code: 'rate_limited', status: 429 }),
    );
    expect(await json('/api/v1/schema')).toMatchObject({ type: 'object', required: ['type', 'data'] });
    expect(await json('/api/v1/capabilities')).toMatchObject({
      version: 'test',
      testKeys: true,
      limits: { rate: { requests: 10000, windowSeconds: 900 }, urlCharacters: 2000 },
    });
  });
});
