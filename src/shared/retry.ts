// In: what came back, and how often it was tried. Out: never, by hand, or how long to wait and how that is known.
// Pure: the clock and the dice are handed in. The rules are the ones of protocol section "Retry", one for both dialects.
import type { Dialect, RetryRule } from './errors.ts';
import { parseHttpDate } from './http-date.ts';

/** Backoff: first wait, longest wait (ms), and tries in all (Image-Charts' guide; Google Cloud's "truncated exponential"). */
export const BACKOFF = { firstMs: 1000, longestMs: 32_000, tries: 5 } as const;
/** Image-Charts blocks a client for a minute after its limit and does not say so in a header. */
const BLOCKED_MS = 60_000;
/** Digits in a reset header are seconds from now, unless they would lie after 2024 as seconds since 1970. */
const EPOCH_FROM = 1_704_067_200;
const TEN_YEARS_S = 315_360_000;

export type RetryAfter =
  | { kind: 'seconds'; seconds: number }
  | { kind: 'date'; epochMs: number }
  | { kind: 'malformed' };

/**
 * `Retry-After` (RFC 9110 §10.2.3): digits are seconds, else one of the three HTTP-date forms; `1.5`, `-3`, `soon` and ISO
 * dates are malformed. Never throws.
 */
export function parseRetryAfter(value: string, nowMs: number): RetryAfter {
  const text = value.trim();
  if (/^\d+$/.test(text)) return { kind: 'seconds', seconds: Math.min(Number(text), TEN_YEARS_S) };
  const epochMs = parseHttpDate(text, nowMs);
  return epochMs === undefined ? { kind: 'malformed' } : { kind: 'date', epochMs };
}

export type WaitSource = 'retry-after' | 'body' | 'rate-limit-reset' | 'known-block' | 'backoff';

export type RetryPlan =
  | { kind: 'never' }
  | { kind: 'by-hand'; why: 'indeterminate' | 'gave-up' }
  | {
      kind: 'wait';
      /** From the moment the answer arrived, ≥ 0. */
      waitMs: number;
      source: WaitSource;
      /** `exact`: the server said so. `approximate`: measured with the local clock. `estimated`: our own guess. */
      precision: 'exact' | 'approximate' | 'estimated';
      /** The header's text as received, for "Why this wait?". */
      raw?: string;
      /** A 429 or 503 without a readable Retry-After: missing, or not exposed to pages of another origin. */
      headerUnreadable?: boolean;
    };

export type RetryQuestion = {
  rule: RetryRule;
  dialect: Dialect;
  status: number | null;
  /** Lower-case names; empty when no answer came. */
  headers: Readonly<Record<string, string>>;
  /** The body's `retryAfter` in seconds, where it has one. */
  bodyRetryAfter?: number | undefined;
  /** Tries made so far, this answer included: 1 after the first. */
  attempt: number;
  /** Local clock at the arrival of the answer, ms since 1970. */
  receivedAtMs: number;
  /** Uniform in [0, 1). */
  random: () => number;
};

/** Decides what to do with an answer. Server-given waits carry no jitter; backoff always does. */
export function planRetry(question: RetryQuestion): RetryPlan {
  const { rule, attempt } = question;
  if (rule === 'never') return { kind: 'never' };
  if (rule === 'by-hand') return { kind: 'by-hand', why: 'indeterminate' };
  if (rule === 'after-wait') {
    const told = serverWait(question);
    if (told) return told;
  }
  if (attempt >= BACKOFF.tries) return { kind: 'by-hand', why: 'gave-up' };
  const raw = question.headers['retry-after'];
  return {
    kind: 'wait',
    waitMs: backoffMs(attempt, question.random),
    source: 'backoff',
    precision: 'estimated',
    ...(raw === undefined ? {} : { raw }),
    ...(rule === 'after-wait' && raw === undefined ? { headerUnreadable: true } : {}),
  };
}

/** 1 s doubling with every try, plus up to a second of jitter, at most 32 s, never under 1 s. */
export const backoffMs = (attempt: number, random: () => number): number =>
  Math.min(BACKOFF.longestMs, Math.round(BACKOFF.firstMs * 2 ** (attempt - 1) + random() * 1000));

function serverWait({
  headers,
  dialect,
  status,
  bodyRetryAfter,
  receivedAtMs,
}: RetryQuestion): RetryPlan | undefined {
  const dateHeader =
    headers.date === undefined ? undefined : parseHttpDate(headers.date.trim(), receivedAtMs);
  const until = (epochMs: number, source: WaitSource, raw: string): RetryPlan => ({
    kind: 'wait',
    waitMs: Math.max(0, epochMs - (dateHeader ?? receivedAtMs)),
    source,
    precision: dateHeader === undefined ? 'approximate' : 'exact',
    raw,
  });
  const raw = headers['retry-after'];
  const parsed = raw === undefined ? undefined : parseRetryAfter(raw, receivedAtMs);
  if (raw !== undefined && parsed?.kind === 'seconds')
    return { kind: 'wait', waitMs: parsed.seconds * 1000, source: 'retry-after', precision: 'exact', raw };
  if (raw !== undefined && parsed?.kind === 'date') return until(parsed.epochMs, 'retry-after', raw);

  const unreadable = raw === undefined ? { headerUnreadable: true } : { raw };
  if (bodyRetryAfter !== undefined && Number.isFinite(bodyRetryAfter) && bodyRetryAfter >= 0)
    return {
      kind: 'wait',
      waitMs: Math.min(bodyRetryAfter, TEN_YEARS_S) * 1000,
      source: 'body',
      precision: 'exact',
      ...unreadable,
    };

  const reset = headers['ratelimit-reset'] ?? headers['x-ratelimit-reset'];
  const resetMs = reset === undefined ? undefined : parseReset(reset.trim(), dateHeader ?? receivedAtMs);
  if (reset !== undefined && resetMs !== undefined)
    return {
      ...until(resetMs, 'rate-limit-reset', reset),
      ...(raw === undefined ? { headerUnreadable: true } : {}),
    } as RetryPlan;

  if (dialect === 'image-charts' && status === 429)
    return { kind: 'wait', waitMs: BLOCKED_MS, source: 'known-block', precision: 'estimated', ...unreadable };
  return undefined;
}

/** ISO 8601 (as documented), seconds from now, or seconds since 1970 → ms since 1970. */
function parseReset(value: string, nowMs: number): number | undefined {
  if (/^\d+$/.test(value)) {
    const seconds = Number(value);
    const furthest = nowMs + TEN_YEARS_S * 1000;
    return Math.min(furthest, seconds >= EPOCH_FROM ? seconds * 1000 : nowMs + seconds * 1000);
  }
  if (!/^\d{4}-\d{2}-\d{2}T/.test(value)) return undefined;
  const epochMs = Date.parse(value);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
