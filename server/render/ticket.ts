// In: one render that somebody waits for. Out: a ticket that is settled once, and lets go of the caller's abort signal.
import type { Budget } from './budget.ts';
import type { Frame } from './frames.ts';
import { RenderFailure } from './render-failure.ts';

/** `drawMs` as the child measured it, `waitMs` until a child was free. */
export interface Rendered {
  bytes: Buffer;
  drawMs: number;
  waitMs: number;
}

export interface Ticket {
  job: Buffer;
  budget: Budget;
  /** When it was accepted, in ms. */
  sinceMs: number;
  /** Hands over what a child answered after `waitMs`. */
  answer(frame: Frame, waitMs: number): void;
  refuse(failure: RenderFailure): void;
}

const KEPT_WORDS = 2048;

/**
 * @param signal when it fires, the ticket is refused as `aborted` and `onAbort` may drop it from the queue
 * @returns the ticket, and the promise that its caller gets
 */
export function createTicket(options: {
  job: Buffer;
  budget: Budget;
  sinceMs: number;
  signal: AbortSignal | undefined;
  onAbort: (ticket: Ticket) => void;
}): { ticket: Ticket; settled: Promise<Rendered> } {
  const { job, budget, sinceMs, signal, onAbort } = options;
  const { promise, resolve, reject } = withResolvers<Rendered>();
  const aborted = () => {
    reject(new RenderFailure('aborted', 'nobody waits any more'));
    onAbort(ticket);
  };
  const forget = () => signal?.removeEventListener('abort', aborted);
  const ticket: Ticket = {
    job,
    budget,
    sinceMs,
    answer(frame, waitMs) {
      forget();
      if (frame.kind === 'picture') resolve({ bytes: frame.payload, drawMs: frame.ms, waitMs });
      else reject(refusal(frame));
    },
    refuse(failure) {
      forget();
      reject(failure);
    },
  };
  signal?.addEventListener('abort', aborted, { once: true });
  return { ticket, settled: promise };
}

function refusal(frame: Frame): RenderFailure {
  const words = frame.payload.toString('utf8', 0, KEPT_WORDS);
  if (frame.kind === 'blank') return new RenderFailure('blank', 'nothing drawn');
  if (frame.kind === 'tooBig') return new RenderFailure('memory', words);
  return new RenderFailure('threw', words);
}

/** Promise.withResolvers, which Node 20 does not have. */
function withResolvers<T>() {
  let resolve!: (value: T) => void;
  let reject!: (reason: unknown) => void;
  const promise = new Promise<T>((yes, no) => {
    resolve = yes;
    reject = no;
  });
  return { promise, resolve, reject };
}
