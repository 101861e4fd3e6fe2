// In: a caller with a test key. Out: nothing, or the fault that the key stands for. For every other caller: nothing.
import { AppError } from './app-error.ts';
import type { Caller } from './auth.ts';
import { RenderFailure } from './render/render-failure.ts';
import type { Store } from './store/store.ts';

/** Asks for the socket to be cut without an answer. */
export class CutConnection extends Error {
  constructor() {
    super('The connection is cut on purpose');
    this.name = 'CutConnection';
  }
}

const SLOW_MS = 10_000;
const RETRY_AFTER_SECONDS = 2;
/** How long a fault waits for the retry that succeeds, and how long success then lasts before the fault can be seen again. */
const FAULT_KEPT_MS = 600_000;
const SUCCESS_KEPT_MS = 30_000;

export interface FaultStage {
  /** @throws what the key stands for: AppError, RenderFailure, CutConnection; ClientGone from `wait` */
  play(caller: Caller, signal: AbortSignal): Promise<void>;
}

/** @param wait resolves after `ms`, rejects with ClientGone when the signal aborts */
export function createFaultStage({
  store,
  now,
  wait,
}: {
  store: Store;
  now: () => number;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
}): FaultStage {
  /** True on the first call of a subject, then false until success has lasted its time. */
  async function firstTime(subject: string): Promise<boolean> {
    const at = now();
    const failed = `failed ${subject}`;
    const recovered = `recovered ${subject}`;
    const success = { limit: Number.MAX_SAFE_INTEGER, windowEndsAtMs: at + SUCCESS_KEPT_MS, now: at };
    if ((await store.hit(recovered, { ...success, cost: 0 })).used > 0) return false;
    const once = await store.hit(failed, { cost: 1, limit: 1, windowEndsAtMs: at + FAULT_KEPT_MS, now: at });
    if (once.allowed) return true;
    await store.hit(recovered, { ...success, cost: 1 });
    await store.giveBack(failed, { cost: 1, resetAtMs: once.resetAtMs, now: at });
    return false;
  }

  return {
    async play({ subject, test }, signal) {
      switch (test?.staged) {
        case 'slow':
          return wait(SLOW_MS, signal);
        case 'overloaded':
          if (await firstTime(subject))
            throw new RenderFailure('overloaded', 'test key', RETRY_AFTER_SECONDS);
          return;
        case 'bad_gateway':
          if (await firstTime(subject))
            throw new AppError('bad_gateway', { message: 'The renderer could not be reached.' });
          return;
        case 'drop':
          if (await firstTime(subject)) throw new CutConnection();
          return;
        // The renderer itself throws, later: `draw` is told so.
        case 'throws':
        case undefined:
          return;
      }
    },
  };
}
