// In: a moment worth counting towards. Out: the time now, redrawn at a step while the page is seen and the moment is ahead.
import { useEffect, useState } from 'react';

/** @param untilMs ms since 1970, or undefined for no ticking at all */
export function useNow(untilMs: number | undefined, stepMs: number): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (untilMs === undefined) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const tick = () => {
      clearTimeout(timer);
      const present = Date.now();
      setNow(present);
      if (present >= untilMs || document.hidden) return;
      // Aligned to the deadline, so that the last step ends on it and not after it.
      timer = setTimeout(tick, (untilMs - present) % stepMs || stepMs);
    };
    tick();
    document.addEventListener('visibilitychange', tick);
    addEventListener('pageshow', tick);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', tick);
      removeEventListener('pageshow', tick);
    };
  }, [untilMs, stepMs]);
  return now;
}
