// In: a call that waits for its next try, and the chart it is for. Out: the same call after a reload of this tab. Kept without
// the key, which the page chooses anew; a waiting call has no picture to keep.
import type { CallState } from './call.ts';

const NAME = 'chart-playground.wait';

export function keepWait(state: CallState): void {
  if (!state.request) return;
  const kept = { v: 1, state: { ...state, request: { ...state.request, key: null } } };
  try {
    sessionStorage.setItem(NAME, JSON.stringify(kept));
  } catch {
    // Nothing is lost but the countdown after a reload.
  }
}

export function forgetWait(): void {
  try {
    sessionStorage.removeItem(NAME);
  } catch {
    // As above.
  }
}

/** The kept call, if it belongs to this text. What was stored by another version of the page is dropped. */
export function keptWait(text: string, key: string | null): CallState | undefined {
  try {
    const kept = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as {
      v?: number;
      state?: CallState;
    } | null;
    const state = kept?.v === 1 ? kept.state : undefined;
    if (state?.text !== text || state.phase !== 'waiting' || !state.request) return undefined;
    if (!Array.isArray(state.attempts) || typeof state.deadlineMs !== 'number') return undefined;
    return { ...state, request: { ...state.request, key } };
  } catch {
    return undefined;
  }
}
