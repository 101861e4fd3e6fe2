// In: the moments that this tab was told to wait for. Out: the newest one that any tab of this page was told, by API and key.
// A key never leaves its tab, nor anything that it could be found from.

export type Learnt = {
  /** The API's origin and the mark of the key, by `scopeOf`. */
  scope: string;
  /** When a request is welcome again, and when that was learnt; ms since 1970. All tabs share one clock. */
  untilMs: number;
  learntMs: number;
};

/** What carries messages to the other tabs, never back to the one that sent them. */
export type Wire = { post: (message: unknown) => void; listen: (hear: (message: unknown) => void) => void };

export type Deadlines = {
  learn: (learnt: Learnt) => void;
  /** The newest moment learnt for this API and key, ms since 1970, which may have passed. */
  newest: (scope: string) => number | undefined;
};

/** Asks the other tabs at once, so that a tab that was just opened or reloaded knows what they know. */
export function shareDeadlines(wire: Wire, now: () => number): Deadlines {
  const known = new Map<string, Learnt>();
  const take = (learnt: Learnt) => {
    if (learnt.learntMs < (known.get(learnt.scope)?.learntMs ?? 0)) return false;
    known.set(learnt.scope, learnt);
    return true;
  };
  wire.listen((message) => {
    if (message === ASK) {
      for (const learnt of known.values()) if (learnt.untilMs > now()) wire.post(learnt);
    } else if (isLearnt(message)) take(message);
  });
  wire.post(ASK);
  return {
    learn: (learnt) => {
      if (take(learnt)) wire.post(learnt);
    },
    newest: (scope) => known.get(scope)?.untilMs,
  };
}

const ASK = 'what do you know?';

function isLearnt(message: unknown): message is Learnt {
  if (typeof message !== 'object' || message === null) return false;
  const { scope, untilMs, learntMs } = message as Partial<Learnt>;
  return typeof scope === 'string' && Number.isFinite(untilMs) && Number.isFinite(learntMs);
}

/**
 * The API's origin, and ten bits made from the key. Every thousandth key has the same mark, so nobody who reads it can tell the
 * key, however easy that is to guess; two keys that share one by chance cost a wait and nothing else.
 */
export function scopeOf(origin: string, key: string | null): string {
  if (key === null) return `${origin} no key`;
  let mixed = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) mixed = Math.imul(mixed ^ key.charCodeAt(i), 0x01000193);
  return `${origin} key ${(mixed ^ (mixed >>> 11) ^ (mixed >>> 22)) & 0x3ff}`;
}

const NAME = 'chart-playground.deadlines';

/** A BroadcastChannel; where there is none, the event that a change of the storage makes in the other tabs; else nothing. */
export function openWire(): Wire {
  if (typeof BroadcastChannel !== 'undefined') {
    const channel = new BroadcastChannel(NAME);
    return {
      post: (message) => channel.postMessage(message),
      listen: (hear) => channel.addEventListener('message', ({ data }) => hear(data)),
    };
  }
  return {
    post: (message) => {
      try {
        // Only a change makes an event, and what was said is of no use later.
        localStorage.setItem(NAME, JSON.stringify(message));
        localStorage.removeItem(NAME);
      } catch {
        // This tab is then on its own.
      }
    },
    listen: (hear) =>
      addEventListener('storage', ({ key, newValue }) => {
        if (key !== NAME || newValue === null) return;
        try {
          hear(JSON.parse(newValue));
        } catch {
          // Not written by this page.
        }
      }),
  };
}
