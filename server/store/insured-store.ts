// In: an engine that may go away. Out: a store that never blocks a render for it: limits are then counted in this process, saved
// pictures and keys that cannot be reached are said to be so, and what was counted meanwhile is added to the engine when it is back.
import { createCircuit } from './circuit.ts';
import { createMemoryStore, type OpenWindow } from './memory-store.ts';
import type { Hit, SharedPictures, Store, StoreState } from './store.ts';
import type { StoredKeys } from './stored-keys.ts';

const PROBE_EVERY_MS = 1000;
/** Nobody's limit waits for a picture to be saved or a key to be changed, so that may take longer. */
const SAVE_MS = 2000;
/** Copies of what was fetched last: they can be answered while the engine is away. */
const COPIES_BYTES = 16 * 2 ** 20;
const COPY_MS = 86_400_000;
const NO_LIMIT = Number.MAX_SAFE_INTEGER;
const HEARTBEAT = 'heartbeat';

/** `hit`, `giveBack` and `sweep` never throw; `get`, `save` and `keys` throw StoreFailure only. */
export function createInsuredStore(options: {
  engine: Store;
  /** How long an answer may take; left out for an engine within this process, which can at least be read at any time. */
  answerMs?: number;
  now: () => number;
  onChange: (state: StoreState, cause: unknown) => void;
}): Store {
  const { engine, answerMs, now, onChange } = options;
  const withinReach = answerMs === undefined;
  const insurance = createMemoryStore({ mostBytes: COPIES_BYTES });

  const circuit = createCircuit({
    // Only a write shows that a full engine has room again.
    probe: (broken) =>
      broken
        ? engine.hit(HEARTBEAT, {
            cost: 1,
            limit: NO_LIMIT,
            windowEndsAtMs: now() + PROBE_EVERY_MS,
            now: now(),
          })
        : engine.get(HEARTBEAT, now()),
    probeEveryMs: PROBE_EVERY_MS,
    mostMs: answerMs,
    onChange: (broken, cause) => onChange(broken ? 'degraded' : 'ok', cause),
    onMended: settleUp,
  });

  /** Adds what was counted here to the engine; what cannot be added now waits for the next time. */
  async function settleUp() {
    const owed = insurance.takeWindows(now());
    for (const [i, window] of owed.entries()) {
      try {
        await circuit.ask(() => engine.hit(window.key, whole(window)));
      } catch {
        for (const left of owed.slice(i)) await insurance.hit(left.key, whole(left));
        return;
      }
    }
  }

  const whole = ({ used, resetAtMs }: OpenWindow): Hit => ({
    cost: used,
    limit: NO_LIMIT,
    windowEndsAtMs: resetAtMs,
    now: now(),
  });

  // Only of what was fetched: what `save` is given may not be what was saved under that name before.
  const keepCopy = (key: string, bytes: Uint8Array, at: number) =>
    insurance.save(key, bytes, { ttlMs: COPY_MS, now: at }).catch(() => {});

  // No copies here: for how long an account may be believed unasked, others decide (key-directory.ts).
  const patient = { mostMs: answerMs && SAVE_MS };
  const keys: StoredKeys = {
    find: (id) => circuit.ask(() => engine.keys.find(id), { reads: true, anyway: withinReach }),
    list: () => circuit.ask(() => engine.keys.list(), { ...patient, reads: true, anyway: withinReach }),
    add: (key) => circuit.ask(() => engine.keys.add(key), patient),
    change: (id, change) => circuit.ask(() => engine.keys.change(id, change), patient),
  };

  const pictures = (shared: SharedPictures): SharedPictures => ({
    get: (name) => circuit.ask(() => shared.get(name), { reads: true }).catch(() => undefined),
    put(name, bytes) {
      if (!circuit.broken()) shared.put(name, bytes);
    },
  });

  return {
    hit: (key, hit) => circuit.ask(() => engine.hit(key, hit)).catch(() => insurance.hit(key, hit)),
    giveBack: (key, taken) =>
      circuit.ask(() => engine.giveBack(key, taken)).catch(() => insurance.giveBack(key, taken)),
    async get(key, at) {
      try {
        const bytes = await circuit.ask(() => engine.get(key, at), { reads: true, anyway: withinReach });
        if (bytes) await keepCopy(key, bytes, at);
        return bytes;
      } catch (error) {
        const copy = await insurance.get(key, at);
        if (copy === undefined) throw error;
        return copy;
      }
    },
    async save(key, bytes, life) {
      await circuit.ask(() => engine.save(key, bytes, life), patient);
    },
    keys,
    ...(engine.pictures && { pictures: pictures(engine.pictures) }),
    state: () => (circuit.broken() ? 'degraded' : engine.state()),
    async sweep(at) {
      await insurance.sweep(at);
      await circuit.ask(() => engine.sweep(at)).catch(() => {});
    },
    async close() {
      circuit.close();
      await engine.close();
    },
  };
}
