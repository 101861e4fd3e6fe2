// In: two built servers with one Redis, and the Redis killed under load. Out: whether they act as one, and whether anybody is refused.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ProductionServer, startProduction } from '../../support/production-server.ts';
import { chart, get, post, withKey } from '../ask.ts';
import { type RedisServer, redisPath, startRedis } from './redis-server.ts';

const path = redisPath('two servers with one Redis');
const API_KEYS = 'customer-1:business,customer-2:business';
const key1 = withKey('customer-1');
const key2 = withKey('customer-2');

describe.skipIf(!path)('two servers with one Redis', () => {
  let redis: RedisServer;
  let servers: ProductionServer[];
  beforeAll(async () => {
    redis = await startRedis(path ?? '');
    const env = { REDIS_URL: redis.url, API_KEYS, LOG_LEVEL: 'error', TRUST_PROXY: '1' };
    servers = await Promise.all([startProduction(env), startProduction({ ...env, RENDER_WORKERS: '1' })]);
  });
  afterAll(async () => {
    await Promise.all(servers.map((server) => server.stop()));
    await redis.stop();
  });
  const url = (n: number) => servers[n % 2]?.url ?? '';

  it('admit exactly the limit of 400 requests at once on one key', async () => {
    const answers = await Promise.all(Array.from({ length: 400 }, (_, n) => post(url(n), chart(), key1)));
    const passed = answers.filter(({ status }) => status === 200);
    expect([passed.length, answers.filter(({ status }) => status === 429).length]).toEqual([100, 300]);
    const remaining = passed.map(({ headers }) => headers.get('x-ratelimit-remaining'));
    expect(new Set(remaining).size).toBe(100);
  });

  it('serve what the other has drawn as a HIT, and what it has saved', async () => {
    const spec = chart(1);
    expect((await get(url(0), spec, { headers: key2 })).headers.get('x-cache')).toBe('MISS');
    const head = () => get(url(1), spec, { method: 'HEAD', headers: key2 });
    await expect.poll(async () => (await head()).headers.get('x-cache')).toBe('HIT');
    const saved = await post(url(0), chart(2, { returnUrl: true }), key2);
    const { pathname } = new URL(((await saved.json()) as { url: string }).url);
    const bytes = async (n: number) => Buffer.from(await (await fetch(url(n) + pathname)).arrayBuffer());
    const one = await bytes(0);
    expect(one.byteLength).toBeGreaterThan(1000);
    expect(Buffer.compare(one, await bytes(1))).toBe(0);
  });

  it('draw on while the Redis is killed and started again, refuse nobody, and tell', async () => {
    const statuses = new Map<number, number>();
    let n = 10;
    let over = false;
    const load = async () => {
      while (!over) {
        n += 1;
        // Each request from another address, or the limit would end the load.
        const from = { 'X-Forwarded-For': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` };
        const { status } = await get(url(n), chart(n % 40, { width: 200, height: 120 }), { headers: from });
        statuses.set(status, (statuses.get(status) ?? 0) + 1);
      }
    };
    const told = async (which: number) => {
      const answer = await fetch(`${url(which)}/readyz`);
      return [answer.status, await answer.json()];
    };
    const ready = (store: string) => [200, { status: 'ready', store }];
    const running = Promise.all([load(), load(), load(), load()]);
    expect([await told(0), await told(1)]).toEqual([ready('ok'), ready('ok')]);
    await redis.signal('SIGKILL');
    for (const which of [0, 1])
      await expect.poll(() => told(which), { timeout: 8000 }).toEqual(ready('degraded'));
    const refused = await post(url(0), chart(3, { returnUrl: true }));
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '2']);
    await redis.startAgain();
    for (const which of [0, 1]) await expect.poll(() => told(which), { timeout: 8000 }).toEqual(ready('ok'));
    over = true;
    await running;
    expect([...statuses.keys()].filter((status) => status !== 200)).toEqual([]);
    expect((await post(url(0), chart(3, { returnUrl: true }))).status).toBe(200);
  }, 60_000);
});
