// In: an attempt of this page that got no answer. Out: what is known about the cause, for whoever shows the attempt. Asked once
// for each; an attempt that came in a link or was simulated was never sent from here and has none.
import { useSyncExternalStore } from 'react';
import type { Evidence } from './probe.ts';
import type { Exchange } from './send.ts';

const known = new WeakMap<Exchange, Evidence | 'searching'>();
const readers = new Set<() => void>();

/** Both files that a search needs, fetched while the server still answers. */
export const loadProbe = () => Promise.all([import('./probe.ts'), import('./prober.ts')]);

/** @param signal ends the search, and forgets it */
export function findCause(exchange: Exchange, signal: AbortSignal): void {
  if (known.has(exchange)) return;
  const tell = (what: Evidence | 'searching' | undefined) => {
    if (what) known.set(exchange, what);
    else known.delete(exchange);
    for (const read of readers) read();
  };
  tell('searching');
  const forget = () => tell(undefined);
  signal.addEventListener('abort', forget, { once: true });
  const { result } = exchange;
  loadProbe()
    .then(([{ probe }, { proberHere }]) =>
      probe(
        {
          url: new URL(exchange.path, location.href).href,
          pageUrl: location.href,
          method: exchange.method,
          headerNames: exchange.requestHeaders.map(([name]) => name),
          stage: 'stage' in result && result.stage === 'body' ? 'body' : 'connect',
        },
        proberHere(signal),
      ),
    )
    .catch(() => unsearched())
    .then((evidence) => {
      if (signal.aborted) return;
      signal.removeEventListener('abort', forget);
      tell(evidence);
    });
}

/** Where not even the rest of this page can be fetched, that is the evidence. */
const unsearched = (): Evidence => ({
  cause: navigator.onLine ? 'down' : 'offline',
  conclusion: navigator.onLine ? 'The server does not answer' : 'You are offline',
  advice: '',
  needed: [],
  findings: [{ tried: 'The rest of this page', outcome: 'It could not be fetched either.', fine: false }],
});

/** Undefined where nobody looks for a cause. */
export const useCause = (exchange: Exchange): Evidence | 'searching' | undefined =>
  useSyncExternalStore(subscribe, () => known.get(exchange));

const subscribe = (read: () => void) => {
  readers.add(read);
  return () => readers.delete(read);
};
