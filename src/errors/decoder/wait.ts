// In: the rule of an error, and the headers of a pasted answer. Out: when its wait ends, counted from the moment the answer was
// made and not from the moment somebody pasted it.
import type { Dialect, RetryRule } from '#shared/errors.ts';
import { parseHttpDate } from '#shared/http-date.ts';
import { parseRetryAfter, planRetry, type RetryPlan } from '#shared/retry.ts';

type WaitPlan = Extract<RetryPlan, { kind: 'wait' }>;

export type PastedWait =
  /** Nothing to wait for: a success, or a request that must change. */
  | { kind: 'none' }
  | { kind: 'by-hand' }
  /** An absolute end, ms since 1970; `over` when it lies before the present. */
  | { kind: 'ends' | 'over'; endsAtMs: number; plan: WaitPlan }
  /** A span is known, its beginning is not: the paste has no Date. */
  | { kind: 'unknown'; waitMs: number; plan: WaitPlan };

export type WaitQuestion = {
  rule: RetryRule;
  dialect: Dialect;
  status: number | null;
  headers: Readonly<Record<string, string>>;
  bodyRetryAfter: number | undefined;
  /** From a log line or a HAR, where there is no Date header. */
  momentMs: number | undefined;
  now: number;
};

export function pastedWait({ momentMs, now, ...question }: WaitQuestion): PastedWait {
  const { headers } = question;
  const madeAtMs =
    (headers.date === undefined ? undefined : parseHttpDate(headers.date.trim(), now)) ?? momentMs;
  const plan = planRetry({ ...question, attempt: 1, receivedAtMs: madeAtMs ?? now, random: () => 0 });
  if (plan.kind === 'never') return { kind: 'none' };
  if (plan.kind === 'by-hand') return { kind: 'by-hand' };
  const endsAtMs = madeAtMs === undefined ? absoluteEnd(plan, now) : madeAtMs + plan.waitMs;
  if (endsAtMs === undefined) return { kind: 'unknown', waitMs: plan.waitMs, plan };
  return { kind: endsAtMs <= now ? 'over' : 'ends', endsAtMs, plan };
}

/** Some headers name the end itself; then no beginning is needed. */
function absoluteEnd({ source, raw }: WaitPlan, now: number): number | undefined {
  if (raw === undefined) return undefined;
  if (source === 'retry-after') {
    const told = parseRetryAfter(raw, now);
    return told.kind === 'date' ? told.epochMs : undefined;
  }
  if (source !== 'rate-limit-reset') return undefined;
  const text = raw.trim();
  // Ten digits: seconds since 1970. Fewer are seconds from a moment that nobody knows.
  const epochMs = /^\d{10,11}$/.test(text)
    ? Number(text) * 1000
    : /^\d+$/.test(text)
      ? Number.NaN
      : Date.parse(text);
  return Number.isNaN(epochMs) ? undefined : epochMs;
}
