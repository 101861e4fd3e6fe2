// In: requests that provoke each documented error through the real pipeline. Out: whether body, status and headers are byte for
// byte as documented.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bodySchema, errorRow, type ServedCode, servedCodes } from '#shared/errors.ts';
import { realPool, startServer, type TestServer } from '../support/server.ts';
import { chart, get, post, withKey } from './ask.ts';
import { standInPool } from './stand-in-pool.ts';

let server: TestServer;
const pool = realPool(1);
beforeAll(async () => {
  server = await startServer({ pool, clock: 'fake' });
});
afterAll(async () => {
  await server.stop();
  await pool.close();
});

interface Case {
  code: ServedCode;
  when: string;
  ask: (url: string) => Promise<Response>;
  body: string;
  headers?: Record<string, string>;
}

const bearer = { 'www-authenticate': 'Bearer' };
const cases: Case[] = [
  {
    code: 'invalid_spec',
    when: 'two rules are broken: both are told',
    ask: (url) => post(url, { ...chart(), width: 5000, data: { labels: [], datasets: [{ data: [1] }] } }),
    body: '{"error":"Invalid chart specification","details":[{"path":"data.labels","message":"At least 1 label is required"},{"path":"width","message":"Number must be less than or equal to 4000"}]}',
  },
  {
    code: 'invalid_spec',
    when: 'the root is no object',
    ask: (url) => post(url, 'null'),
    body: '{"error":"Invalid chart specification","details":[{"path":"","message":"Expected object, received null"}]}',
  },
  {
    code: 'invalid_spec',
    when: 'nesting is too deep to look at',
    ask: (url) => post(url, `${'['.repeat(100_000)}${']'.repeat(100_000)}`),
    body: '{"error":"Invalid chart specification","details":[{"path":"","message":"Nesting must be at most 24 levels deep"}]}',
  },
  {
    code: 'invalid_json',
    when: 'the body has a trailing comma',
    ask: (url) => post(url, '{"type":"bar",}'),
    body: '{"error":"Invalid JSON in request body"}',
  },
  {
    code: 'invalid_json',
    when: 'the body is empty',
    ask: (url) => post(url, ''),
    body: '{"error":"Invalid JSON in request body"}',
  },
  {
    code: 'url_too_long',
    when: 'path and query have 2001 characters',
    ask: (url) => fetch(`${url}${'/api/v1/render?chart='.padEnd(2001, 'e')}`),
    body: '{"error":"URL too long","message":"URL exceeds 2000 characters. Use POST for complex charts."}',
  },
  {
    code: 'url_too_long',
    when: 'the URL is far over what Node takes by default',
    ask: (url) => fetch(`${url}${'/api/v1/render?chart='.padEnd(40_000, 'e')}`),
    body: '{"error":"URL too long","message":"URL exceeds 2000 characters. Use POST for complex charts."}',
  },
  {
    code: 'invalid_base64',
    when: 'chart is not base64url',
    ask: (url) => fetch(`${url}/api/v1/render?chart=%25%25%25`),
    body: '{"error":"Invalid chart specification","details":[{"path":"chart","message":"Invalid base64 encoding"}]}',
  },
  {
    code: 'invalid_base64',
    when: 'so is its alias c',
    ask: (url) => fetch(`${url}/api/v1/render?c=a*b`),
    body: '{"error":"Invalid chart specification","details":[{"path":"c","message":"Invalid base64 encoding"}]}',
  },
  {
    code: 'invalid_api_key',
    when: 'the header has a wrong key',
    ask: (url) => post(url, chart(), withKey('pk_nobody')),
    body: '{"error":"Invalid API key"}',
    headers: bearer,
  },
  {
    code: 'invalid_api_key',
    when: 'the query has a blank key',
    ask: (url) => fetch(`${url}/api/v1/render?key=&type=bar&labels=a&data=1`),
    body: '{"error":"Invalid API key"}',
    headers: bearer,
  },
  {
    code: 'invalid_authorization',
    when: 'the header is not Bearer',
    ask: (url) => post(url, chart(), { Authorization: 'Token abc' }),
    body: '{"error":"Invalid Authorization format. Use: Bearer <key>"}',
    headers: bearer,
  },
  {
    code: 'quota_exceeded',
    when: 'the month is used up',
    ask: (url) => post(url, chart(), withKey('pk_test_quota_exceeded')),
    body: '{"error":"Monthly render quota exceeded","currentUsage":10000,"limit":10000,"plan":"trial"}',
  },
  {
    code: 'trial_expired',
    when: 'the trial is over, whatever the format',
    ask: (url) => post(url, chart(0, { format: 'pdf' }), withKey('pk_test_trial_expired')),
    body: '{"error":"Trial expired. Please upgrade to continue.","plan":"expired","upgradeUrl":"/app/usage-billing"}',
  },
  {
    code: 'pdf_requires_pro',
    when: 'a starter asks for PDF',
    ask: (url) => post(url, chart(0, { format: 'pdf' }), withKey('pk_test_starter')),
    body: '{"error":"PDF output requires the Pro plan","plan":"starter","upgradeUrl":"/app/usage-billing"}',
  },
  {
    code: 'pdf_requires_pro',
    when: 'nobody in particular asks for PDF',
    ask: (url) => get(url, chart(0, { format: 'pdf' })),
    body: '{"error":"PDF output requires the Pro plan","plan":"starter","upgradeUrl":"/app/usage-billing"}',
  },
  {
    code: 'rate_limited',
    when: 'a second request comes within 10 s',
    ask: async (url) => {
      await post(url, chart(), withKey('pk_test_rate_limited'));
      return post(url, chart(), withKey('pk_test_rate_limited'));
    },
    body: '{"error":"Rate limit exceeded","retryAfter":10}',
    headers: {
      'retry-after': '10',
      'x-ratelimit-limit': '1',
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '2026-11-22T07:00:10.000Z',
    },
  },
  {
    code: 'internal_error',
    when: 'the renderer throws',
    ask: (url) => post(url, chart(), withKey('pk_test_server_error')),
    body: '{"error":"Internal server error"}',
  },
  {
    code: 'not_found',
    when: 'the path is unknown',
    ask: (url) => fetch(`${url}/api/v2/render`),
    body: '{"error":"Not found","message":"No such endpoint or picture."}',
  },
  {
    code: 'not_found',
    when: 'the saved picture is unknown',
    ask: (url) => fetch(`${url}/renders/${'0'.repeat(32)}.png`),
    body: '{"error":"Not found","message":"No such endpoint or picture."}',
  },
  {
    code: 'method_not_allowed',
    when: 'a render is put',
    ask: (url) => post(url, chart(), {}, { method: 'PUT' }),
    body: '{"error":"Method not allowed","message":"Use GET, HEAD or POST."}',
    headers: { allow: 'GET, HEAD, POST, OPTIONS' },
  },
  {
    code: 'method_not_allowed',
    when: 'something is posted to the catalogue',
    ask: (url) => fetch(`${url}/api/v1/errors`, { method: 'POST' }),
    body: '{"error":"Method not allowed","message":"Use GET or HEAD."}',
    headers: { allow: 'GET, HEAD, OPTIONS' },
  },
  {
    code: 'body_too_large',
    when: 'the body is one byte over the cap',
    ask: (url) => post(url, ' '.repeat(1_048_577)),
    body: '{"error":"Request body too large","message":"A chart may have at most 1048576 bytes."}',
  },
  {
    code: 'unsupported_media_type',
    when: 'the body is text',
    ask: (url) => post(url, chart(), { 'Content-Type': 'text/plain' }),
    body: '{"error":"Unsupported media type","message":"Send the chart as application/json."}',
  },
  {
    code: 'unsupported_media_type',
    when: 'the body is compressed',
    ask: (url) => post(url, 'anything', { 'Content-Encoding': 'br' }),
    body: '{"error":"Unsupported media type","message":"Send the chart without Content-Encoding."}',
  },
  {
    code: 'overloaded',
    when: 'the key for it is used the first time',
    ask: (url) => post(url, chart(), withKey('pk_test_overloaded')),
    body: '{"error":"Service overloaded","message":"Too many renders are waiting. Please retry."}',
    headers: { 'retry-after': '2' },
  },
  {
    code: 'bad_gateway',
    when: 'the key for it is used the first time',
    ask: (url) => post(url, chart(), withKey('pk_test_bad_gateway')),
    body: '{"error":"Bad gateway","message":"The renderer could not be reached."}',
  },
];

