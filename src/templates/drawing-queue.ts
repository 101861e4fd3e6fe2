// In: pictures that are wanted, under a name each. Out: each of them when it is drawn: one at a time, while the page has nothing
// else to do, and never twice as long as it is kept.

/** A quiet moment, with a bound on how long to wait for it. */
export type Idle = (run: () => void) => void;

export const whenIdle: Idle = (run) => {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(run, { timeout: 400 });
  // Safari has none: after the next frame is as good.
  else setTimeout(run, 20);
};

export function createDrawingQueue<P>({ idle, most }: { idle: Idle; most: number }) {
  const kept = new Map<string, P>();
  type Wish = { draw: () => Promise<P>; tell: Set<(picture: P) => void> };
  const waiting = new Map<string, Wish>();
  let asleep = true;

  function wake() {
    if (!asleep || waiting.size === 0) return;
    asleep = false;
    idle(async () => {
      const [next] = waiting;
      if (next) await make(...next);
      asleep = true;
      wake();
    });
  }

  async function make(name: string, { draw, tell }: Wish) {
    // Whoever wants it from here on asks anew, and finds it kept.
    waiting.delete(name);
    try {
      const picture = await draw();
      keep(name, picture);
      for (const one of tell) one(picture);
    } catch {
      // What cannot be drawn stays an empty frame, and must not keep the others waiting.
    }
  }

  function keep(name: string, picture: P) {
    kept.delete(name);
    kept.set(name, picture);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
  }

  return {
    /** Tells at once when the picture is there. The function that comes back takes the wish back. */
    want(name: string, draw: () => Promise<P>, told: (picture: P) => void): () => void {
      const there = kept.get(name);
      if (there !== undefined) {
        keep(name, there);
        told(there);
        return () => undefined;
      }
      const entry = waiting.get(name) ?? { draw, tell: new Set() };
      entry.tell.add(told);
      waiting.set(name, entry);
      wake();
      return () => {
        entry.tell.delete(told);
        if (entry.tell.size === 0) waiting.delete(name);
      };
    },
  };
}
