// In: why this wait and not another. Out: one sentence that names the evidence. Pure.
import type { RetryPlan } from '#shared/retry.ts';

const sources = {
  'retry-after': 'The server’s Retry-After header sets this wait',
  body: 'The reply’s retryAfter sets this wait',
  'rate-limit-reset': 'The rate limit’s reset time sets this wait',
  'known-block': 'This API blocks a client for a minute after its limit',
  backoff: 'Estimated: each wait is twice the one before, at most 32 s',
} as const;

/** @param fromOtherTab the deadline is the one that another tab was given */
export function waitReason(plan: Extract<RetryPlan, { kind: 'wait' }>, fromOtherTab = false): string {
  if (fromOtherTab)
    return 'Another tab with the same key was told to wait this long, and this one waits with it.';
  const raw = plan.raw === undefined ? '' : ` (“${plan.raw.slice(0, 60)}”)`;
  const read = plan.source === 'retry-after' || plan.source === 'rate-limit-reset';
  const hidden = plan.headerUnreadable
    ? ' No Retry-After could be read: the server sent none, or did not expose it to this page.'
    : '';
  // Beside any other source, the raw text is that of a header which was passed over.
  const unclear = raw && !read ? ` The server’s Retry-After${raw} could not be understood.` : '';
  const about = plan.precision === 'approximate' ? ' Approximate: measured with this device’s clock.' : '';
  return `${sources[plan.source]}${read ? raw : ''}.${hidden}${unclear}${about}`;
}
