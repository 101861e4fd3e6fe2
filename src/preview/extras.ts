// In: a chart. Out: the parts that it needs beside Chart.js, loaded when the first chart needs them; charts that need none, and
// those that come later, are drawn at once.
import { useEffect, useState } from 'react';
import { type ExtraName, type Extras, neededExtras } from '#shared/chart-extras.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';

const loaders: { [Name in ExtraName]: () => Promise<Required<Pick<Extras, Name>>> } = {
  card: async () => ({ card: (await import('#shared/card-plugin.ts')).cardPlugin }),
  dataLabels: () => import('#shared/data-labels.ts'),
  annotations: () => import('#shared/annotations.ts'),
};

const loaded: Extras = {};

/** @throws Error in words for the reader when a part cannot be loaded; the next call tries again */
export async function loadExtras(spec: ChartSpec): Promise<Extras> {
  const missing = neededExtras(spec).filter((name) => loaded[name] === undefined);
  try {
    for (const part of await Promise.all(missing.map((name) => loaders[name]()))) Object.assign(loaded, part);
  } catch {
    throw new Error('a part of the page could not be loaded. Reload it when you are online');
  }
  return loaded;
}

/** Undefined while something is on its way. @throws what `loadExtras` throws, while rendering */
export function useExtras(spec: ChartSpec): Extras | undefined {
  const [state, setState] = useState<{ extras?: Extras; error?: unknown }>(() =>
    neededExtras(spec).every((name) => loaded[name]) ? { extras: loaded } : {},
  );
  const there = state.extras !== undefined;
  useEffect(() => {
    if (there) return;
    let current = true;
    loadExtras(spec).then(
      (extras) => current && setState({ extras }),
      (error: unknown) => current && setState({ error }),
    );
    return () => {
      current = false;
    };
  }, [spec, there]);
  if (state.error) throw state.error;
  return state.extras;
}
