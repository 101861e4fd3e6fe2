// In: how the next renders shall end. Out: a pool of the real type that draws nothing, for tests of what stands around it.

import type { ChartSpec } from '#shared/chart-spec.ts';
import type { RenderPool } from '../../server/render/pool.ts';
import { RenderFailure } from '../../server/render/render-failure.ts';

export interface StandInPool extends RenderPool {
  /** The charts it was asked for, in order. */
  asked: ChartSpec[];
  /** From now on every render ends so; `undefined` makes them succeed again. */
  failWith(failure: Error | undefined): void;
  /** From now on pictures consist of these bytes. */
  draw(bytes: Buffer): void;
  /** From now on renders wait until `release`. */
  hold(): void;
  release(): void;
  /** Resolves when so many renders have been asked for in all. */
  until(asked: number): Promise<void>;
}

/** Unless told otherwise, pictures are the eight bytes that a PNG begins with. */
export const PNG_SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

export function standInPool(): StandInPool {
  const asked: ChartSpec[] = [];
  let failure: Error | undefined;
  let picture: Buffer = PNG_SIGNATURE;
  let gate = Promise.resolve();
  let open = () => {};
  const watchers: { asked: number; tell: () => void }[] = [];
  return {
    asked,
    failWith: (next) => {
      failure = next;
    },
    draw: (bytes) => {
      picture = bytes;
    },
    hold: () => {
      gate = new Promise((resolve) => {
        open = resolve;
      });
    },
    release: () => open(),
    until: (count) =>
      new Promise((resolve) => {
        if (asked.length >= count) resolve();
        else watchers.push({ asked: count, tell: resolve });
      }),
    async render(spec, { signal, fault } = {}) {
      asked.push(spec);
      for (const { asked: count, tell } of watchers) if (asked.length >= count) tell();
      const aborted = new Promise<never>((_, reject) =>
        signal?.addEventListener('abort', () => reject(new RenderFailure('aborted', 'test'))),
      );
      await Promise.race([gate, aborted]);
      if (failure) throw failure;
      if (fault) throw new RenderFailure('threw', 'thrown on purpose');
      return { bytes: picture, drawMs: 12.4, waitMs: 1 };
    },
    crowd: () => ({ inside: 0, free: 1000, waitSeconds: 0 }),
    ready: () => true,
    stats: () => ({
      ...{ size: 0, queued: 0, idle: 0, busy: 0, starting: 0, spawned: 0, recycled: 0, crashed: 0 },
      ...{ failedStarts: 0, lastFailure: '', killed: { cpu: 0, memory: 0, wall: 0 } },
    }),
    close: async () => {},
  };
}
