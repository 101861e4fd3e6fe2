// The numbers a pool runs by when nobody says otherwise. Sources: reliability measurements on two cores, from 12-bar charts to
// bitmaps of 16 megapixels; every one can be set in `createPool`.
import type { Budget } from './budget.ts';
import type { ChildEntry } from './entry.ts';

export const POOL_LIMITS = {
  /** Children that may draw at the same time. */
  size: 2,
  /** Kept warm beyond `size`, so that a killed child is not missed while its replacement starts. About 100 MB each. */
  spare: 1,
  /** Renders that may wait, and for how long: about four for each child. */
  places: 8,
  maxWaitMs: 2000,
  /** What one render may spend; over it the child is killed. */
  budget: { cpuMs: 2000, rssBytes: 768 * 2 ** 20, wallMs: 5000 } satisfies Budget as Budget,
  lookEveryMs: 50,
  /** V8's heap; native bitmaps come on top and count in `budget.rssBytes`. */
  heapMb: 256,
  /** Chart.js keeps every number format it ever made, up to 7 KB each: a child retires before that counts. A new one costs a
   * second of CPU and draws its first hundred pictures more slowly. */
  recycleAfter: 10_000,
  recycleRssBytes: 450 * 2 ** 20,
  /** A child that is not warm by then is killed and counts as a failed start. */
  startMs: 10_000,
  /** A bigger answer is rubbish; the child itself refuses pictures well below it. */
  mostBytes: 64 * 2 ** 20,
};

export interface PoolOptions extends Partial<typeof POOL_LIMITS> {
  entry: ChildEntry;
  /** A clock that only runs forward, in ms. */
  now: () => number;
}
