// In: an engine that fails, hangs, is killed and comes back. Out: whether a store over it always answers, soon, and tells.
import { afterEach, describe, expect, it } from 'vitest';
import { createInsuredStore } from '../../../server/store/insured-store.ts';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { createRedisStore } from '../../../server/store/redis-store.ts';
import type { Store } from '../../../server/store/store.ts';
import { StoreFailure, ValueTooLarge } from '../../../server/store/store-failure.ts';
import { type RedisServer, redisPath, startRedis } from './redis-server.ts';
import { storeContract } from './store-contract.ts';

const path = redisPath('the shared store that goes away');
const ANSWER_MS = 100;
const opened: Store[] = [];
let redis: RedisServer | undefined;
afterEach(async () => {
  for (const store of opened.splice(0)) await store.close();
  await redis?.stop();
  redis = undefined;
});

const silent = { now: Date.now, onChange: () => {} };
storeContract('insured memory', async () => createInsuredStore({ engine: createMemoryStore(), ...silent }));

function insure(engine: Store, said: string[] = []) {
  const onChange = (state: string) => void said.push(state);
  const store = createInsuredStore({ engine, answerMs: ANSWER_MS, now: Date.now, onChange });
  opened.push(store);
  return store;
}

const hit = (store: Store, key = 'a', limit = 100) =>
  store.hit(key, { cost: 1, limit, windowEndsAtMs: Date.now() + 600_000, now: Date.now() });
const life = () => ({ ttlMs: 100_000, now: Date.now() });

describe.skipIf(!path)('over a real Redis', () => {
  async function open() {
    redis = await startRedis(path ?? '');
    const said: string[] = [];
    const engine = createRedisStore({ url: redis.url, onFault: () => {} });
    await engine.connected();
    return { redis, said, store: insure(engine, said) };
  }

  it('goes on in memory when the Redis is killed, tells, and recovers by itself with what was counted', async () => {
    const { redis, said, store } = await open();
    for (let i = 1; i <= 3; i++) expect((await hit(store)).used).toBe(i);
    await store.save('kept', new Uint8Array([1]), life());
    await store.save('never fetched', new Uint8Array([2]), life());
    expect(await store.get('kept', Date.now())).toEqual(Buffer.from([1]));

    await redis.signal('SIGKILL');
    const counts = await Promise.all(Array.from({ length: 150 }, () => hit(store)));
    expect(counts.filter(({ allowed }) => allowed)).toHaveLength(100);
    expect([store.state(), said]).toEqual(['degraded', ['degraded']]);
    await expect(store.save('new', new Uint8Array([3]), life())).rejects.toThrow(StoreFailure);
    expect(Array.from((await store.get('kept', Date.now())) ?? [])).toEqual([1]);
    await expect(store.get('never fetched', Date.now())).rejects.toThrow(StoreFailure);
    expect(await store.pictures?.get('a')).toBeUndefined();
    await store.giveBack('a', { cost: 1, resetAtMs: counts[0]?.resetAtMs ?? 0, now: Date.now() });
    await store.sweep(Date.now());

    await redis.startAgain();
    await expect.poll(() => store.state(), { timeout: 5000 }).toBe('ok');
    expect(said).toEqual(['degraded', 'ok']);
    // 100 were taken in memory, one was given back: the Redis, which came back empty, learns of 99.
    const look = () => store.hit('a', { cost: 0, limit: 100, windowEndsAtMs: 1, now: Date.now() });
    await expect.poll(async () => (await look()).used).toBe(99);
    await store.save('new', new Uint8Array([3]), life());
    expect(await store.get('new', Date.now())).toEqual(Buffer.from([3]));
  });

  it('says that it cannot tell whose a key is while the Redis is away, and nothing else', async () => {
    const { redis, store } = await open();
    const key = { id: 'a', digest: '00', name: 'A', plan: 'pro', createdMs: 1 };
    await store.keys.add(key);
    expect(await store.keys.find('a')).toEqual(key);
    await redis.signal('SIGSTOP');
    for (let i = 0; i < 8; i++) {
      await expect(store.keys.find('a')).rejects.toThrow(StoreFailure);
      await expect(store.keys.find('b')).rejects.toThrow(StoreFailure);
    }
    expect(store.state()).toBe('degraded');
    for (const asked of [store.keys.list(), store.keys.add(key), store.keys.change('a', { plan: 'x' })])
      await expect(asked).rejects.toThrow(StoreFailure);
    await redis.signal('SIGCONT');
    await expect.poll(() => store.state(), { timeout: 8000 }).toBe('ok');
    expect([await store.keys.find('a'), await store.keys.find('b')]).toEqual([key, undefined]);
  });

  it('waits for a Redis that hangs no longer than the time-out, then not at all', async () => {
    const { redis, store } = await open();
    await redis.signal('SIGSTOP');
    const timed = async () => {
      const startMs = performance.now();
      await hit(store);
      return performance.now() - startMs;
    };
    const first = await Promise.all(Array.from({ length: 50 }, timed));
    expect(Math.min(...first)).toBeGreaterThanOrEqual(ANSWER_MS - 5);
    expect(Math.max(...first)).toBeLessThan(ANSWER_MS + 200);
    expect(Math.max(...(await Promise.all(Array.from({ length: 50 }, timed))))).toBeLessThan(ANSWER_MS);
    expect(store.state()).toBe('degraded');
    await redis.signal('SIGCONT');
    await expect.poll(() => store.state(), { timeout: 8000 }).toBe('ok');
  });

  it('notices within seconds that an idle Redis is gone, and may start without one', async () => {
    const { redis, store } = await open();
    expect(store.state()).toBe('ok');
    await redis.signal('SIGKILL');
    await expect.poll(() => store.state(), { timeout: 5000 }).toBe('degraded');
    const late = insure(createRedisStore({ url: redis.url, onFault: () => {} }));
    expect([(await hit(late)).used, late.state()]).toEqual([1, 'degraded']);
    await redis.startAgain();
    await expect.poll(() => late.state(), { timeout: 5000 }).toBe('ok');
  });

  it('believes an answer that came in time although the process was too busy to read it', async () => {
    const { store } = await open();
    await hit(store);
    const counted = hit(store);
    // Written already; while this process does not look, time passes.
    await new Promise(setImmediate);
    const endMs = performance.now() + 3 * ANSWER_MS;
    while (performance.now() < endMs);
    expect((await counted).used).toBe(2);
    expect((await hit(store)).used).toBe(3);
  });
});

