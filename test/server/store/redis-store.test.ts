// In: the shared engine and a real Redis. Out: whether it keeps the store's contract, also between processes.
import { Redis } from 'ioredis';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createRedisStore } from '../../../server/store/redis-store.ts';
import { StoreFailure } from '../../../server/store/store-failure.ts';
import { type RedisServer, redisPath, startRedis } from './redis-server.ts';
import { race } from './start-store-child.ts';
import { storeContract } from './store-contract.ts';

const path = redisPath('the shared store');

describe.skipIf(!path)('with a real Redis', () => {
  let redis: RedisServer;
  let admin: Redis;
  beforeAll(async () => {
    redis = await startRedis(path ?? '');
    admin = new Redis(redis.url);
  });
  afterAll(async () => {
    admin.disconnect();
    await redis.stop();
  });

  async function open() {
    await admin.flushall();
    const store = createRedisStore({ url: redis.url, onFault: () => {} });
    await store.connected();
    return store;
  }

  storeContract('Redis', open);

  it('admits exactly the limit when four processes race for it, and no count twice', async () => {
    await admin.flushall();
    const taken = await race(4, 'redis', redis.url);
    expect(taken.sort((a, b) => a - b)).toEqual(Array.from({ length: 100 }, (_, i) => i + 1));
  });

  it('shares pictures between stores', async () => {
    const [one, two] = [await open(), createRedisStore({ url: redis.url, onFault: () => {} })];
    await two.connected();
    one.pictures?.put('a', new Uint8Array([1, 2, 3]));
    await expect.poll(async () => Array.from((await two.pictures?.get('a')) ?? [])).toEqual([1, 2, 3]);
    expect(await two.pictures?.get('b')).toBeUndefined();
    await one.close();
    await two.close();
  });

  it('leaves nothing without an end, and everything under its prefix', async () => {
    const store = await open();
    const now = Date.now();
    await store.hit('a', { cost: 1, limit: 1, windowEndsAtMs: now + 1000, now });
    await store.save('a', new Uint8Array(3), { ttlMs: 1000, now });
    store.pictures?.put('a', new Uint8Array(3));
    await expect.poll(() => admin.keys('*')).toHaveLength(3);
    const keys = (await admin.keys('*')).sort();
    expect(keys).toEqual(['charts:count a', 'charts:picture a', 'charts:saved a']);
    for (const key of keys) expect(await admin.pttl(key)).toBeGreaterThan(0);
    await store.close();
  });

  it('gives keys no end, whatever happens to them, so that a full Redis lets go of others first', async () => {
    const store = await open();
    await store.keys.add({ id: 'a', digest: '00', name: 'A', plan: 'pro', createdMs: 1 });
    await store.keys.change('a', { revokedMs: 2 });
    expect(await admin.keys('*')).toEqual(['charts:keys']);
    expect(await admin.pttl('charts:keys')).toBe(-1);
    await store.close();
  });

  it('says so when a key is not what it should be', async () => {
    const store = await open();
    await admin.set('charts:count a', 'text');
    const hit = store.hit('a', { cost: 1, limit: 1, windowEndsAtMs: 1000, now: 0 });
    await expect(hit).rejects.toThrow(StoreFailure);
    await admin.set('charts:keys', 'text');
    await expect(store.keys.find('a')).rejects.toThrow(StoreFailure);
    await admin.del('charts:keys');
    await admin.hset('charts:keys', 'a', '{');
    await expect(store.keys.find('a')).rejects.toThrow(StoreFailure);
    await expect(store.keys.list()).rejects.toThrow(StoreFailure);
    await expect(store.keys.change('a', { plan: 'pro' })).rejects.toThrow(StoreFailure);
    await store.close();
  });
});
