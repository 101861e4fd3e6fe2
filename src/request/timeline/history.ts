// In: what was kept so far, the current call and the time. Out: the last calls with all their tries, what each wait was and what
// became of it. Pure, and the same again when it is told the same again. Holds no key: secrets are taken out on the way in.
import type { Dialect } from '#shared/errors.ts';
import type { RetryPlan } from '#shared/retry.ts';
import type { Attempt, CallState } from '../call.ts';
import { keptAttempt, MOST_KEPT } from './kept-attempt.ts';
import { type Strip, strippedPath, stripper } from './secrets.ts';

export type WaitPlan = Extract<RetryPlan, { kind: 'wait' }>;

/** Moments in ms since 1970. */
export type Wait = {
  plan: WaitPlan;
  fromMs: number;
  deadlineMs: number;
  /** `early`: somebody tried again before its end. */
  how: 'running' | 'waited' | 'early' | 'cancelled' | 'edited' | 'superseded';
  /** Missing while it runs. */
  endedMs?: number;
};

export type Try = {
  sentAtMs: number;
  /** Nobody clicked for it. */
  automatic: boolean;
} & (
  | { state: 'sending'; sequence: number }
  | { state: 'answered'; attempt: Attempt; wait?: Wait }
  | { state: 'cancelled' | 'superseded'; endedMs: number }
);

export type PastCall = {
  id: number;
  method: string;
  /** Without the parameters that hold secrets. */
  path: string;
  dialect: Dialect;
  /** What was sent; null for nothing, and for what is too long to keep. */
  body: string | null;
  /** The chart's text that it was made from, under the same rule. */
  text: string | null;
  startedMs: number;
  tries: readonly Try[];
  outcome:
    | 'sending'
    | 'waiting'
    | 'succeeded'
    | 'refused'
    | 'gave-up'
    | 'cancelled'
    | 'edited'
    | 'superseded';
};

/** The newest last. */
export type History = readonly PastCall[];

export const MOST_CALLS = 20;

/** To be called with every state of the current call. States in between may be missing: no answer is lost by that. */
export function remember(history: History, call: CallState, nowMs: number): History {
  if (!call.request || call.id === 0) return history;
  const strip = stripper(call.request);
  const known = history.find(({ id }) => id === call.id);
  const earlier = history.filter(({ id }) => id !== call.id);
  const tries = closedBy(call, triesOf(call, known?.tries ?? [], strip, nowMs), nowMs);
  if (tries.length === 0) return history;
  const next: PastCall = {
    ...(known ?? requestOf(call, strip)),
    startedMs: tries[0]?.sentAtMs ?? nowMs,
    tries,
    outcome: outcomeOf(call),
  };
  return [...earlier.map((past) => superseded(past, nowMs)), next].slice(-MOST_CALLS);
}

function requestOf({ id, request, text }: CallState, strip: Strip) {
  const kept = (whole: string | null | undefined) =>
    whole == null || whole.length > MOST_KEPT ? null : strip(whole);
  return {
    id,
    method: request?.method ?? 'POST',
    path: strippedPath(request?.path ?? '', strip),
    dialect: request?.dialect ?? ('chart-output' as const),
    body: kept(request?.body),
    text: kept(text),
  };
}

/** The tries known so far, with the answers and the sending that are new. */
function triesOf(call: CallState, known: readonly Try[], strip: Strip, nowMs: number): Try[] {
  const tries = [...known];
  const answered = known.filter(({ state }) => state === 'answered').length;
  for (const attempt of call.attempts.slice(answered)) {
    const { receivedAtMs, durationMs } = attempt.exchange;
    const open = tries.at(-1);
    if (open?.state === 'sending') tries.pop();
    const sent = open?.state === 'sending' ? open : { sentAtMs: receivedAtMs - durationMs, automatic: false };
    endWait(tries, 'waited', sent.sentAtMs);
    const kept = keptAttempt(attempt, strip);
    tries.push({
      state: 'answered',
      sentAtMs: sent.sentAtMs,
      automatic: sent.automatic,
      attempt: kept,
      ...(kept.plan.kind === 'wait' ? { wait: waitOf(kept.plan, receivedAtMs) } : {}),
    });
  }
  if (call.phase !== 'sending') return tries;
  const open = tries.at(-1);
  if (open?.state === 'sending' && open.sequence === call.sequence) return tries;
  const sentAtMs = call.sentAtMs ?? nowMs;
  endWait(tries, 'waited', sentAtMs);
  endSending(tries, 'cancelled', sentAtMs);
  tries.push({ state: 'sending', sequence: call.sequence, sentAtMs, automatic: call.automaticTries > 0 });
  return tries;
}

const waitOf = (plan: WaitPlan, fromMs: number): Wait => ({
  plan,
  fromMs,
  deadlineMs: fromMs + plan.waitMs,
  how: 'running',
});

/** What the call's phase says about the end of its last try and of the wait after it. */
function closedBy(call: CallState, tries: Try[], nowMs: number): Try[] {
  if (call.phase === 'due') endWait(tries, 'waited', nowMs);
  if (call.phase === 'settled' || call.phase === 'idle') {
    endSending(tries, 'cancelled', nowMs);
    endWait(tries, call.ending === 'edited' ? 'edited' : 'cancelled', nowMs);
  }
  return tries;
}

/** @param how where the deadline had not come; once it has, the wait was waited to its end whatever came after */
function endWait(tries: Try[], how: Exclude<Wait['how'], 'running' | 'early'>, atMs: number): void {
  const last = tries.at(-1);
  if (last?.state !== 'answered' || last.wait?.how !== 'running') return;
  const { wait } = last;
  const over = atMs >= wait.deadlineMs;
  tries[tries.length - 1] = {
    ...last,
    wait: {
      ...wait,
      how: over ? 'waited' : how === 'waited' ? 'early' : how,
      endedMs: over ? wait.deadlineMs : Math.max(wait.fromMs, atMs),
    },
  };
}

function endSending(tries: Try[], state: 'cancelled' | 'superseded', atMs: number): void {
  const last = tries.at(-1);
  if (last?.state !== 'sending') return;
  const { sentAtMs, automatic } = last;
  tries[tries.length - 1] = { state, sentAtMs, automatic, endedMs: Math.max(sentAtMs, atMs) };
}

/** A newer call has taken the place of this one. */
function superseded(past: PastCall, nowMs: number): PastCall {
  if (past.outcome !== 'sending' && past.outcome !== 'waiting') return past;
  const tries = [...past.tries];
  endSending(tries, 'superseded', nowMs);
  endWait(tries, 'superseded', nowMs);
  return { ...past, tries, outcome: 'superseded' };
}

function outcomeOf({ phase, ending, attempts }: CallState): PastCall['outcome'] {
  if (phase === 'sending') return 'sending';
  if (phase === 'waiting' || phase === 'due') return 'waiting';
  if (ending) return ending;
  return attempts.at(-1)?.verdict.kind === 'success' ? 'succeeded' : 'refused';
}
