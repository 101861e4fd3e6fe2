// In: the document, and whether the comparison is looked at. Out: the two pictures and how they differ, made anew for each chart.
import { useCallback, useEffect, useRef, useState } from 'react';
import type { ChartSpec } from '#shared/chart-spec.ts';
import type { Pixels } from '../pixels.ts';
import type { Workbench } from '../workbench.ts';
import type { Difference } from './difference.ts';
import type { Question, Reply } from './difference.worker.ts';
import DifferenceWorker from './difference.worker.ts?worker';
import { type Pair, twoPictures } from './two-pictures.ts';

export type Comparison =
  | { state: 'none' }
  | { state: 'waiting' }
  | { state: 'failed'; sentence: string }
  | { state: 'done'; spec: ChartSpec; pair: Pair; found: Difference | undefined; map: Pixels | undefined };

export function useComparison(bench: Workbench, open: boolean, tolerance: number) {
  const [comparison, setComparison] = useState<Comparison>({ state: 'none' });
  const spec = bench.draft.spec;
  const latest = useRef(bench);
  latest.current = bench;
  const [round, setRound] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `round` asks once more for the same chart
  useEffect(() => {
    if (!open || !spec) return;
    const controller = new AbortController();
    setComparison({ state: 'waiting' });
    twoPictures(latest.current, spec, controller.signal)
      .then((outcome) => {
        if (controller.signal.aborted) return;
        if (!outcome.ok) return setComparison({ state: 'failed', sentence: outcome.sentence });
        setComparison({ state: 'done', spec, pair: outcome.pair, found: undefined, map: undefined });
      })
      .catch(() => {
        if (!controller.signal.aborted)
          setComparison({ state: 'failed', sentence: 'The pictures could not be compared.' });
      });
    return () => controller.abort();
  }, [open, spec, round]);

  const pair = comparison.state === 'done' ? comparison.pair : undefined;
  useEffect(() => {
    if (!pair || pair.browser.width !== pair.server.width || pair.browser.height !== pair.server.height)
      return;
    const worker = new DifferenceWorker();
    worker.onmessage = ({ data: { found, map } }: MessageEvent<Reply>) =>
      setComparison((now) => (now.state === 'done' && now.pair === pair ? { ...now, found, map } : now));
    const question: Question = { a: plain(pair.browser), b: plain(pair.server), tolerance };
    worker.postMessage(question);
    return () => worker.terminate();
  }, [pair, tolerance]);

  const again = useCallback(() => setRound((before) => before + 1), []);
  return { comparison, again };
}

const plain = ({ width, height, data }: ImageData): Pixels => ({
  width,
  height,
  data: data as Uint8ClampedArray<ArrayBuffer>,
});
