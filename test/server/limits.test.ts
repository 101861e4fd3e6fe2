// In: more requests at once than a limit allows. Out: whether exactly as many pass, and whether only pictures are paid for.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { RenderFailure } from '../../server/render/render-failure.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { chart, get, post, withKey } from './ask.ts';
import { type StandInPool, standInPool } from './stand-in-pool.ts';

let pool: StandInPool;
let server: TestServer;
const API_KEYS = 'customer-1:starter,customer-2:business';
const open = async (env: Record<string, string> = {}) => {
  await server?.stop();
  server = await startServer({ pool, clock: 'fake', env: { API_KEYS, ...env } });
};
beforeEach(async () => {
  pool = standInPool();
  await open();
});
afterEach(() => server.stop());

const statuses = (answers: Response[]) => {
  const count: Record<number, number> = {};
  for (const { status } of answers) count[status] = (count[status] ?? 0) + 1;
  return count;
};
const many = (count: number, ask: (n: number) => Promise<Response>) =>
  Promise.all(Array.from({ length: count }, (_, n) => ask(n)));

describe('the rate limit', () => {
  it('lets exactly 100 of 200 through when all come at once', async () => {
    expect(statuses(await many(200, (n) => post(server.url, chart(n))))).toEqual({ 200: 100, 429: 100 });
  });

  it('counts down on every answer and says when it begins again', async () => {
    const first = await post(server.url, chart());
    const second = await post(server.url, '{');
    server.advance(60_500);
    const third = await get(server.url, chart());
    expect([first, second, third].map(({ headers }) => headers.get('x-ratelimit-remaining'))).toEqual([
      '99',
      '98',
      '97',
    ]);
    expect(third.headers.get('x-ratelimit-reset')).toBe('2026-11-22T07:15:00.000Z');
  });

  it('says the same in the standard headers, which a page of another origin may read', async () => {
    await post(server.url, chart());
    server.advance(60_500);
    const { headers } = await post(server.url, chart());
    expect(headers.get('ratelimit-policy')).toBe('"requests";q=100;w=900');
    expect(headers.get('ratelimit')).toBe('"requests";r=98;t=840');
    const exposed = headers.get('access-control-expose-headers')?.split(', ');
    expect(exposed).toEqual(expect.arrayContaining(['RateLimit', 'RateLimit-Policy']));
  });

  it('rounds the wait up to whole seconds, the same in header and body, and lets in whoever comes back then', async () => {
    await open({ RATE_LIMIT: '1' });
    await post(server.url, chart());
    server.advance(897_400);
    const refused = await post(server.url, chart());
    expect([refused.headers.get('retry-after'), await refused.json()]).toEqual([
      '3',
      { error: 'Rate limit exceeded', retryAfter: 3 },
    ]);
    server.advance(2599);
    expect((await post(server.url, chart())).headers.get('retry-after')).toBe('1');
    server.advance(401);
    expect((await post(server.url, chart())).status).toBe(200);
  });

  it('counts keys, addresses and test keys apart', async () => {
    await open({ RATE_LIMIT: '1' });
    const ask = async (headers = {}) => (await post(server.url, chart(), headers)).status;
    expect([await ask(), await ask()]).toEqual([200, 429]);
    expect([await ask(withKey('customer-1')), await ask(withKey('customer-1'))]).toEqual([200, 429]);
    expect([await ask(withKey('customer-2')), await ask(withKey('pk_test_pro'))]).toEqual([200, 200]);
  });

  it('shows on answers that were decided before it, without being used up by them', async () => {
    for (const answer of [
      await post(server.url, chart(), { 'Content-Type': 'text/plain' }),
      await post(server.url, chart(), withKey('nobody-at-all')),
      await post(server.url, chart(), {}, { method: 'DELETE' }),
    ])
      expect(answer.headers.get('x-ratelimit-remaining')).toBe('100');
  });

  it('is gone with LIMITS=off', async () => {
    await open({ LIMITS: 'off', RATE_LIMIT: '1' });
    const answers = await many(20, (n) => post(server.url, chart(n)));
    expect(statuses(answers)).toEqual({ 200: 20 });
    expect(answers[0]?.headers.has('x-ratelimit-limit')).toBe(false);
  });
});

