// In: the person's switch for automatic retries. Out: the state of the current call and the moves on it. The only place with
// timers and page visibility; what they lead to is decided in call.ts.
import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo, useReducer, useRef } from 'react';
import { type CallState, type Ending, frozenCall, idle, mayRetryAlone, nextCall } from './call.ts';
import { forgetWait, keepWait, keptWait } from './kept-wait.ts';
import { Cancelled, type Exchange, type RenderRequest, send } from './send.ts';

/** Time to press Cancel when a wait ended while nobody was looking. */
const GRACE_MS = 1000;
/** Spread of clients that were refused together. */
const SPREAD_MS = 250;
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
  useEffect(() => {
    if (phase !== 'sending' || !request) return;
    const controller = new AbortController();
    mutateAsync({ request, signal: controller.signal })
      .then((exchange) => dispatch({ type: 'answered', sequence, exchange, random: Math.random }))
      .catch((error: unknown) => {
        if (!(error instanceof Cancelled)) throw error;
      });
    return () => controller.abort();
  }, [phase, sequence, request, mutateAsync]);

  useDeadline(state, () => dispatch({ type: 'due' }));

  const alone = autoRetry && mayRetryAlone(state);
  useEffect(() => {
    if (phase !== 'due' || !alone) return;
    return whenSeen(
      (wasHidden) => (wasHidden ? GRACE_MS : Math.random() * SPREAD_MS),
      () => dispatch({ type: 'retry', automatic: true, nowMs: Date.now() }),
    );
  }, [phase, alone]);

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

/** Runs `act` after `delay` while the page is seen and online; a hidden page sends nothing until somebody looks at it. */
function whenSeen(delay: (wasHidden: boolean) => number, act: () => void): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let wasHidden = document.hidden;
  const look = () => {
    clearTimeout(timer);
    if (document.hidden || !navigator.onLine) wasHidden = true;
    else timer = setTimeout(act, delay(wasHidden));
  };
  look();
  document.addEventListener('visibilitychange', look);
  addEventListener('online', look);
  return () => {
    clearTimeout(timer);
    document.removeEventListener('visibilitychange', look);
    removeEventListener('online', look);
  };
}
