// In: questions to an engine that may fail, hang or go away. Out: its answers in bounded time; and after some failures in a row
// no more questions, until a probe succeeds.
import { StoreFailure, ValueTooLarge } from './store-failure.ts';

interface Manner {
  /** For this question in place of the usual one. */
  mostMs?: number | undefined;
  /** Only reads. That this works does not show that the engine is well: a full one can be read. */
  reads?: boolean;
  /** Asks also while broken. */
  anyway?: boolean;
}

export interface Circuit {
  /** Nothing is asked at present. */
  broken(): boolean;
  /** @throws StoreFailure at once while broken, or when there is no good answer in time */
  ask<T>(question: () => Promise<T>, manner?: Manner): Promise<T>;
  close(): void;
}

const MOST_FAILURES = 5;

/**
 * `probe` is called every `probeEveryMs`, one at a time, broken or not: its failures count like others, its success mends the
 * circuit. Without `mostMs` an answer may take as long as it likes.
 */
export function createCircuit(options: {
  probe: (broken: boolean) => Promise<unknown>;
  probeEveryMs: number;
  mostMs: number | undefined;
  onChange: (broken: boolean, cause: unknown) => void;
  onMended: () => Promise<void>;
}): Circuit {
  const { probe, probeEveryMs, mostMs, onChange, onMended } = options;
  let failures = 0;
  let broken = false;
  let probing = false;

  async function judged<T>(question: () => Promise<T>, manner: Manner = {}): Promise<T> {
    try {
      const answer = await within(question(), manner.mostMs ?? mostMs);
      if (!manner.reads) failures = 0;
      return answer;
    } catch (error) {
      if (error instanceof ValueTooLarge) throw error;
      failures += 1;
      if (failures >= MOST_FAILURES && !broken) {
        broken = true;
        onChange(true, error);
      }
      throw error instanceof StoreFailure ? error : new StoreFailure('The store failed', error);
    }
  }

  async function beat() {
    if (probing) return;
    probing = true;
    try {
      await judged(() => probe(broken), { reads: !broken });
      if (broken) onChange(false, undefined);
      broken = false;
      await onMended();
    } catch {
      // Counted already; the next one comes by itself.
    } finally {
      probing = false;
    }
  }

  const heart = setInterval(() => void beat(), probeEveryMs).unref();

  return {
    broken: () => broken,
    ask: (question, manner) =>
      broken && !manner?.anyway
        ? Promise.reject(new StoreFailure('The store is not asked at present'))
        : judged(question, manner),
    close: () => clearInterval(heart),
  };
}

/** Time is up one turn of the loop late: an answer that lies there already, unread by a busy process, still counts. */
function within<T>(answer: Promise<T>, ms: number | undefined): Promise<T> {
  if (ms === undefined) return answer;
  return new Promise((resolve, reject) => {
    const timer = setTimeout(
      () => setImmediate(() => reject(new StoreFailure(`No answer within ${ms} ms`))),
      ms,
    );
    answer.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
