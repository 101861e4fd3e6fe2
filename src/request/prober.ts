// In: a signal that ends the search. Out: this browser as the probe asks it: with no key, past every cache, and not for long.
import type { Asked, Prober } from './probe.ts';

/** An endpoint that does nothing answers in far less, or something is wrong. */
const LONGEST_MS = 5000;

export const proberHere = (signal: AbortSignal): Prober => ({
  online: () => navigator.onLine,
  ask: async (url, mode) => {
    const policy = watchPolicy(url);
    const late = AbortSignal.timeout(LONGEST_MS);
    try {
      const response = await fetch(url, {
        mode,
        credentials: 'omit',
        cache: 'no-store',
        signal: AbortSignal.any([signal, late]),
      });
      return answered(response);
    } catch {
      signal.throwIfAborted();
      if (late.aborted) return { kind: 'slow' };
      return { kind: (await policy.wasBroken()) ? 'forbidden' : 'failed' };
    } finally {
      policy.end();
    }
  },
});

function answered({ type, status }: Response): Asked {
  return type === 'opaque' ? { kind: 'opaque' } : { kind: 'status', status };
}

/** A fetch that the page's own policy forbids fails like any other; only an event tells why. */
function watchPolicy(url: string) {
  let broken = false;
  const hear = ({ blockedURI }: SecurityPolicyViolationEvent) => {
    if (url.startsWith(blockedURI)) broken = true;
  };
  document.addEventListener('securitypolicyviolation', hear);
  return {
    // The event is a task of its own and may come after the failure.
    wasBroken: async () => {
      await new Promise((resolve) => setTimeout(resolve, 50));
      return broken;
    },
    end: () => document.removeEventListener('securitypolicyviolation', hear),
  };
}
