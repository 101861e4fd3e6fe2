// In: one busy child and what it may spend. Out: one call when it has spent it, saying of what.
import type { Usage } from './process-usage.ts';

/** What one render may cost. Values: reliability measurements; CPU decides, the wall is the backstop. */
export interface Budget {
  cpuMs: number;
  rssBytes: number;
  wallMs: number;
}

export type Spent = 'cpu' | 'memory' | 'wall';

export interface BudgetWatch {
  /** The highest resident memory seen, in bytes; 0 before the first look. */
  peakRssBytes(): number;
  stop(): void;
}

/**
 * Looks every `everyMs` and calls `onSpent` at most once. CPU and memory come before the wall: a chart that burned its CPU is
 * at fault however slow the machine is, and one that merely had to wait for a CPU is not.
 */
export function watchBudget(options: {
  budget: Budget;
  everyMs: number;
  now: () => number;
  usage: () => Usage | undefined;
  onSpent: (what: Spent) => void;
}): BudgetWatch {
  const { budget, everyMs, now, usage, onSpent } = options;
  const startMs = now();
  const startCpuMs = usage()?.cpuMs ?? 0;
  let peakRssBytes = 0;
  let stopped = false;

  function judge(): Spent | undefined {
    const current = usage();
    if (current) {
      peakRssBytes = Math.max(peakRssBytes, current.rssBytes);
      if (current.cpuMs - startCpuMs > budget.cpuMs) return 'cpu';
      if (current.rssBytes > budget.rssBytes) return 'memory';
    }
    return now() - startMs > budget.wallMs ? 'wall' : undefined;
  }

  const timer = setInterval(() => {
    const spent = judge();
    if (spent === undefined) return;
    clearInterval(timer);
    // Timers run before sockets are read: after a pause of this process (a sleeping laptop, a long collection) the answer
    // may already lie in the pipe. It is read first.
    setImmediate(() => {
      if (!stopped) onSpent(spent);
    });
  }, everyMs);

  return {
    peakRssBytes: () => peakRssBytes,
    stop() {
      stopped = true;
      clearInterval(timer);
    },
  };
}
