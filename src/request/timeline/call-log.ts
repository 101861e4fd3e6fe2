// In: every state of the current call. Out: what the timeline, which is loaded later, has yet to read, and what it has read. All
// that the page's first script holds of the timeline.
import { useEffect, useRef } from 'react';
import type { CallState } from '../call.ts';
import type { History } from './history.ts';

export type CallLog = { unread: { call: CallState; atMs: number }[]; history: History };

/** A page without a timeline must not fill up. */
const MOST_UNREAD = 99;

/** The same object all the time. Effects of children come first: what they read ends with the state before this one. */
export function useCallLog(call: CallState): CallLog {
  const log = useRef<CallLog>({ unread: [], history: [] }).current;
  useEffect(() => {
    log.unread = [...log.unread.slice(-MOST_UNREAD), { call, atMs: Date.now() }];
  }, [call, log]);
  return log;
}
