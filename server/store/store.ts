// In: nothing. Out: the one face behind which state lives: counters in windows, and values with an end. Engines differ, this not.

/** Times are ms since 1970, by the caller's clock. */
interface Hit {
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

export interface Store {
  /**
   * Looks and takes in one step: of any number of callers at once, in any number of processes, exactly as many are allowed as
   * fit. A window ends at the moment `resetAtMs`: at that ms the next one may open.
   */
  hit(key: string, hit: Hit): Promise<Count>;
  /** Returns what was taken, unless that window (known by its end) is over. Never goes below 0. */
  giveBack(key: string, taken: { cost: number; resetAtMs: number; now: number }): Promise<void>;
  get(key: string, now: number): Promise<Uint8Array | undefined>;
  /** Replaces what was there. Gone at `now + ttlMs`, or earlier where the engine is bounded. */
  set(key: string, value: Uint8Array, life: { ttlMs: number; now: number }): Promise<void>;
  /** Removes what has ended. */
  sweep(now: number): Promise<void>;
  close(): Promise<void>;
}
