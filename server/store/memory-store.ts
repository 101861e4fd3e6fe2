// In: how much it may hold. Out: a store in this process's memory, bounded, gone with the process.
import { createMemoryKeys } from './memory-keys.ts';
import type { Store } from './store.ts';
import { ValueTooLarge } from './store-failure.ts';

export interface MemoryStoreOptions {
  /** Windows counted at once. Beyond it the ones that end soonest are forgotten: a month outlives a quarter of an hour. */
  mostCounters?: number;
  /** Bytes of all values. Beyond it the ones saved longest ago are forgotten. */
  mostBytes?: number;
}

/** A window as it stands. */
export interface OpenWindow {
  key: string;
  used: number;
  resetAtMs: number;
}

export interface MemoryStore extends Store {
  /** Takes every open window out of the store. */
  takeWindows(now: number): OpenWindow[];
}

interface Counter {
  used: number;
  resetAtMs: number;
}

/** Share of the counters forgotten at once when they are full, so that the search for them is rare. */
const FORGOTTEN_AT_ONCE = 0.1;

export function createMemoryStore(options: MemoryStoreOptions = {}): MemoryStore {
  const { mostCounters = 200_000, mostBytes = 64 * 2 ** 20 } = options;
  const counters = new Map<string, Counter>();
  const values = new Map<string, { bytes: Uint8Array; endsAtMs: number }>();
  let held = 0;

  function open(key: string, now: number): Counter | undefined {
    const counter = counters.get(key);
    return counter !== undefined && counter.resetAtMs > now ? counter : undefined;
  }

  function makeRoom(now: number) {
    sweepCounters(now);
    if (counters.size < mostCounters) return;
    const soonest = [...counters].sort(([, a], [, b]) => a.resetAtMs - b.resetAtMs);
    const leaving = Math.ceil(mostCounters * FORGOTTEN_AT_ONCE);
    for (const [key] of soonest.slice(0, leaving)) counters.delete(key);
  }

  function sweepCounters(now: number) {
    for (const [key, { resetAtMs }] of counters) if (resetAtMs <= now) counters.delete(key);
  }

  function drop(key: string) {
    held -= values.get(key)?.bytes.byteLength ?? 0;
    values.delete(key);
  }

  return {
    async hit(key, { cost, limit, windowEndsAtMs, now }) {
      const counter = open(key, now);
      const used = counter?.used ?? 0;
      const resetAtMs = counter?.resetAtMs ?? windowEndsAtMs;
      if (used + cost > limit) return { allowed: false, used, resetAtMs };
      if (cost > 0) {
        if (!counters.has(key) && counters.size >= mostCounters) makeRoom(now);
        counters.set(key, { used: used + cost, resetAtMs });
      }
      return { allowed: true, used: used + cost, resetAtMs };
    },
    async giveBack(key, { cost, resetAtMs, now }) {
      const counter = open(key, now);
      if (counter?.resetAtMs === resetAtMs) counter.used = Math.max(0, counter.used - cost);
    },
    async get(key, now) {
      const value = values.get(key);
      return value !== undefined && value.endsAtMs > now ? value.bytes : undefined;
    },
    async save(key, bytes, { ttlMs, now }) {
      if (bytes.byteLength > mostBytes) throw new ValueTooLarge();
      const there = values.get(key);
      const stays = there !== undefined && there.endsAtMs > now;
      drop(key);
      const endsAtMs = stays ? Math.max(there.endsAtMs, now + ttlMs) : now + ttlMs;
      values.set(key, { bytes: stays ? there.bytes : bytes, endsAtMs });
      held += values.get(key)?.bytes.byteLength ?? 0;
      for (const oldest of values.keys()) {
        if (held <= mostBytes) break;
        drop(oldest);
      }
    },
    keys: createMemoryKeys(),
    takeWindows(now) {
      sweepCounters(now);
      const windows = [...counters].map(([key, counter]) => ({ key, ...counter }));
      counters.clear();
      return windows;
    },
    state: () => 'ok',
    async sweep(now) {
      sweepCounters(now);
      for (const [key, { endsAtMs }] of values) if (endsAtMs <= now) drop(key);
    },
    async close() {
      counters.clear();
      values.clear();
      held = 0;
    },
  };
}
