// In: requests for templates. Out: whether they pass the same gates as any render, and whether the list tells the truth.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server.ts';
import { post, withKey } from './ask.ts';
import { type StandInPool, standInPool } from './stand-in-pool.ts';

let pool: StandInPool;
let server: TestServer;
beforeAll(async () => {
  pool = standInPool();
  server = await startServer({ pool, clock: 'fake', env: { RATE_LIMIT: '1000' } });
});
afterAll(() => server.stop());

const ask = (path: string, init?: RequestInit) => fetch(`${server.url}/api/v1/templates${path}`, init);
type Entry = { id: string; renderUrl: string; chart: unknown; defaults: { devicePixelRatio: number } };
const list = async () => (await (await ask('')).json()) as Entry[];

describe('the list', () => {
  it('holds sixteen, each with an address that answers a picture', async () => {
    const entries = await list();
    expect(entries.length).toBe(16);
    for (const { renderUrl } of entries) {
      const answer = await fetch(renderUrl);
      expect([answer.status, answer.headers.get('Content-Type')]).toEqual([200, 'image/png']);
    }
  });

  it('holds the chart of each, which sent by POST is the same picture', async () => {
    for (const { renderUrl, chart } of await list()) {
      const [byUrl, byPost] = [await fetch(renderUrl), await post(server.url, chart)];
      expect(byPost.headers.get('ETag')).toBe(byUrl.headers.get('ETag'));
    }
  });

  it('is for reading', async () => {
    const answer = await ask('', { method: 'POST' });
    expect([answer.status, answer.headers.get('Allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});

describe('a picture', () => {
  it('has the headers of every picture, readable from any origin', async () => {
    const { headers } = await ask('/nps-trend/render?width=500');
    const render = await fetch(`${server.url}/api/v1/render?type=bar&labels=a&data=1`);
    expect([...headers.keys()].sort()).toEqual([...render.headers.keys()].sort());
    expect(headers.get('Access-Control-Allow-Origin')).toBe('*');
  });

  it('is answered without a body when it is held, and to HEAD', async () => {
    const first = await ask('/nps-trend/render');
    const etag = first.headers.get('ETag') ?? '';
    expect((await ask('/nps-trend/render', { headers: { 'If-None-Match': etag } })).status).toBe(304);
    const head = await ask('/nps-trend/render', { method: 'HEAD' });
    expect([head.status, head.headers.get('ETag'), (await head.arrayBuffer()).byteLength]).toEqual([
      200,
      etag,
      0,
    ]);
  });

  it('is drawn once, and at twice the size unless asked otherwise', async () => {
    const before = pool.asked.length;
    const query = '/churn-rate/render?title=Once';
    expect((await ask(query)).headers.get('X-Cache')).toBe('MISS');
    expect((await ask(query)).headers.get('X-Cache')).toBe('HIT');
    await ask('/churn-rate/render?title=Once&scale=1');
    expect(pool.asked.slice(before).map((one) => one.devicePixelRatio)).toEqual([2, 1]);
  });

  it('can be kept at an address', async () => {
    const answer = await ask('/churn-rate/render?returnUrl=true');
    expect(await answer.json()).toEqual({ url: expect.stringMatching(/\/renders\/[0-9a-f]{32}\.png$/) });
  });
});

describe('the gates', () => {
  it.each([
    ['a wrong key', '/mrr-trend/render?key=pk_nobody', {}, 401],
    ['a wrong key, before the id', '/nothing/render?key=pk_nobody', {}, 401],
    ['an id that nobody has', '/nothing/render', {}, 404],
    ['an id that is odd', '/%E0%A4%A/render', {}, 404],
    ['a fault in the query', '/mrr-trend/render?width=1', {}, 400],
    ['a URL that is too long', `/mrr-trend/render?title=${'x'.repeat(2000)}`, {}, 400],
    ['PDF without the plan', '/mrr-trend/render?format=pdf', {}, 402],
    ['an expired trial', '/mrr-trend/render', { headers: withKey('pk_test_trial_expired') }, 402],
    ['a used-up quota', '/mrr-trend/render?title=q', { headers: withKey('pk_test_quota_exceeded') }, 402],
    ['a body', '/mrr-trend/render', { method: 'POST', body: '{}' }, 405],
    ['a render that throws', '/mrr-trend/render', { headers: withKey('pk_test_server_error') }, 500],
  ])('%s', async (_, path, init, status) => {
    const answer = await ask(path, init);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('X-RateLimit-Limit')).not.toBeNull();
    expect(answer.headers.get('Cache-Control')).toBe('no-store');
    expect(await answer.json()).toHaveProperty('error');
  });

  it('count a malformed request as well', async () => {
    const remaining = async (path: string) => Number((await ask(path)).headers.get('X-RateLimit-Remaining'));
    const before = await remaining('/mrr-trend/render?width=1');
    expect(await remaining('/nothing/render')).toBe(before - 1);
  });

  it('refuse with a true wait', async () => {
    await ask('/mrr-trend/render', { headers: withKey('pk_test_rate_limited') });
    const refused = await ask('/mrr-trend/render', { headers: withKey('pk_test_rate_limited') });
    expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '10']);
  });

  it('name the parameter', async () => {
    const answer = await ask('/mrr-trend/render?scale=9&d=a');
    expect(await answer.json()).toEqual({
      error: 'Invalid chart specification',
      details: [{ path: 'd', message: "Item 1: Expected number, received 'a'" }],
    });
  });
});
