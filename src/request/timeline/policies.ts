// In: the recorded tries of a call. Out: what clients with other policies would have done with the same server: requests sent,
// requests refused, time until the yes. Pure. Times run from the arrival of the first answer; requests take no time.
import { BACKOFF, backoffMs } from '#shared/retry.ts';
import type { PastCall, Try } from './history.ts';
import { spanText } from './span.ts';
import { countOf } from './timeline-words.ts';

export type Policy = 'fixed' | 'exponential' | 'server-directed';
export const policyNames: Record<Policy, string> = {
  fixed: 'Fixed, every 5 s',
  exponential: 'Exponential, 1 to 32 s, blind to headers',
  'server-directed': 'As the server says, else backoff',
};

export type Run = {
  policy: Policy;
  requests: number;
  refused: number;
  waitedMs: number;
  /** After the first moment at which the server would have said yes. */
  lateMs: number;
  /** `gave-up`: as the protocol has it, after five tries without a word from the server. `endless`: too many to count. */
  end: 'yes' | 'gave-up' | 'endless';
};

export type Comparison =
  | { ok: true; runs: readonly Run[]; yesMs: number; how: 'told' | 'seen'; words: string }
  | { ok: false; why: string };

const FIXED_MS = 5000;
/** Differences below this are chance. */
const WORTH_SAYING_MS = 500;
/** A client that asks more often than this has long been blocked. */
const MOST_REQUESTS = 10_000;

type Answered = Extract<Try, { state: 'answered' }>;

export function comparePolicies(call: PastCall): Comparison {
  const answered = call.tries.filter((one): one is Answered => one.state === 'answered');
  const [first] = answered;
  if (!first) return { ok: false, why: 'No answer has come yet.' };
  const { plan, verdict } = first.attempt;
  if (verdict.kind === 'success')
    return { ok: false, why: 'The first request succeeded: every client would have sent one.' };
  if (plan.kind === 'never')
    return { ok: false, why: 'No wait can help: the same request would be refused each time.' };
  const startMs = first.attempt.exchange.receivedAtMs;
  const yes = yesOf(answered, startMs);
  if (!yes) return { ok: false, why: 'When the server would have said yes is not known: it never did.' };
  const runs = [
    run('fixed', yes.atMs, () => FIXED_MS),
    run('exponential', yes.atMs, (requests) =>
      Math.min(BACKOFF.longestMs, BACKOFF.firstMs * 2 ** Math.min(requests - 1, 10)),
    ),
    run('server-directed', yes.atMs, (requests, nowMs) => directedMs(answered, startMs, requests, nowMs)),
  ];
  return { ok: true, runs, yesMs: yes.atMs, how: yes.how, words: wordsOf(runs, saidHowLong(answered)) };
}

/** The last moment the server gave, if it gave one; else the one at which it was seen to say yes. */
function yesOf(answered: readonly Answered[], startMs: number) {
  const success = answered.findIndex(({ attempt }) => attempt.verdict.kind === 'success');
  const refused = success < 0 ? answered : answered.slice(0, success);
  const last = refused.at(-1);
  const plan = last?.attempt.plan;
  if (last && plan?.kind === 'wait' && plan.source !== 'backoff') {
    const toldMs = last.attempt.exchange.receivedAtMs + plan.waitMs - startMs;
    // A try before the deadline that succeeded shows that the server was early.
    const seenMs = success < 0 ? toldMs : (answered[success]?.sentAtMs ?? 0) - startMs;
    if (toldMs <= seenMs) return { atMs: Math.max(0, toldMs), how: 'told' as const };
  }
  const yes = answered[success];
  return yes ? { atMs: Math.max(0, yes.sentAtMs - startMs), how: 'seen' as const } : undefined;
}

/** `waitMs` gets the requests made so far and the time, and may have had enough. */
function run(
  policy: Policy,
  yesMs: number,
  waitMs: (requests: number, nowMs: number) => number | undefined,
): Run {
  let nowMs = 0;
  // The first refusal is on record: everybody gets it.
  for (let requests = 1; requests < MOST_REQUESTS; requests++) {
    const wait = waitMs(requests, nowMs);
    if (wait === undefined)
      return { policy, requests, refused: requests, waitedMs: nowMs, lateMs: 0, end: 'gave-up' };
    nowMs += wait;
    if (nowMs >= yesMs)
      return {
        policy,
        requests: requests + 1,
        refused: requests,
        waitedMs: nowMs,
        lateMs: nowMs - yesMs,
        end: 'yes',
      };
  }
  return {
    policy,
    requests: MOST_REQUESTS,
    refused: MOST_REQUESTS,
    waitedMs: nowMs,
    lateMs: 0,
    end: 'endless',
  };
}

/** Until the deadline of the newest refusal known by then; without one, backoff with the middle of its jitter. */
function directedMs(
  answered: readonly Answered[],
  startMs: number,
  requests: number,
  nowMs: number,
): number | undefined {
  const told = answered
    .map(({ attempt: { plan, exchange } }) => ({ plan, atMs: exchange.receivedAtMs - startMs }))
    // What the record answered a little later, for the way there and back, is what it would have answered now.
    .filter(({ plan, atMs }, i) => plan.kind === 'wait' && (i < requests || atMs <= nowMs))
    .at(-1);
  if (told?.plan.kind === 'wait' && told.plan.source !== 'backoff') {
    const leftMs = told.atMs + told.plan.waitMs - nowMs;
    if (leftMs > 0) return leftMs;
  }
  return requests >= BACKOFF.tries ? undefined : backoffMs(requests, () => 0.5);
}

const saidHowLong = (answered: readonly Answered[]) =>
  answered.some(({ wait }) => wait !== undefined && wait.plan.source !== 'backoff');

function wordsOf(runs: readonly Run[], told: boolean): string {
  const directed = runs.find(({ policy }) => policy === 'server-directed');
  const others = runs.filter(({ policy, end }) => policy !== 'server-directed' && end === 'yes');
  if (!directed || directed.end === 'endless') return 'None of them comes to an end in reasonable time.';
  if (directed.end === 'gave-up')
    return `The server never said how long, and stayed away for longer than ${BACKOFF.tries} tries: a client that follows the protocol stops and asks a person.`;
  const vain = Math.max(0, ...runs.map(({ refused }) => refused)) - directed.refused;
  const lateness = Math.max(0, ...others.map(({ lateMs }) => lateMs)) - directed.lateMs;
  const luck = directed.lateMs - Math.min(directed.lateMs, ...others.map(({ lateMs }) => lateMs));
  const more = directed.refused - Math.min(...runs.map(({ refused }) => refused));
  const parts = [
    ...(vain > 0 ? [`saves up to ${countOf(vain, 'request')} that would only be refused`] : []),
    ...(lateness >= WORTH_SAYING_MS ? [`is up to ${spanText(lateness)} sooner`] : []),
    ...(more > 0 ? [`asks in vain ${more === 1 ? 'once' : `${more} times`} more than the most sparing`] : []),
    ...(luck >= WORTH_SAYING_MS ? [`is ${spanText(luck)} later than the luckiest of the others`] : []),
  ];
  if (parts.length === 0) return 'It makes no difference here: every client asks about as often.';
  const who = told ? 'Waiting as the server says' : 'Nothing said how long to wait. The protocol’s backoff';
  return `${who} ${parts.join(', and ')}.`;
}
