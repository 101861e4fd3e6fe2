// In: the memory engine. Out: whether it keeps the store's contract, and its own bounds.
import { describe, expect, it } from 'vitest';
import { createMemoryStore } from '../../../server/store/memory-store.ts';
import { ValueTooLarge } from '../../../server/store/store-failure.ts';
import { storeContract } from './store-contract.ts';

storeContract('memory', async () => createMemoryStore());

describe('the bounds of the memory store', () => {
  it('forgets the windows that end soonest when there are too many', async () => {
    const store = createMemoryStore({ mostCounters: 10 });
    await store.hit('month', { cost: 1, limit: 5, windowEndsAtMs: 1_000_000, now: 0 });
    for (let i = 0; i < 50; i++)
      await store.hit(`short ${i}`, { cost: 1, limit: 5, windowEndsAtMs: 1000 + i, now: 0 });
    const look = { cost: 0, limit: 5, windowEndsAtMs: 1, now: 0 };
    expect((await store.hit('month', look)).used).toBe(1);
    expect((await store.hit('short 0', look)).used).toBe(0);
    expect((await store.hit('short 49', look)).used).toBe(1);
  });

  it('forgets the oldest values when they are too big, and refuses one that alone is', async () => {
    const store = createMemoryStore({ mostBytes: 100 });
    const life = { ttlMs: 1000, now: 0 };
    await store.save('a', new Uint8Array(60), life);
    await store.save('b', new Uint8Array(40), life);
    await store.save('c', new Uint8Array(1), life);
    expect(await store.get('a', 1)).toBeUndefined();
    expect(await store.get('b', 1)).toHaveLength(40);
    await expect(store.save('d', new Uint8Array(101), life)).rejects.toThrow(ValueTooLarge);
    expect(await store.get('d', 1)).toBeUndefined();
    expect(await store.get('c', 1)).toHaveLength(1);
  });
});
