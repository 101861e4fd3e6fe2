// In: why a picture could not be made. Out: the one error that leaves this room; the server maps its reason to a status.

export type RenderReason =
  /** The chart's fault: it spent its CPU or its memory. */
  | 'cpu'
  | 'memory'
  /** The chart's fault: nothing was drawn. */
  | 'blank'
  /** Ours: time passed although CPU was left, or no place was free. */
  | 'wall'
  | 'overloaded'
  | 'closing'
  /** Ours: the child died, or drawing threw. */
  | 'crashed'
  | 'threw'
  /** Nobody waits for it any more. */
  | 'aborted';

/** `detail` is for the log only: it may hold text of the chart. `retryAfterSeconds` is a whole number, at least 1. */
export class RenderFailure extends Error {
  readonly reason: RenderReason;
  readonly detail: string;
  readonly retryAfterSeconds: number | undefined;

  constructor(reason: RenderReason, detail: string, retryAfterSeconds?: number) {
    super(`No picture: ${reason}`);
    this.name = 'RenderFailure';
    this.reason = reason;
    this.detail = detail;
    this.retryAfterSeconds = retryAfterSeconds;
  }
}
