// In: word of every picture that was drawn. Out: memory that goes back to the system when nobody has to wait for that.
import { clearAllCache } from '@napi-rs/canvas';
import { forgetCanvas } from './bitmap.ts';

export interface Tidying {
  /** To be called when the answer is on its way, with the pixels that were drawn for it. */
  after(pixels: number): void;
}

/** Whoever draws all the time collects by itself; this is for the pause after. */
const QUIET_MS = 300;
/** Nobody who edits a chart pauses that long: then whatever grew old goes too. */
const REST_MS = 5000;
/** From here on the buffers of one picture (16 MB of pixels, its rows beside them) weigh more than a whole collection costs. */
const MUCH_PIXELS = 4_000_000;

/**
 * V8 does not know what weighs behind a canvas, and is in no hurry with buffers either: a child that drew one picture of 16
 * megapixels would keep 200 MB until so many small ones have followed that the heap is full. What small ones leave is young
 * and goes with the nursery: 3 ms. A whole collection takes 10, and then 20 more from the next picture, whose code has to warm
 * up again (measured): too much for somebody who only thinks between two keystrokes.
 *
 * @param collect V8's own collection, there with `--expose-gc` only; without it nothing is done
 */
export function createTidying(collect: typeof globalThis.gc): Tidying {
  if (collect === undefined) return { after: () => {} };
  const whole = () => {
    forgetCanvas();
    clearAllCache();
    collect();
  };
  const pause = setTimeout(() => collect({ type: 'minor' }), QUIET_MS).unref();
  const rest = setTimeout(whole, REST_MS).unref();
  return {
    after(pixels) {
      if (pixels > MUCH_PIXELS) setImmediate(whole);
      pause.refresh();
      rest.refresh();
    },
  };
}
