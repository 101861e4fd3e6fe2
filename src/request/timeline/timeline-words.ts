// In: a try or a call of the history. Out: its words: status, code, what the wait was for and what became of it. Pure.
import type { PastCall, Try, Wait, WaitPlan } from './history.ts';
import { spanText } from './span.ts';

export type TryWords = {
  /** `429`, `No answer`, `Cancelled`. */
  status: string;
  /** The catalogue's code, or what stands in its place. */
  code: string;
  tone: 'ok' | 'wait' | 'you' | 'us' | 'open' | 'grey';
  /** Of the try alone, ms; missing while it is under way. */
  durationMs?: number;
  requestId?: string;
};

export function tryWords(one: Try): TryWords {
  if (one.state === 'sending') return { status: 'Sending', code: '', tone: 'open' };
  if (one.state !== 'answered')
    return {
      status: one.state === 'cancelled' ? 'Cancelled' : 'Superseded',
      code: one.state === 'cancelled' ? 'before the answer' : 'by a newer request',
      tone: 'grey',
      durationMs: one.endedMs - one.sentAtMs,
    };
  const { verdict, exchange, plan } = one.attempt;
  const { result, durationMs } = exchange;
  const requestId = result.kind === 'answer' ? result.headers['x-request-id'] : undefined;
  return {
    status:
      result.kind === 'answer'
        ? String(result.status)
        : result.kind === 'time_out'
          ? 'Timed out'
          : 'No answer',
    code:
      verdict.kind === 'success'
        ? result.kind === 'answer'
          ? result.statusText || 'OK'
          : 'OK'
        : verdict.kind === 'undocumented'
          ? (verdict.code ?? 'undocumented')
          : verdict.code,
    tone:
      verdict.kind === 'success'
        ? 'ok'
        : plan.kind === 'never'
          ? 'you'
          : plan.kind === 'wait' && plan.source !== 'backoff'
            ? 'wait'
            : 'us',
    durationMs,
    ...(requestId === undefined ? {} : { requestId }),
  };
}

/** How the wait's length was known. */
export function sourceWords({ source, raw = '', waitMs }: WaitPlan): string {
  const said = raw.slice(0, 40);
  const words = {
    'retry-after': `Retry-After said ${said}`,
    body: `the reply’s retryAfter said ${Math.round(waitMs / 1000)}`,
    'rate-limit-reset': `the rate limit’s reset said ${said}`,
    'known-block': 'this API blocks a client for a minute',
    backoff: 'backoff, since nothing said how long',
  };
  return words[source];
}

/** `waited 9 s: Retry-After said 10`, in the words given for a span. */
export function waitWords(wait: Wait, span: (ms: number) => string = spanText): string {
  const { plan, fromMs, deadlineMs, endedMs = deadlineMs, how } = wait;
  const actual = endedMs - fromMs;
  const some = `${span(actual)} of ${span(plan.waitMs)}`;
  const words: Record<Wait['how'], string> = {
    running: `waiting ${span(plan.waitMs)}`,
    waited: `waited ${span(actual)}`,
    early: `tried again by hand after ${some}`,
    cancelled: `wait cancelled after ${some}`,
    edited: `wait ended after ${some}, since the chart was edited`,
    superseded: `wait ended after ${some} by a newer request`,
  };
  return `${words[how]}: ${sourceWords(plan)}`;
}

/** What follows a try where no wait does; nothing for a success. */
export function endWords(one: Try, call: PastCall): string | undefined {
  if (one.state !== 'answered' || one.attempt.verdict.kind === 'success') return undefined;
  const { plan } = one.attempt;
  if (plan.kind === 'never') return 'not tried again: the request itself must change';
  if (plan.kind !== 'by-hand') return undefined;
  if (plan.why === 'gave-up') return `gave up after ${countOf(call.tries.length, 'attempt')}`;
  return 'not tried again by itself: whether it took effect is unknown';
}

export const outcomeWords: Record<PastCall['outcome'], string> = {
  sending: 'under way',
  waiting: 'waiting',
  succeeded: 'succeeded',
  refused: 'refused',
  'gave-up': 'gave up',
  cancelled: 'cancelled',
  edited: 'ended by an edit',
  superseded: 'superseded',
};

/** `429 → 200`; long runs of one status are counted. */
export function statusRun(tries: readonly Try[]): string {
  const runs: { status: string; times: number }[] = [];
  for (const one of tries) {
    const { status } = tryWords(one);
    const last = runs.at(-1);
    if (last?.status === status) last.times++;
    else runs.push({ status, times: 1 });
  }
  return runs.map(({ status, times }) => (times > 1 ? `${status} ×${times}` : status)).join(' → ');
}

export const countOf = (count: number, word: string): string => `${count} ${word}${count === 1 ? '' : 's'}`;
