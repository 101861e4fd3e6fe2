// In: a state and what happened. Out: the next state. One call is what a person asked for once; its attempts are what was sent
// for it. Pure: no timers and no clock in here, so that every path of waiting and retrying can be tested as plain calls.
import { classify, type Verdict } from '#shared/classify.ts';
import { errorRow } from '#shared/errors.ts';
import { planRetry, type RetryPlan } from '#shared/retry.ts';
import type { Exchange, RenderRequest } from './send.ts';

export type Attempt = { exchange: Exchange; verdict: CallVerdict; plan: RetryPlan };
export type CallVerdict = Verdict | { kind: 'unreached'; code: 'network_error' | 'time_out' };

/** Why a wait ended without a try. */
export type Ending = 'cancelled' | 'edited' | 'gave-up';

export type CallState = {
  phase: 'idle' | 'sending' | 'waiting' | 'due' | 'settled';
  /** Of the call, all its attempts included; 0 before the first. */
  id: number;
  /** Grows with every attempt sent: what comes back for an older one is dropped. */
  sequence: number;
  request?: RenderRequest;
  /** The chart's text that the request was made from. */
  text?: string;
  /** Attempts of this call, the newest last. */
  attempts: readonly Attempt[];
  /** Start and end of the wait, ms since 1970. */
  waitFromMs?: number;
  deadlineMs?: number;
  sentAtMs?: number;
  /** Tries that nobody clicked for. */
  automaticTries: number;
  /** Came in a link: shown as it was, and nothing is sent unless somebody asks for it. */
  frozen?: true;
  /** The wait ended while the device had no network: the next try is asked for by hand. */
  held?: true;
  /** Another tab was told to wait until this deadline, which is later than this tab's own. */
  fromOtherTab?: true;
  ending?: Ending;
};

export const idle: CallState = { phase: 'idle', id: 0, sequence: 0, attempts: [], automaticTries: 0 };

/** Automatic tries after a server-given wait; backoff has its own, documented count. */
export const MOST_AUTOMATIC = 3;

export type CallEvent =
  | { type: 'send'; request: RenderRequest; text: string; nowMs: number }
  | { type: 'answered'; sequence: number; exchange: Exchange; random: () => number }
  | { type: 'due' }
  /** Sends nothing by itself after this wait. */
  | { type: 'hold' }
  /** Waits on for what another tab has learnt. */
  | { type: 'wait-on'; deadlineMs: number; nowMs: number }
  | { type: 'retry'; automatic: boolean; nowMs: number }
  | { type: 'stop'; why: Ending }
  /** Ends a wait, and lets a request that is under way finish. */
  | { type: 'stop-waiting'; why: Ending };

export function nextCall(state: CallState, event: CallEvent): CallState {
  switch (event.type) {
    case 'send':
      return {
        phase: 'sending',
        id: state.id + 1,
        sequence: state.sequence + 1,
        request: event.request,
        text: event.text,
        attempts: [],
        automaticTries: 0,
        sentAtMs: event.nowMs,
      };
    case 'answered':
      return event.sequence === state.sequence && state.phase === 'sending' ? answered(state, event) : state;
    case 'due':
      return state.phase === 'waiting' ? { ...state, phase: 'due' } : state;
    case 'hold':
      return state.phase === 'due' ? { ...state, held: true } : state;
    case 'wait-on':
      return state.phase === 'due' && event.deadlineMs > event.nowMs
        ? {
            ...state,
            phase: 'waiting',
            waitFromMs: event.nowMs,
            deadlineMs: event.deadlineMs,
            fromOtherTab: true,
          }
        : state;
    case 'retry':
      if ((state.phase !== 'waiting' && state.phase !== 'due' && state.phase !== 'settled') || !state.request)
        return state;
      return {
        ...withoutWait(state),
        phase: 'sending',
        sequence: state.sequence + 1,
        sentAtMs: event.nowMs,
        automaticTries: event.automatic ? state.automaticTries + 1 : 0,
      };
    case 'stop':
      return stopped(state, event.why);
    case 'stop-waiting':
      return state.phase === 'sending' ? state : stopped(state, event.why);
  }
}

