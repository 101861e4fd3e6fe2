// In: a value that changes with every keystroke, and how long drawing it takes. Out: the value, after a pause in proportion.
import { useEffect, useRef, useState } from 'react';

const SHORTEST_MS = 30;
const LONGEST_MS = 2000;

/** Twice the last drawing time, 30 ms–2 s; nothing at all for a chart that is drawn within a frame. */
export const pauseMs = (drawMs: number): number =>
  drawMs < 12 ? 0 : Math.min(LONGEST_MS, Math.max(SHORTEST_MS, drawMs * 2));

export function usePause<T>(value: T | undefined, drawMs: number): T | undefined {
  const [paused, setPaused] = useState(value);
  // A new pause applies from the next change on: the one under way must not start anew because a drawing ended.
  const delay = useRef(0);
  delay.current = pauseMs(drawMs);
  useEffect(() => {
    if (delay.current === 0) {
      setPaused(value);
      return;
    }
    const timer = setTimeout(() => setPaused(value), delay.current);
    return () => clearTimeout(timer);
  }, [value]);
  return paused;
}
