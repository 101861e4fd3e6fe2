// In: a chart that has been paid for. Out: its picture, drawn once for everybody who waits for it, and kept.
import type { ChartSpec } from '#shared/chart-spec.ts';
import type { PictureCache } from './cache.ts';
import { createFlights } from './flights.ts';
import type { RenderPool } from './render/pool.ts';

/** Times in ms: `drawMs` in the renderer, `waitMs` in the queue before it. */
export interface Picture {
  bytes: Uint8Array;
  drawMs: number;
  waitMs: number;
}

export interface DrawRequest {
  /** Equal keys mean equal pictures. */
  key: string;
  spec: ChartSpec;
  fault?: 'throw' | undefined;
  signal: AbortSignal;
}

export type Draw = (request: DrawRequest) => Promise<Picture>;

/** @throws RenderFailure to everybody who waited for the same picture, ClientGone to whoever left */
export function createDraw({
  pool,
  cache,
  onDrawn,
}: {
  pool: RenderPool;
  cache: PictureCache;
  onDrawn: (format: string, picture: Picture) => void;
}): Draw {
  const flights = createFlights<Picture>();
  return ({ key, spec, fault, signal }) =>
    flights.join(key, signal, async (stillWanted) => {
      // It may have been finished while this one was paying.
      const kept = cache.get(key);
      if (kept) return { bytes: kept, drawMs: 0, waitMs: 0 };
      const picture = await pool.render(spec, { signal: stillWanted, fault });
      onDrawn(spec.format, picture);
      cache.put(key, picture.bytes);
      return picture;
    });
}
