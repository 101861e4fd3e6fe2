// In: a chart. Out: its alternative text: the person's own words where there are some, else ours; and ways to change them.
import { useEffect, useMemo, useState } from 'react';
import { altText } from '#shared/alt-text.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { keepOwnAlt, type OwnAlt, ownAlt } from '../own-alt.ts';

export type Alt = {
  /** Never empty where there is a chart. */
  words: string;
  generated: string;
  own: OwnAlt | undefined;
  write: (words: string) => void;
  reset: () => void;
};

export function useAlt(spec: ChartSpec | undefined): Alt {
  const generated = useMemo(() => (spec ? altText(spec) : ''), [spec]);
  const [own, setOwn] = useState<OwnAlt>();
  useEffect(() => setOwn(spec && ownAlt(spec)), [spec]);
  return {
    words: own?.words.trim() || generated,
    generated,
    own,
    write: (words) => {
      if (!spec) return;
      keepOwnAlt(spec, words);
      setOwn({ words, outdated: false });
    },
    reset: () => {
      if (spec) keepOwnAlt(spec, '');
      setOwn(undefined);
    },
  };
}
