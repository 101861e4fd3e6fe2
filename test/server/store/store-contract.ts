// In: a name and how to open an engine, empty. Out: the tests that every engine behind the store's face has to pass.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Store } from '../../../server/store/store.ts';
import type { StoredKey } from '../../../server/store/stored-keys.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const text = (value: Uint8Array | undefined) => value && new TextDecoder().decode(value);

export function storeContract(name: string, open: () => Promise<Store>): void {
  describe(`${name}: counters`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());
    const hit = (key: string, now: number, cost = 1, limit = 3) =>
      store.hit(key, { cost, limit, windowEndsAtMs: now + 1000, now });

    it('counts up to the limit and no further', async () => {
      expect(await hit('a', 0)).toEqual({ allowed: true, used: 1, resetAtMs: 1000 });
      expect(await hit('a', 10)).toEqual({ allowed: true, used: 2, resetAtMs: 1000 });
      expect(await hit('a', 20)).toEqual({ allowed: true, used: 3, resetAtMs: 1000 });
      expect(await hit('a', 30)).toEqual({ allowed: false, used: 3, resetAtMs: 1000 });
    });

    it('allows exactly as many as fit when all come at once', async () => {
      const hits = await Promise.all(Array.from({ length: 200 }, () => hit('race', 0, 1, 50)));
      expect(hits.filter(({ allowed }) => allowed)).toHaveLength(50);
      expect(new Set(hits.filter(({ allowed }) => allowed).map(({ used }) => used)).size).toBe(50);
    });

    it('opens a new window at the ms at which the old one ends', async () => {
      await hit('a', 0, 3);
      expect((await hit('a', 999)).allowed).toBe(false);
      expect(await hit('a', 1000)).toEqual({ allowed: true, used: 1, resetAtMs: 2000 });
    });

    it('refuses a first hit that alone is too much, and opens no window for it', async () => {
      expect(await hit('a', 0, 4)).toEqual({ allowed: false, used: 0, resetAtMs: 1000 });
      expect(await hit('a', 500)).toEqual({ allowed: true, used: 1, resetAtMs: 1500 });
    });

    it('counts far beyond 32 bits and holds the moments of our time', async () => {
      const at = Date.UTC(2026, 10, 22, 7, 0, 0, 123);
      const huge = { cost: 5_000_000_000, limit: Number.MAX_SAFE_INTEGER, windowEndsAtMs: at + 1, now: at };
      await store.hit('a', huge);
      expect(await store.hit('a', huge)).toEqual({ allowed: true, used: 10_000_000_000, resetAtMs: at + 1 });
    });

    it('takes nothing when only looking, and opens no window', async () => {
      expect(await hit('a', 0, 0)).toEqual({ allowed: true, used: 0, resetAtMs: 1000 });
      expect(await hit('a', 500)).toEqual({ allowed: true, used: 1, resetAtMs: 1500 });
      expect(await hit('a', 600, 0)).toEqual({ allowed: true, used: 1, resetAtMs: 1500 });
    });

    it('refuses a cost that does not fit and leaves the rest to a smaller one', async () => {
      await hit('a', 0, 2);
      expect(await hit('a', 1, 2)).toEqual({ allowed: false, used: 2, resetAtMs: 1000 });
      expect(await hit('a', 2, 1)).toEqual({ allowed: true, used: 3, resetAtMs: 1000 });
    });

    it('keeps keys apart, also odd ones', async () => {
      for (const key of ['__proto__', 'constructor', 'a', 'a ', '']) expect((await hit(key, 0)).used).toBe(1);
    });

    it('gives back what was taken, never below 0, never into another window', async () => {
      const { resetAtMs } = await hit('a', 0, 3);
      await store.giveBack('a', { cost: 1, resetAtMs, now: 1 });
      expect((await hit('a', 2, 0)).used).toBe(2);
      await store.giveBack('a', { cost: 9, resetAtMs, now: 3 });
      expect((await hit('a', 4, 0)).used).toBe(0);
      await hit('a', 1000, 2);
      await store.giveBack('a', { cost: 1, resetAtMs, now: 1001 });
      expect((await hit('a', 1002, 0)).used).toBe(2);
      await store.giveBack('never seen', { cost: 1, resetAtMs, now: 1 });
    });

    it('sweeps ended windows only', async () => {
      await hit('old', 0);
      await hit('new', 900);
      await store.sweep(1000);
      expect((await hit('new', 1001, 0)).used).toBe(1);
      expect((await hit('old', 1001, 0)).used).toBe(0);
    });
  });

  describe(`${name}: values`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    it('returns what was saved, until its time is over', async () => {
      await store.save('a', bytes('one'), { ttlMs: 100_000, now: 0 });
      expect(text(await store.get('a', 99_999))).toBe('one');
      expect(await store.get('a', 100_000)).toBeUndefined();
      expect(await store.get('b', 0)).toBeUndefined();
    });

    it('never changes what is there, and lets it live for the longer of both times', async () => {
      await store.save('a', bytes('one'), { ttlMs: 100_000, now: 0 });
      await store.save('a', bytes('two'), { ttlMs: 500_000, now: 50_000 });
      expect(text(await store.get('a', 200_000))).toBe('one');
      await store.save('a', bytes('three'), { ttlMs: 1000, now: 60_000 });
      expect(text(await store.get('a', 200_000))).toBe('one');
    });

    it('takes a new value where the old one has ended', async () => {
      await store.save('a', bytes('one'), { ttlMs: 100_000, now: 0 });
      await store.save('a', bytes('two'), { ttlMs: 100_000, now: 100_000 });
      expect(text(await store.get('a', 150_000))).toBe('two');
    });

    it('keeps values apart from counters of the same name, and empty ones from missing ones', async () => {
      await store.save('a', new Uint8Array(), { ttlMs: 100_000, now: 0 });
      await store.hit('a', { cost: 1, limit: 1, windowEndsAtMs: 10, now: 0 });
      expect(Array.from((await store.get('a', 1)) ?? [1])).toEqual([]);
    });

    it('keeps every byte', async () => {
      const all = Uint8Array.from({ length: 70_000 }, (_, i) => (i * 7) % 256);
      // A view into something larger must not take its surroundings along.
      await store.save('a', all.subarray(3, 66_000), { ttlMs: 100_000, now: 0 });
      expect(Buffer.compare(Buffer.from((await store.get('a', 1)) ?? []), all.subarray(3, 66_000))).toBe(0);
    });

    it('sweeps ended values only', async () => {
      await store.save('old', bytes('x'), { ttlMs: 10_000, now: 0 });
      await store.save('new', bytes('y'), { ttlMs: 100_000, now: 0 });
      await store.sweep(10_000);
      expect(await store.get('old', 10_000)).toBeUndefined();
      expect(text(await store.get('new', 11_000))).toBe('y');
    });
  });

  describe(`${name}: keys`, () => {
    let store: Store;
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());
    const at = Date.UTC(2026, 10, 22, 7, 0, 0, 123);
    const key = (id: string, more: Partial<StoredKey> = {}): StoredKey => ({
      ...{ id, digest: 'ab'.repeat(32), name: 'A', plan: 'pro', createdMs: at },
      ...more,
    });

    it('returns a key as it was added, with every letter of its name, and nothing for another id', async () => {
      const odd = key('b', { name: `"Ünï" \\ 'x'; / {} 图 🎈`, usedDayMs: at + 1, revokedMs: at + 2 });
      expect([await store.keys.add(key('a')), await store.keys.add(odd)]).toEqual([true, true]);
      expect([await store.keys.find('a'), await store.keys.find('b')]).toEqual([key('a'), odd]);
      for (const id of ['A', 'c', '', '__proto__']) expect(await store.keys.find(id)).toBeUndefined();
    });

    it('leaves a key alone whose id is asked for again', async () => {
      await store.keys.add(key('a'));
      expect(await store.keys.add(key('a', { name: 'B' }))).toBe(false);
      expect(await store.keys.list()).toEqual([key('a')]);
    });

    it('adds only one of many with the same id at once', async () => {
      const added = await Promise.all(
        Array.from({ length: 50 }, (_, n) => store.keys.add(key('a', { name: `${n}` }))),
      );
      expect(added.filter(Boolean)).toHaveLength(1);
      expect((await store.keys.find('a'))?.name).toBe(`${added.indexOf(true)}`);
    });

    it('lists them, made longest ago first', async () => {
      expect(await store.keys.list()).toEqual([]);
      const all = [key('c', { createdMs: 1 }), key('a', { createdMs: 2 }), key('b', { createdMs: 2 })];
      for (const one of [...all].reverse()) await store.keys.add(one);
      expect(await store.keys.list()).toEqual(all);
    });

    it('changes what is named and nothing else, and says what came of it', async () => {
      await store.keys.add(key('a'));
      await store.keys.add(key('b'));
      expect(await store.keys.change('a', { plan: 'starter' })).toEqual(key('a', { plan: 'starter' }));
      await Promise.all([
        store.keys.change('a', { usedDayMs: at + 1 }),
        store.keys.change('a', { revokedMs: at + 2 }),
      ]);
      const changed = key('a', { plan: 'starter', usedDayMs: at + 1, revokedMs: at + 2 });
      expect(await store.keys.list()).toEqual([changed, key('b')]);
      expect(await store.keys.change('c', { plan: 'pro' })).toBeUndefined();
    });

    it('is not what callers do to what they were given', async () => {
      const given = key('a');
      await store.keys.add(given);
      given.plan = 'business';
      for (const held of [await store.keys.find('a'), ...(await store.keys.list())])
        Object.assign(held ?? {}, { plan: 'x' });
      expect(await store.keys.find('a')).toEqual(key('a'));
    });

    it('keeps them whatever is swept or saved', async () => {
      await store.keys.add(key('a'));
      await store.sweep(at * 2);
      expect(await store.keys.find('a')).toEqual(key('a'));
    });
  });
}
