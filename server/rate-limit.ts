// In: a caller. Out: the state of its window after taking one request, as headers; or the 429.
import { AppError } from './app-error.ts';
import type { Caller } from './auth.ts';
import type { Count, Store } from './store/store.ts';

export type RateHeaders = Record<string, string>;

export interface RateLimit {
  /** Takes one request. @throws AppError `rate_limited` */
  take(caller: Caller): Promise<RateHeaders>;
  /** Only looks. No headers where no limit holds. */
  look(caller: Caller): Promise<RateHeaders>;
}

/** A fixed window for each caller, opened by its first request. `on: false` lifts it, except where a test key has its own. */
export function createRateLimit(options: {
  store: Store;
  limit: number;
  windowMs: number;
  on: boolean;
  now: () => number;
}): RateLimit {
  const { store, limit, windowMs, on, now } = options;
  const ruleFor = ({ test }: Caller) => test?.rate ?? (on ? { limit, windowMs } : undefined);

  async function hit(caller: Caller, cost: number) {
    const rule = ruleFor(caller);
    if (rule === undefined) return undefined;
    const at = now();
    const window = { limit: rule.limit, windowEndsAtMs: at + rule.windowMs, now: at };
    const count = await store.hit(`rate ${caller.subject}`, { ...window, cost });
    return { count, at, headers: headersOf(count, rule, at) };
  }

  return {
    async take(caller) {
      const taken = await hit(caller, 1);
      if (taken === undefined) return {};
      if (taken.count.allowed) return taken.headers;
      // Whole seconds, rounded up: whoever comes back on time finds the window open (RFC 9110 §10.2.3 knows no fractions).
      const retryAfter = Math.max(1, Math.ceil((taken.count.resetAtMs - taken.at) / 1000));
      throw new AppError(
        'rate_limited',
        { retryAfter },
        { headers: { 'Retry-After': String(retryAfter), ...taken.headers } },
      );
    },
    look: async (caller) => (await hit(caller, 0))?.headers ?? {},
  };
}

/**
 * Twice: as documented, and as draft-ietf-httpapi-ratelimit-headers has it, where clients need no knowledge of this API. Both
 * tell the same window; `t` and `w` are seconds, `t` rounded up so that nobody comes back early.
 */
const headersOf = (
  { used, resetAtMs }: Count,
  { limit, windowMs }: { limit: number; windowMs: number },
  now: number,
): RateHeaders => {
  const left = Math.max(0, limit - used);
  return {
    'X-RateLimit-Limit': String(limit),
    'X-RateLimit-Remaining': String(left),
    'X-RateLimit-Reset': new Date(resetAtMs).toISOString(),
    'RateLimit-Policy': `"requests";q=${limit};w=${Math.ceil(windowMs / 1000)}`,
    RateLimit: `"requests";r=${left};t=${Math.max(0, Math.ceil((resetAtMs - now) / 1000))}`,
  };
};
