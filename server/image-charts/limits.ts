// In: a client and the account that signed its request. Out: nothing, or the 429. The vendor's own limits: see below for which of
// them hold when.
import { AppError } from '../app-error.ts';
import type { Store } from '../store/store.ts';
import { type Account, TEST_ACCOUNT } from './accounts.ts';

const BURST = { limit: 90, windowMs: 10_000 } as const;
const UNSIGNED = { limit: 10, windowMs: 60_000 } as const;
const BLOCK_MS = 60_000;

export interface ImageChartsLimits {
  /** Takes one request. @throws AppError `rate_limited` */
  take(client: string, account: Account | undefined): Promise<void>;
}

/**
 * `on`: 90 requests in 10 s for each client. `unsignedOn`, beside it: 10 a minute for whoever does not sign; the one that goes over
 * it blocks the client for a minute. The public test account is always treated so, as far as its own requests go: that is how to
 * see the block.
 */
export function createImageChartsLimits(options: {
  store: Store;
  on: boolean;
  unsignedOn: boolean;
  now: () => number;
}): ImageChartsLimits {
  const { store, on, unsignedOn, now } = options;

  return {
    async take(client, account) {
      const at = now();
      const strict = account ? account.id === TEST_ACCOUNT.id : on && unsignedOn;
      const subject = account ? `${account.id} ${client}` : client;
      const hit = (name: string, cost: number, limit: number, ms: number) =>
        store.hit(`image-charts ${name} ${subject}`, { cost, limit, windowEndsAtMs: at + ms, now: at });

      async function block(): Promise<never> {
        const { resetAtMs } = await hit('block', 1, 1, BLOCK_MS);
        // As documented: the wait is not told in a header.
        throw limited(resetAtMs - at, false);
      }

      if (strict) {
        const blocked = await hit('block', 0, 1, BLOCK_MS);
        if (blocked.used > 0) throw limited(blocked.resetAtMs - at, false);
      }
      if (on) {
        const burst = await hit('burst', 1, BURST.limit, BURST.windowMs);
        if (!burst.allowed) throw strict ? await block() : limited(burst.resetAtMs - at, true);
      }
      if (strict && !(await hit('minute', 1, UNSIGNED.limit, UNSIGNED.windowMs)).allowed) await block();
    },
  };
}

function limited(waitMs: number, told: boolean): AppError {
  const retryAfter = Math.max(1, Math.ceil(waitMs / 1000));
  return new AppError(
    'rate_limited',
    { retryAfter },
    { headers: told ? { 'Retry-After': String(retryAfter) } : {} },
  );
}
