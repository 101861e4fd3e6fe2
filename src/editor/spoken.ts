// In: the state in words, as often as it changes. Out: what a screen reader should hear of it, at most one sentence in 2 s.
import { useEffect, useEffectEvent, useRef, useState } from 'react';

const restMs = 2000;

/** Says the newest state and drops what was overtaken while it rested. The first state is not news. */
export function useSpoken(state: string): string {
  const [said, setSaid] = useState('');
  const last = useRef(state);
  const resting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const speak = useEffectEvent(() => {
    if (resting.current !== undefined || last.current === state) return;
    last.current = state;
    setSaid(state);
    resting.current = setTimeout(() => {
      resting.current = undefined;
      speak();
    }, restMs);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new state is what this waits for
  useEffect(() => speak(), [state]);
  useEffect(() => () => clearTimeout(resting.current), []);
  return said;
}
