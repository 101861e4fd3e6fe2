// In: nothing. Out: the public test keys, and the state of the account behind each. They run through the same gates as any key.
import type { PlanName } from './plans.ts';

/** What the account behind a test key brings along beside its plan. */
export interface TestState {
  plan: PlanName;
  /** One line for whoever picks the key from a list. */
  does: string;
  /** A rate of its own, which holds even where limits are off. */
  rate?: { limit: number; windowMs: number };
  /** Renders of this month that count as used before the first one. */
  alreadyUsed?: number;
  staged?: 'throws' | 'overloaded' | 'bad_gateway' | 'slow' | 'drop';
}

export const testKeys: Readonly<Record<string, TestState>> = {
  pk_test_starter: { plan: 'starter', does: 'A healthy starter account: PDF is refused' },
  pk_test_pro: { plan: 'pro', does: 'A healthy pro account: PDF is allowed' },
  pk_test_quota_exceeded: {
    plan: 'trial',
    does: 'A trial account with all 10000 renders of the month used: 402',
    alreadyUsed: 10_000,
  },
  pk_test_trial_expired: { plan: 'expired', does: 'An expired trial: 402' },
  pk_test_rate_limited: {
    plan: 'pro',
    does: 'One request in 10 seconds: the second one gets 429',
    rate: { limit: 1, windowMs: 10_000 },
  },
  pk_test_server_error: { plan: 'pro', does: 'The renderer throws: 500', staged: 'throws' },
  pk_test_overloaded: { plan: 'pro', does: '503 with Retry-After once, then success', staged: 'overloaded' },
  pk_test_bad_gateway: { plan: 'pro', does: '502 once, then success', staged: 'bad_gateway' },
  pk_test_slow: { plan: 'pro', does: 'Answers after 10 seconds', staged: 'slow' },
  pk_test_drop: { plan: 'pro', does: 'The connection is cut once, then success', staged: 'drop' },
};
