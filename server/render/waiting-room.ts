// In: renders that find no free child. Out: the same in order of arrival, or a refusal with the time to come back.

export interface WaitingRoom<T> {
  /** Undefined when taken in; otherwise the estimated wait in ms that made it a refusal. */
  enter(item: T): number | undefined;
  /** How many more `enter` would take in now. */
  free(): number;
  /** The one that has waited longest, or nothing. */
  next(): T | undefined;
  /** Forgets one that gave up. */
  leave(item: T): void;
  length(): number;
  /** How long one that came now would wait, in ms. */
  estimateMs(): number;
  /** Tells how long a render held its child: the estimate learns from it. */
  learn(heldMs: number): void;
}

// Before anything was measured: a usual chart on a busy machine, with its way there and back.
const FIRST_GUESS_MS = 50;
const LEARNING_RATE = 0.1;

/**
 * A bounded queue for `servers` children. Refuses at once when full, or when the estimate is over `maxWaitMs` (an early
 * refusal is worth more than a late one); an empty room always takes one in, so that a run of slow charts cannot lock it.
 * Whoever is still inside after `maxWaitMs` is handed to `onTooLong`, once.
 */
export function createWaitingRoom<T>(options: {
  places: number;
  maxWaitMs: number;
  servers: number;
  onTooLong: (item: T) => void;
}): WaitingRoom<T> {
  const { places, maxWaitMs, servers, onTooLong } = options;
  const waiting = new Map<T, NodeJS.Timeout>();
  let usualMs = FIRST_GUESS_MS;

  const estimateMs = () => ((waiting.size + 1) * usualMs) / servers;

  const most = () => Math.max(1, Math.min(places, Math.floor((maxWaitMs * servers) / usualMs)));

  const free = () => Math.max(0, most() - waiting.size);

  function leave(item: T) {
    clearTimeout(waiting.get(item));
    waiting.delete(item);
  }

  return {
    enter(item) {
      if (free() === 0) return estimateMs();
      const giveUp = () => {
        waiting.delete(item);
        onTooLong(item);
      };
      waiting.set(item, setTimeout(giveUp, maxWaitMs));
      return undefined;
    },
    next() {
      const [first] = waiting.keys();
      if (first !== undefined) leave(first);
      return first;
    },
    free,
    leave,
    length: () => waiting.size,
    estimateMs,
    learn(heldMs) {
      usualMs += (heldMs - usualMs) * LEARNING_RATE;
    },
  };
}
