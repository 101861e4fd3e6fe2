// In: a store of keys that counts what it is asked, and that goes away. Out: for how long an answer is believed, and what a flood
// of made-up keys does.
import { beforeEach, describe, expect, it } from 'vitest';
import { createKeyDirectory, type KeyDirectory } from '../../../server/keys/key-directory.ts';
import { createMemoryKeys } from '../../../server/store/memory-keys.ts';
import { StoreFailure } from '../../../server/store/store-failure.ts';
import type { StoredKeys } from '../../../server/store/stored-keys.ts';

const START_MS = Date.UTC(2026, 10, 22, 23, 59, 59);
const stored = { id: 'a', digest: '00', name: 'A', plan: 'pro', createdMs: 0 };

let keys: StoredKeys;
let directory: KeyDirectory;
let asked: string[];
let changed: unknown[];
let away: boolean;
let nowMs: number;
beforeEach(async () => {
  const memory = createMemoryKeys();
  asked = [];
  changed = [];
  away = false;
  nowMs = START_MS;
  keys = {
    ...memory,
    async find(id) {
      asked.push(id);
      if (away) throw new StoreFailure('away');
      return memory.find(id);
    },
    async change(id, change) {
      changed.push(change);
      if (away) throw new StoreFailure('away');
      return memory.change(id, change);
    },
  };
  directory = createKeyDirectory({ keys, now: () => nowMs });
  await keys.add(stored);
});

const planOf = async (id: string) => (await directory.find(id))?.plan;

describe('an answer', () => {
  it('is believed for a second, then asked for again', async () => {
    expect(await planOf('a')).toBe('pro');
    await keys.change('a', { plan: 'starter' });
    nowMs += 999;
    expect([await planOf('a'), asked]).toEqual(['pro', ['a']]);
    nowMs += 1;
    expect([await planOf('a'), asked]).toEqual(['starter', ['a', 'a']]);
  });

  it('that there is none is believed as long', async () => {
    expect(await planOf('b')).toBeUndefined();
    await keys.add({ ...stored, id: 'b' });
    nowMs += 999;
    expect(await planOf('b')).toBeUndefined();
    nowMs += 1;
    expect([await planOf('b'), asked]).toEqual(['pro', ['b', 'b']]);
  });

  it('is shared by all who wait for it', async () => {
    const all = await Promise.all(Array.from({ length: 200 }, () => planOf('a')));
    expect([new Set(all), asked]).toEqual([new Set(['pro']), ['a']]);
  });

  it('counts from when it was asked for, not from when it came', async () => {
    const late = createKeyDirectory({
      keys: {
        ...keys,
        async find(id) {
          const key = await keys.find(id);
          nowMs += 600;
          return key;
        },
      },
      now: () => nowMs,
    });
    await late.find('a');
    nowMs += 400;
    await late.find('a');
    expect(asked).toHaveLength(2);
  });
});

describe('while the store is away', () => {
  it('what was known counts for a minute after it was asked for, and no longer', async () => {
    await planOf('a');
    away = true;
    nowMs += 59_999;
    expect(await planOf('a')).toBe('pro');
    nowMs += 1;
    await expect(planOf('a')).rejects.toThrow(StoreFailure);
    away = false;
    expect(await planOf('a')).toBe('pro');
  });

  it('an unknown key is not called wrong', async () => {
    await planOf('b');
    away = true;
    nowMs += 1000;
    await expect(planOf('b')).rejects.toThrow(StoreFailure);
    await expect(planOf('c')).rejects.toThrow(StoreFailure);
  });
});

it('a flood of made-up keys pushes out no real one, and itself after a while', async () => {
  await planOf('a');
  for (let i = 0; i < 5000; i++) await directory.find(`made up ${i}`);
  asked = [];
  await planOf('a');
  await planOf('made up 4999');
  await planOf('made up 3999');
  expect(asked).toEqual(['made up 3999']);
});

describe('the day of the last use', () => {
  it('is written once a day, not with every request', async () => {
    const use = async () => directory.used((await directory.find('a')) ?? stored);
    for (let i = 0; i < 10; i++) await use();
    expect(changed).toEqual([{ usedDayMs: Date.UTC(2026, 10, 22) }]);
    nowMs += 1000;
    for (let i = 0; i < 10; i++) await use();
    nowMs += 1000;
    await use();
    expect(changed).toEqual([{ usedDayMs: Date.UTC(2026, 10, 22) }, { usedDayMs: Date.UTC(2026, 10, 23) }]);
    expect((await keys.find('a'))?.usedDayMs).toBe(Date.UTC(2026, 10, 23));
  });

  it('is no reason to fail', async () => {
    const key = await directory.find('a');
    away = true;
    directory.used(key ?? stored);
    expect(await planOf('a')).toBe('pro');
  });
});