function answered(
  state: CallState,
  { exchange, random }: Extract<CallEvent, { type: 'answered' }>,
): CallState {
  const verdict = verdictOf(exchange);
  const plan = planOf(verdict, exchange, state.attempts.length + 1, random);
  const next: CallState = {
    ...withoutWait(state),
    phase: 'settled',
    attempts: [...state.attempts, { exchange, verdict, plan }],
  };
  if (plan.kind === 'by-hand' && plan.why === 'gave-up') return { ...next, ending: 'gave-up' };
  if (plan.kind !== 'wait') return next;
  return {
    ...next,
    phase: 'waiting',
    waitFromMs: exchange.receivedAtMs,
    deadlineMs: exchange.receivedAtMs + plan.waitMs,
  };
}

/** Stops what is going on and keeps the last answer on the page; there is nothing to stop in a settled call. */
function stopped(state: CallState, why: Ending): CallState {
  if (state.phase === 'idle' || state.phase === 'settled') return state;
  return {
    ...withoutWait(state),
    sequence: state.sequence + 1,
    phase: state.attempts.length > 0 ? 'settled' : 'idle',
    ending: why,
  };
}

function withoutWait(state: CallState): CallState {
  const {
    waitFromMs: _from,
    deadlineMs: _deadline,
    sentAtMs: _sent,
    ending: _ending,
    frozen: _frozen,
    held: _held,
    fromOtherTab: _fromOtherTab,
    ...rest
  } = state;
  return rest;
}

export function verdictOf({ result, dialect = 'chart-output' }: Exchange): CallVerdict {
  return result.kind === 'answer' ? classify(result, dialect) : { kind: 'unreached', code: result.kind };
}

function planOf(verdict: CallVerdict, exchange: Exchange, attempt: number, random: () => number): RetryPlan {
  if (verdict.kind === 'success' || verdict.kind === 'undocumented') return { kind: 'never' };
  const { result, receivedAtMs } = exchange;
  const answer = result.kind === 'answer' ? result : undefined;
  return planRetry({
    rule: errorRow(verdict.code).retry,
    dialect: exchange.dialect ?? 'chart-output',
    status: answer?.status ?? null,
    headers: answer?.headers ?? {},
    bodyRetryAfter: verdict.kind === 'documented' ? verdict.facts.retryAfter : undefined,
    attempt,
    receivedAtMs,
    random,
  });
}

/** A call that ended with this answer some time ago, on another page perhaps: waits count from then, and nothing is sent. */
export function frozenCall(exchange: Exchange, text: string): CallState {
  const { method, path, dialect } = exchange;
  const request: RenderRequest = {
    method: method === 'GET' || method === 'PUT' ? method : 'POST',
    path,
    body: method === 'GET' ? null : text,
    key: null,
    ...(dialect ? { dialect } : {}),
  };
  const sent = nextCall(idle, { type: 'send', request, text, nowMs: exchange.receivedAtMs });
  const { sequence } = sent;
  const ended = nextCall(sent, { type: 'answered', sequence, exchange, random: () => 0.5 });
  return { ...ended, frozen: true };
}

export const lastAttempt = (state: CallState): Attempt | undefined => state.attempts.at(-1);

/** True for a wait that the server itself asked this tab for, which other tabs do well to know. */
export const isToldToWait = ({ phase, frozen, fromOtherTab, attempts }: CallState): boolean => {
  const plan = attempts.at(-1)?.plan;
  return (
    phase === 'waiting' && !frozen && !fromOtherTab && plan?.kind === 'wait' && plan.source !== 'backoff'
  );
};

/** True while another automatic try may follow this wait. */
export const mayRetryAlone = (state: CallState): boolean => {
  const plan = lastAttempt(state)?.plan;
  return (
    !state.frozen &&
    !state.held &&
    plan?.kind === 'wait' &&
    plan.waitMs <= LONGEST_ALONE_MS &&
    // Another tab's deadline may be further away than the wait that was planned here.
    (state.deadlineMs ?? 0) - (state.waitFromMs ?? 0) <= LONGEST_ALONE_MS &&
    (plan.source === 'backoff' || state.automaticTries < MOST_AUTOMATIC)
  );
};

/** Beyond a day nothing ticks and nothing is sent by itself. */
export const LONGEST_ALONE_MS = 86_400_000;