describe('over an engine that misbehaves', () => {
  const broken = (more: Partial<Store> = {}): Store => {
    const fails = async () => Promise.reject(new Error('disk I/O error'));
    return {
      ...createMemoryStore(),
      hit: fails,
      giveBack: fails,
      get: fails,
      save: fails,
      sweep: fails,
      ...more,
    };
  };

  it('counts a single failure in memory and asks again for the next', async () => {
    const engine = createMemoryStore();
    let fail = true;
    const store = insure({
      ...engine,
      hit: async (key, asked) => {
        if (fail) throw new Error('once');
        return engine.hit(key, asked);
      },
    });
    expect((await hit(store)).used).toBe(1);
    fail = false;
    expect([(await hit(store)).used, store.state()]).toEqual([1, 'ok']);
    // With the next heartbeat the engine learns of the one that it missed.
    await expect.poll(async () => (await hit(store, 'a', 0)).used, { timeout: 3000 }).toBe(2);
  });

  it('never throws an error of the engine’s own', async () => {
    const store = insure(broken());
    for (let i = 1; i <= 20; i++) expect((await hit(store)).used).toBe(i);
    await expect(store.save('a', new Uint8Array(1), life())).rejects.toThrow(StoreFailure);
    await expect(store.get('a', Date.now())).rejects.toThrow(StoreFailure);
    expect(store.state()).toBe('degraded');
  });

  it('does not hold a value that is too large against the engine', async () => {
    const store = insure(createMemoryStore({ mostBytes: 10 }));
    for (let i = 0; i < 20; i++)
      await expect(store.save('a', new Uint8Array(11), life())).rejects.toThrow(ValueTooLarge);
    expect(store.state()).toBe('ok');
  });

  it('is not taken for well while only reading works', async () => {
    const said: string[] = [];
    let probes = 0;
    const fullDisk = async (key: string) => {
      if (key === 'heartbeat') probes += 1;
      throw new Error('disk is full');
    };
    const store = insure(broken({ get: async () => undefined, hit: fullDisk }), said);
    for (let i = 0; i < 6; i++) await hit(store);
    await expect.poll(() => probes, { timeout: 5000 }).toBe(2);
    expect([store.state(), said]).toEqual(['degraded', ['degraded']]);
  });

  it('is told of although reading works in between', async () => {
    const fails = async () => Promise.reject(new Error('disk is full'));
    const store = insure(broken({ get: async () => undefined, hit: fails }));
    for (let i = 0; i < 5; i++) {
      await store.get('a', Date.now());
      await hit(store);
    }
    expect(store.state()).toBe('degraded');
  });

  it('is still read from when it is within this process', async () => {
    const engine = broken({ get: async () => new Uint8Array([7]) });
    await engine.keys.add({ id: 'a', digest: '00', name: 'A', plan: 'pro', createdMs: 1 });
    const store = createInsuredStore({ engine, ...silent });
    opened.push(store);
    for (let i = 0; i < 5; i++) await hit(store);
    expect(store.state()).toBe('degraded');
    expect(await store.get('a', Date.now())).toEqual(new Uint8Array([7]));
    expect((await store.keys.find('a'))?.name).toBe('A');
    expect(await store.keys.list()).toHaveLength(1);
    await expect(store.keys.change('a', { plan: 'x' })).rejects.toThrow(StoreFailure);
  });
});
