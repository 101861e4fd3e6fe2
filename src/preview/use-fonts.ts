// In: nothing. Out: whether the bundled font is there.
import { useEffect, useState } from 'react';
import { fontsLoaded } from './fonts.ts';

export function useFonts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let current = true;
    void fontsLoaded().then(() => current && setReady(true));
    return () => {
      current = false;
    };
  }, []);
  return ready;
}