/** A store in which an account has so many renders left this month. */
async function withLeft(left: number, env: Record<string, string> = {}) {
  await server.stop();
  const store = createMemoryStore();
  const now = Date.UTC(2026, 10, 22, 7);
  server = await startServer({ pool, clock: 'fake', store, env: { RATE_LIMIT: '100000', ...env } });
  await store.hit('quota ip 127.0.0.1', {
    cost: 1000 - left,
    limit: 1000,
    windowEndsAtMs: Date.UTC(2026, 11, 1),
    now,
  });
}

describe('the quota', () => {
  it('lets exactly as many different charts through as are left', async () => {
    await withLeft(5);
    expect(statuses(await many(40, (n) => post(server.url, chart(n))))).toEqual({ 200: 5, 402: 35 });
    expect(await (await post(server.url, chart(99))).json()).toMatchObject({
      currentUsage: 1000,
      limit: 1000,
    });
  });

  it('is not touched by a picture that was drawn before', async () => {
    await withLeft(1);
    const answers = [];
    for (let i = 0; i < 5; i++) answers.push(await post(server.url, chart()));
    expect(answers.map(({ headers }) => headers.get('x-cache'))).toEqual([
      'MISS',
      'HIT',
      'HIT',
      'HIT',
      'HIT',
    ]);
    expect((await post(server.url, chart(1))).status).toBe(402);
  });

  it('is charged once for equal requests at the same time, which are drawn once', async () => {
    await withLeft(1);
    pool.hold();
    const all = many(100, () => post(server.url, chart()));
    await pool.until(1);
    pool.release();
    expect(statuses(await all)).toEqual({ 200: 100 });
    expect(pool.asked).toHaveLength(1);
    expect((await post(server.url, chart(1))).status).toBe(402);
  });

  it.each([
    ['cpu', 400],
    ['memory', 400],
    ['blank', 400],
    ['wall', 503],
    ['overloaded', 503],
    ['closing', 503],
    ['crashed', 500],
    ['threw', 500],
  ] as const)('gets its charge back when the render fails (%s: %i)', async (reason, status) => {
    await withLeft(1);
    pool.failWith(new RenderFailure(reason, 'test'));
    for (let i = 0; i < 3; i++) expect((await post(server.url, chart())).status).toBe(status);
    pool.failWith(undefined);
    expect((await post(server.url, chart())).status).toBe(200);
    expect((await post(server.url, chart(1))).status).toBe(402);
  });

  it('gets its charge back when the only one who waited has left', async () => {
    await withLeft(1);
    pool.hold();
    const left = new AbortController();
    const gone = post(server.url, chart(), {}, { signal: left.signal });
    await pool.until(1);
    left.abort();
    await expect(gone).rejects.toThrow('aborted');
    await expect.poll(() => server.lines.map(({ code }) => code)).toContain('client_gone');
    pool.release();
    expect((await post(server.url, chart(1))).status).toBe(200);
  });

  it('is only looked at by HEAD, which draws nothing', async () => {
    await withLeft(1);
    const head = () => get(server.url, chart(), { method: 'HEAD' });
    const answer = await head();
    expect([answer.status, answer.headers.get('x-cache'), pool.asked.length]).toEqual([200, 'MISS', 0]);
    await get(server.url, chart());
    expect((await head()).headers.get('x-cache')).toBe('HIT');
    expect((await get(server.url, chart(1), { method: 'HEAD' })).status).toBe(402);
  });

  it('begins anew with the month, UTC', async () => {
    await withLeft(0);
    expect((await post(server.url, chart())).status).toBe(402);
    server.advance(Date.UTC(2026, 11, 1) - server.now());
    expect((await post(server.url, chart())).status).toBe(200);
  });
});
