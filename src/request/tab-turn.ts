// In: a wait that has ended in this tab. Out: the moment at which it may send by itself: seen by somebody, while no other tab is
// sending, and not before the newest deadline that any tab was told. Loaded when the page is idle, as few calls ever wait.
import { type Deadlines, openWire, shareDeadlines } from './tab-deadlines.ts';

export { scopeOf } from './tab-deadlines.ts';

/** Time to press Cancel when a wait ended while nobody was looking. */
const GRACE_MS = 1000;
/** Lets what the tab before has learnt arrive, and spreads clients that were refused together where there are no turns. */
const SPREAD_MS = { least: 50, most: 250 };

export type TurnQuestion = {
  /** Of the API. */
  origin: string;
  scope: string;
  deadlines: Pick<Deadlines, 'newest'>;
  /** Takes turns among tabs; a page without a secure origin has none. */
  locks: Pick<LockManager, 'request'> | undefined;
  now: () => number;
  random: () => number;
  /** Gives up the place in the queue. */
  signal: AbortSignal;
};

/** `give` must be called when the attempt has ended. */
export type Turn = { kind: 'send'; give: () => void } | { kind: 'later'; deadlineMs: number };

/** Rejects with the signal's reason, and then holds nothing. */
export async function takeTurn(question: TurnQuestion): Promise<Turn> {
  const { origin, scope, deadlines, locks, now, random, signal } = question;
  for (;;) {
    if (await seen(signal)) await pause(GRACE_MS, signal);
    const give = locks ? await locked(locks, `chart-playground.sending ${origin}`, signal) : () => undefined;
    try {
      await pause(SPREAD_MS.least + random() * (SPREAD_MS.most - SPREAD_MS.least), signal);
    } catch (error) {
      give();
      throw error;
    }
    const deadlineMs = deadlines.newest(scope) ?? 0;
    if (deadlineMs <= now() && !document.hidden) return { kind: 'send', give };
    give();
    if (deadlineMs > now()) return { kind: 'later', deadlineMs };
  }
}

let shared: Deadlines | undefined;

/** One for all calls of this page. */
export function deadlinesOfTabs(): Deadlines {
  shared ??= shareDeadlines(openWire(), () => Date.now());
  return shared;
}

/** Resolves with what gives the lock back; a page that goes away gives it back by itself. */
const locked = (locks: NonNullable<TurnQuestion['locks']>, name: string, signal: AbortSignal) =>
  new Promise<() => void>((resolve, reject) => {
    locks
      .request(name, { signal }, () => new Promise<void>((give) => resolve(() => give())))
      // Refused for another reason than our leaving: there are no turns to be had here.
      .catch(() => (signal.aborted ? reject(signal.reason) : resolve(() => undefined)));
  });

/** Resolves when somebody sees the page: false where that was so from the beginning. */
const seen = (signal: AbortSignal) =>
  new Promise<boolean>((resolve, reject) => {
    signal.throwIfAborted();
    if (!document.hidden) return resolve(false);
    const look = () => {
      if (document.hidden && !signal.aborted) return;
      document.removeEventListener('visibilitychange', look);
      signal.removeEventListener('abort', look);
      if (signal.aborted) reject(signal.reason);
      else resolve(true);
    };
    document.addEventListener('visibilitychange', look);
    signal.addEventListener('abort', look);
  });

const pause = (ms: number, signal: AbortSignal) =>
  new Promise<void>((resolve, reject) => {
    signal.throwIfAborted();
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop);
      resolve();
    }, ms);
    const stop = () => {
      clearTimeout(timer);
      reject(signal.reason);
    };
    signal.addEventListener('abort', stop, { once: true });
  });
