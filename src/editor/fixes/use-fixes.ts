// In: a text and one of its problems. Out: the fixes for it, found when nothing else is to do.
import { useEffect, useState } from 'react';
import type { Problem } from '../problem.ts';
import { type Fix, fixesFor } from './fixes.ts';

const none: readonly Fix[] = [];

export function useFixes(text: string, problem: Problem | undefined): readonly Fix[] {
  const [found, setFound] = useState<{ text: string; problem: Problem; fixes: readonly Fix[] }>();
  useEffect(() => {
    if (!problem) return;
    const look = () => setFound({ text, problem, fixes: fixesFor(text, problem) });
    // Safari knows no idle time.
    if (typeof requestIdleCallback !== 'function') {
      const timer = setTimeout(look, 50);
      return () => clearTimeout(timer);
    }
    const idle = requestIdleCallback(look, { timeout: 500 });
    return () => cancelIdleCallback(idle);
  }, [text, problem]);
  // Those of another text would land elsewhere.
  return found && found.text === text && found.problem === problem ? found.fixes : none;
}
