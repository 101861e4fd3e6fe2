// In: one job and one free child. Out: the child's whole answer, or how it failed: its budget spent, or the child lost.
import { type Budget, type Spent, watchBudget } from './budget.ts';
import type { Child } from './child-handle.ts';
import type { Frame } from './frames.ts';

export type Outcome =
  | { frame: Frame }
  /** Decided, not yet dead: whoever called ends the child. */
  | { spent: Spent }
  | { lost: 'memory' | 'crashed'; detail: string };

/** Above this share of the memory budget at the last look, a sudden death is put down to memory (the kernel's own killer). */
const NEARLY_FULL = 0.75;

/** Asks the child and watches what it spends meanwhile. Never rejects. */
export async function renderOn(
  child: Child,
  id: number,
  { job, budget }: { job: Buffer; budget: Budget },
  { lookEveryMs, now }: { lookEveryMs: number; now: () => number },
): Promise<Outcome> {
  let peak = 0;
  const answer = await new Promise<Frame | Spent | undefined>((settle) => {
    const watch = watchBudget({
      budget,
      everyMs: lookEveryMs,
      now,
      usage: child.usage,
      onSpent: settle,
    });
    void child.ask(id, job).then((frame) => {
      watch.stop();
      peak = watch.peakRssBytes();
      settle(frame);
    });
  });
  if (typeof answer === 'string') return { spent: answer };
  if (answer !== undefined) return { frame: answer };
  const { outOfHeap, detail } = await child.gone;
  const full = outOfHeap || peak > budget.rssBytes * NEARLY_FULL;
  return { lost: full ? 'memory' : 'crashed', detail };
}
