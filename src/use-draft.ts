// In: the text. Out: what it holds and what is wrong with it, read again after each change: at once while reading is quick,
// after a pause in proportion when it is not. A text that was overtaken is never read.
import { useEffect, useRef, useState } from 'react';
import { type Draft, readDraft } from './editor/draft.ts';

/** Reading that takes less than this is done with the keystroke itself. */
const QUICK_MS = 6;
const LONGEST_PAUSE_MS = 100;

export type DraftOf = { text: string; draft: Draft };

export function useDraft(text: string): DraftOf {
  const [current, setCurrent] = useState<DraftOf>(() => ({ text, draft: readDraft(text) }));
  const costMs = useRef(0);
  useEffect(() => {
    const read = () => {
      const startedAt = performance.now();
      const draft = readDraft(text);
      costMs.current = performance.now() - startedAt;
      setCurrent((before) => (before.text === text ? before : { text, draft }));
    };
    const pause = costMs.current <= QUICK_MS ? 0 : Math.min(LONGEST_PAUSE_MS, costMs.current);
    const timer = setTimeout(read, pause);
    return () => clearTimeout(timer);
  }, [text]);
  return current;
}
