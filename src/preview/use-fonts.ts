// In: nothing. Out: whether the bundled font is there in every weight: text measured before that would sit elsewhere.
import { useEffect, useState } from 'react';
import { FONT_FAMILY } from '#shared/chart-look.ts';

export function useFonts(): boolean {
  const [ready, setReady] = useState(false);
  useEffect(() => {
    let current = true;
    const loads = [400, 600, 700].map((weight) => document.fonts.load(`${weight} 12px ${FONT_FAMILY}`));
    // A font that cannot be loaded costs its look, not the preview.
    void Promise.allSettled(loads).then(() => current && setReady(true));
    return () => {
      current = false;
    };
  }, []);
  return ready;
}