describe('documented errors', () => {
  it.each(cases)('$code when $when', async ({ code, ask, body, headers = {} }) => {
    const answer = await ask(server.url);
    expect(await answer.text()).toBe(body);
    expect(answer.status).toBe(errorRow(code).status);
    expect(bodySchema(errorRow(code))?.safeParse(JSON.parse(body)).success).toBe(true);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'application/json',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'access-control-allow-origin': '*',
      'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
      ...headers,
    });
    expect(server.lines.at(-1)).toMatchObject({ code, requestId: answer.headers.get('x-request-id') });
  });

  it('render_timeout when a worker got no CPU', async () => {
    const { RenderFailure } = await import('../../server/render/render-failure.ts');
    const standIn = standInPool();
    standIn.failWith(new RenderFailure('wall', 'test', 3));
    const own = await startServer({ pool: standIn });
    const answer = await post(own.url, chart());
    expect([answer.status, answer.headers.get('retry-after'), await answer.text()]).toEqual([
      503,
      '3',
      '{"error":"Render timed out","message":"The server is busy. Please retry."}',
    ]);
    await own.stop();
  });

  it('leave out none that this server can answer with', () => {
    const provoked = new Set<ServedCode>([...cases.map(({ code }) => code), 'render_timeout']);
    expect(servedCodes.filter((code) => !provoked.has(code))).toEqual([]);
  });

  it('tell the true message of a failure to the log only, under the id of the answer', async () => {
    const answer = await post(server.url, chart(5), withKey('pk_test_server_error'));
    const id = answer.headers.get('x-request-id');
    expect(await answer.text()).toBe('{"error":"Internal server error"}');
    const cause = server.lines.find(({ requestId, msg }) => requestId === id && msg === 'failure');
    expect(cause?.cause).toMatch(/threw.*Error/s);
  });
});

