// In: a caller who wants a new picture. Out: one render taken from the month, which can be given back; or the 402.
import { AppError } from './app-error.ts';
import type { Caller } from './auth.ts';
import { plans } from './plans.ts';
import type { Store } from './store/store.ts';

interface Charge {
  giveBack(): Promise<void>;
}

export interface Quota {
  /** @throws AppError `quota_exceeded` */
  take(caller: Caller): Promise<Charge>;
  /** Refuses like `take`, but takes nothing. */
  look(caller: Caller): Promise<void>;
}

const FREE: Charge = { giveBack: async () => {} };

/** `on: false` lifts all quotas, except where a test key stands for a used-up one. */
export function createQuota({ store, on, now }: { store: Store; on: boolean; now: () => number }): Quota {
  async function hit(caller: Caller, cost: number): Promise<Charge> {
    if (!on && caller.test?.alreadyUsed === undefined) return FREE;
    const limit = plans[caller.plan].rendersPerMonth;
    const before = caller.test?.alreadyUsed ?? 0;
    const at = now();
    const key = `quota ${caller.subject}`;
    const window = { limit: limit - before, windowEndsAtMs: monthEndsAtMs(at), now: at };
    const { allowed, used, resetAtMs } = await store.hit(key, { ...window, cost });
    if (!allowed || (cost === 0 && used >= window.limit))
      throw new AppError('quota_exceeded', { currentUsage: before + used, limit, plan: caller.plan });
    return { giveBack: () => store.giveBack(key, { cost, resetAtMs, now: now() }) };
  }
  return {
    take: (caller) => hit(caller, 1),
    async look(caller) {
      await hit(caller, 0);
    },
  };
}

/** The first moment of the next calendar month, UTC. */
function monthEndsAtMs(atMs: number): number {
  const at = new Date(atMs);
  return Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 1);
}
