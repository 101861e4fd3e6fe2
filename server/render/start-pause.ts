// In: starts that failed, one after the other. Out: a pause before the next, longer each time, and its end.

export interface StartPause {
  /** Failed starts in a row. */
  failures(): number;
  /** What the last one said, for the log. */
  lastWords(): string;
  /** Whether nothing may be started now. */
  active(): boolean;
  failed(words: string): void;
  /** A child has proved useful: the next failure begins with the shortest pause again. */
  succeeded(): void;
  /** Ends a pause without calling anybody. */
  cancel(): void;
}

const FIRST_MS = 200;
const LONGEST_MS = 10_000;

/** A broken installation must not eat the machine with starts that lead nowhere. `onOver` is called after each pause. */
export function createStartPause(onOver: () => void): StartPause {
  let failures = 0;
  let lastWords = '';
  let timer: NodeJS.Timeout | undefined;

  function over() {
    timer = undefined;
    onOver();
  }

  return {
    failures: () => failures,
    lastWords: () => lastWords,
    active: () => timer !== undefined,
    failed(words) {
      failures += 1;
      lastWords = words;
      // Several children may fail during one pause; they are one failure in a row for its length.
      timer ??= setTimeout(over, Math.min(LONGEST_MS, FIRST_MS * 2 ** (failures - 1)));
    },
    succeeded() {
      failures = 0;
    },
    cancel: () => clearTimeout(timer),
  };
}