describe('test keys that recover', () => {
  it.each([
    ['pk_test_overloaded', 503],
    ['pk_test_bad_gateway', 502],
  ])('%s: %i once, then success, and the same again later', async (key, status) => {
    const own = await startServer({ pool: standInPool(), clock: 'fake' });
    const ask = async () => (await post(own.url, chart(), withKey(key))).status;
    expect([await ask(), await ask(), await ask()]).toEqual([status, 200, 200]);
    own.advance(31_000);
    expect([await ask(), await ask()]).toEqual([status, 200]);
    await own.stop();
  });

  it('pk_test_drop cuts the connection once, then succeeds', async () => {
    const own = await startServer({ pool: standInPool() });
    const ask = () => post(own.url, chart(), withKey('pk_test_drop'));
    await expect(ask().then((answer) => answer.arrayBuffer())).rejects.toThrow('terminated');
    expect((await ask()).status).toBe(200);
    expect(own.lines.map(({ code }) => code)).toContain('connection_cut');
    await own.stop();
  });

  it('pk_test_rate_limited lets the next one in when its time is up, and knows clients apart', async () => {
    const own = await startServer({ pool: standInPool(), clock: 'fake', env: { TRUST_PROXY: '1' } });
    const ask = async (from: string) =>
      (await post(own.url, chart(), { ...withKey('pk_test_rate_limited'), 'X-Forwarded-For': from })).status;
    expect([await ask('192.0.2.1'), await ask('192.0.2.1'), await ask('192.0.2.2')]).toEqual([200, 429, 200]);
    own.advance(10_000);
    expect(await ask('192.0.2.1')).toBe(200);
    await own.stop();
  });

  it('pk_test_slow waits 10 s before it answers', async () => {
    const own = await startServer({ pool: standInPool() });
    expect((await post(own.url, chart(), withKey('pk_test_slow'))).status).toBe(200);
    expect(own.waits).toEqual([10_000]);
    await own.stop();
  });

  it('another caller’s cached picture does not hide the state of a test key', async () => {
    const own = await startServer({ pool: standInPool() });
    await post(own.url, chart());
    expect((await post(own.url, chart())).headers.get('x-cache')).toBe('HIT');
    expect((await post(own.url, chart(), withKey('pk_test_quota_exceeded'))).status).toBe(402);
    expect((await post(own.url, chart(), withKey('pk_test_server_error'))).status).toBe(500);
    await own.stop();
  });

  it('work with LIMITS=off as well', async () => {
    const own = await startServer({ pool: standInPool(), env: { LIMITS: 'off' } });
    const ask = async (key: string) => (await post(own.url, chart(), withKey(key))).status;
    expect([await ask('pk_test_rate_limited'), await ask('pk_test_rate_limited')]).toEqual([200, 429]);
    expect(await ask('pk_test_quota_exceeded')).toBe(402);
    expect(await ask('pk_test_trial_expired')).toBe(402);
    const healthy = await post(own.url, chart(), withKey('pk_test_starter'));
    expect([healthy.status, healthy.headers.get('x-ratelimit-limit')]).toEqual([200, null]);
    await own.stop();
  });
});
