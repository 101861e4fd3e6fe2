// In: the person's switch for automatic retries. Out: the state of the current call and the moves on it. What timers, the network
// and other tabs lead to is decided in call.ts.
import { useMutation } from '@tanstack/react-query';
import { type Dispatch, useEffect, useMemo, useReducer, useRef } from 'react';
import {
  type CallEvent,
  type CallState,
  type Ending,
  frozenCall,
  idle,
  isToldToWait,
  lastAttempt,
  mayRetryAlone,
  nextCall,
} from './call.ts';
import { findCause, loadProbe } from './cause.ts';
import { forgetWait, keepWait, keptWait } from './kept-wait.ts';
import { Cancelled, type Exchange, type RenderRequest, send } from './send.ts';

const loadTabTurn = () => import('./tab-turn.ts');
/** What only failing and waiting calls need is fetched after what everybody needs, while the server still answers. */
const LOAD_REST_AFTER_MS = 1500;
/** setTimeout's own limit. */
const LONGEST_TIMER_MS = 2_147_483_647;

export type CallMoves = {
  /** @param text the chart's text that the request was made from */
  send: (request: RenderRequest, text: string) => void;
  retry: () => void;
  stop: (why: Ending) => void;
  stopWaiting: (why: Ending) => void;
};

/**
 * @param kept the chart as edited now: a wait kept from before a reload goes on only for it; left out, none is kept. `frozen` is
 *   an answer to begin with
 */
export function useCall(
  autoRetry: boolean,
  kept?: { text: string; key: string | null; frozen: Exchange | undefined },
): [CallState, CallMoves] {
  const [state, dispatch] = useReducer(nextCall, idle, (empty) => {
    if (kept?.frozen) return frozenCall(kept.frozen, kept.text);
    return (kept && keptWait(kept.text, kept.key)) ?? empty;
  });
  const keeps = kept !== undefined;
  // Retrying belongs to the catalogue's rows and shows on the page, so the mutation itself repeats nothing.
  const { mutateAsync } = useMutation({
    mutationFn: ({ request, signal }: { request: RenderRequest; signal: AbortSignal }) =>
      send(request, signal),
    retry: false,
    networkMode: 'always',
  });

  const { phase, sequence, request } = state;
  const cameBack = useRef<Exchange>(undefined);
  useEffect(() => {
    if (phase !== 'sending' || !request) return;
    const controller = new AbortController();
    mutateAsync({ request, signal: controller.signal })
      .then((exchange) => {
        cameBack.current = exchange;
        dispatch({ type: 'answered', sequence, exchange, random: Math.random });
      })
      .catch((error: unknown) => {
        if (!(error instanceof Cancelled)) throw error;
      });
    return () => controller.abort();
  }, [phase, sequence, request, mutateAsync]);

  useDeadline(state, () => dispatch({ type: 'due' }));

  useTurns(state, autoRetry && mayRetryAlone(state), dispatch);

  const exchange = lastAttempt(state)?.exchange;
  useEffect(() => {
    // What came in a link, or from before a reload, failed elsewhere or at another time.
    if (exchange?.result.kind !== 'network_error' || exchange !== cameBack.current) return;
    const controller = new AbortController();
    findCause(exchange, controller.signal);
    return () => controller.abort();
  }, [exchange]);

  useEffect(() => {
    const load = () => Promise.all([loadProbe(), loadTabTurn()]).catch(() => undefined);
    const timer = setTimeout(load, LOAD_REST_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);

  useEffect(() => {
    if (!keeps) return;
    if (phase === 'waiting') keepWait(state);
    else forgetWait();
  }, [phase, state, keeps]);

  const moves = useMemo<CallMoves>(
    () => ({
      send: (next, forText) => dispatch({ type: 'send', request: next, text: forText, nowMs: Date.now() }),
      retry: () => dispatch({ type: 'retry', automatic: false, nowMs: Date.now() }),
      stop: (why) => dispatch({ type: 'stop', why }),
      stopWaiting: (why) => dispatch({ type: 'stop-waiting', why }),
    }),
    [],
  );
  return [state, moves];
}

/** Calls back once when the deadline has passed: by timer, and again whenever the page wakes, since timers sleep with it. */
function useDeadline({ phase, deadlineMs }: CallState, onDue: () => void): void {
  const latest = useRef(onDue);
  latest.current = onDue;
  useEffect(() => {
    if (phase !== 'waiting' || deadlineMs === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = () => {
      clearTimeout(timer);
      const left = deadlineMs - Date.now();
      if (left <= 0) latest.current();
      else timer = setTimeout(look, Math.min(left, LONGEST_TIMER_MS));
    };
    look();
    document.addEventListener('visibilitychange', look);
    addEventListener('pageshow', look);
    addEventListener('online', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
      removeEventListener('pageshow', look);
      removeEventListener('online', look);
    };
  }, [phase, deadlineMs]);
}

/** Sends by itself when a wait has ended, in turn with the other tabs, and tells them what this one was told. */
function useTurns(state: CallState, alone: boolean, dispatch: Dispatch<CallEvent>): void {
  const { phase, request } = state;
  const giveBack = useRef<() => void>(undefined);

  useEffect(() => {
    if (phase !== 'due' || !alone || !request) return;
    const leaving = new AbortController();
    const hold = () => dispatch({ type: 'hold' });
    const go = async () => {
      const { deadlinesOfTabs, scopeOf, takeTurn } = await loadTabTurn();
      const { origin } = new URL(request.path, location.href);
      const turn = await takeTurn({
        origin,
        scope: scopeOf(origin, request.key),
        deadlines: deadlinesOfTabs(),
        locks: navigator.locks,
        now: Date.now,
        random: Math.random,
        signal: leaving.signal,
      });
      const nowMs = Date.now();
      if (turn.kind === 'later') return dispatch({ type: 'wait-on', deadlineMs: turn.deadlineMs, nowMs });
      if (leaving.signal.aborted) return turn.give();
      giveBack.current = turn.give;
      dispatch({ type: 'retry', automatic: true, nowMs });
    };
    addEventListener('offline', hold);
    if (navigator.onLine) go().catch(() => leaving.signal.aborted || hold());
    else hold();
    return () => {
      leaving.abort();
      removeEventListener('offline', hold);
    };
  }, [phase, alone, request, dispatch]);

  useEffect(() => {
    if (phase === 'sending') return;
    const give = giveBack.current;
    giveBack.current = undefined;
    // The next tab must know what came of this turn before it takes its own.
    tellTabs(state).then(give, give);
  }, [phase, state]);
  useEffect(() => () => giveBack.current?.(), []);
}

async function tellTabs(state: CallState): Promise<void> {
  const { request, deadlineMs = 0, waitFromMs = 0 } = state;
  if (!request || !isToldToWait(state)) return;
  const { deadlinesOfTabs, scopeOf } = await loadTabTurn();
  const scope = scopeOf(new URL(request.path, location.href).origin, request.key);
  deadlinesOfTabs().learn({ scope, untilMs: deadlineMs, learntMs: waitFromMs });
}
