// In: word of every picture that was drawn. Out: memory that goes back to the system when nobody has to wait for that.
import { clearAllCache } from '@napi-rs/canvas';

export interface Tidying {
  /** To be called when the answer is on its way, with the pixels that were drawn for it. */
  after(pixels: number): void;
}

/** Whoever draws all the time collects by itself; this is for the pause after. */
const QUIET_MS = 300;
/** From here on the buffers of one picture (16 MB of pixels, its rows beside them) weigh more than a collection costs: 10–20 ms. */
const MUCH_PIXELS = 4_000_000;

/**
 * V8 does not know what weighs behind a canvas, and is in no hurry with buffers either: a child that drew one picture of 16
 * megapixels would keep 200 MB until so many small ones have followed that the heap is full.
 *
 * @param collect V8's own collection, there with `--expose-gc` only; without it nothing is done
 */
export function createTidying(collect: (() => void) | undefined): Tidying {
  if (collect === undefined) return { after: () => {} };
  const tidy = () => {
    clearAllCache();
    collect();
  };
  const pause = setTimeout(tidy, QUIET_MS).unref();
  return {
    after(pixels) {
      if (pixels > MUCH_PIXELS) setImmediate(tidy);
      pause.refresh();
    },
  };
}
