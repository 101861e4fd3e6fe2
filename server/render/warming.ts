// In: a drawing that may be done at leisure, and word of every job. Out: a child that has compiled what it draws with before anybody
// has to wait for that.

export interface Warming {
  /** A job has come: whoever waits for a picture goes first. */
  interrupted(): void;
}

/** A child that is asked all the time warms up by itself. */
const QUIET_MS = 300;
/** Between two drawings of 5–10 ms, so that a job hardly ever finds the child busy, and the cores have time for others. */
const BREATH_MS = 15;

/**
 * A young child takes 13 ms for a chart that costs it 8 after a hundred: V8 compiles what has run often enough, and with one
 * thread does so in the way. Drawing for nobody, `times` times, gets that over with.
 *
 * @param rehearse draws the n-th chart; what it throws ends the child, as in its preparation
 */
export function startWarming(times: number, rehearse: (n: number) => void): Warming {
  let done = 0;
  let timer: NodeJS.Timeout | undefined;
  const next = (ms: number) => {
    timer = setTimeout(step, ms).unref();
  };
  function step() {
    timer = undefined;
    rehearse(done);
    done += 1;
    if (done < times) next(BREATH_MS);
  }
  next(QUIET_MS);
  return {
    interrupted() {
      if (timer === undefined) return;
      clearTimeout(timer);
      next(QUIET_MS);
    },
  };
}
