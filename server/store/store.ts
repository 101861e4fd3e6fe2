// In: nothing. Out: the one face behind which state lives: counters in windows, pictures that were saved, and keys. Engines
// differ, this not.
import type { StoredKeys } from './stored-keys.ts';

/** Times are ms since 1970, by the caller's clock. */
export interface Hit {
  /** What to take; 0 only looks. */
  cost: number;
  /** The most that one window may hold. */
  limit: number;
  /** End of the window, should this hit open one; an open window keeps its own end. */
  windowEndsAtMs: number;
  now: number;
}

export interface Count {
  /** False when `cost` did not fit any more: then nothing was taken. */
  allowed: boolean;
  /** Taken in this window, this hit included. */
  used: number;
  resetAtMs: number;
}

export interface Taken {
  cost: number;
  resetAtMs: number;
  now: number;
}

/** Pictures that one process has drawn and all may use. Any of them may be forgotten at any time. */
export interface SharedPictures {
  /** @throws StoreFailure when the engine does not answer and is not insured */
  get(name: string): Promise<Uint8Array | undefined>;
  put(name: string, bytes: Uint8Array): void;
}

/** `degraded`: the engine does not answer; limits are this process's own, and nothing can be saved. */
export type StoreState = 'ok' | 'degraded';

export interface Store {
  /**
   * Looks and takes in one step: of any number of callers at once, in any number of processes, exactly as many are allowed as
   * fit. A window ends at the moment `resetAtMs`: at that ms the next one may open.
   */
  hit(key: string, hit: Hit): Promise<Count>;
  /** Returns what was taken, unless that window (known by its end) is over. Never goes below 0. */
  giveBack(key: string, taken: Taken): Promise<void>;
  /**
   * What was saved; undefined when there is nothing.
   *
   * @throws StoreFailure when that cannot be known now
   */
  get(key: string, now: number): Promise<Uint8Array | undefined>;
  /**
   * Settles when the value is safe. What is there already stays as it is and only lives longer. Gone at `now + ttlMs`, or
   * earlier where the engine is full: then the values saved longest ago leave first.
   *
   * @throws StoreFailure when nothing was saved
   */
  save(key: string, value: Uint8Array, life: { ttlMs: number; now: number }): Promise<void>;
  readonly keys: StoredKeys;
  /** Only where several processes share the engine. */
  readonly pictures?: SharedPictures;
  state(): StoreState;
  /** Removes what has ended. */
  sweep(now: number): Promise<void>;
  close(): Promise<void>;
}
