// In: the state of the current call and the log of the states before. Out: the calls so far, kept as long as the page is open.
import { useEffect, useState } from 'react';
import type { CallState } from '../call.ts';
import type { CallLog } from './call-log.ts';
import { type History, remember } from './history.ts';

export function useHistory(call: CallState, log: CallLog): History {
  const [history, show] = useState(log.history);
  useEffect(() => {
    // Whoever keeps the log has not written this state yet, or has written it twice: it is the same either way.
    for (const seen of [...log.unread, { call, atMs: Date.now() }])
      log.history = remember(log.history, seen.call, seen.atMs);
    log.unread = [];
    show(log.history);
  }, [call, log]);
  return history;
}
