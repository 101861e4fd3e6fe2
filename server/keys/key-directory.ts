// In: a key's id. Out: its account, from the store or, for a moment, from memory. However many keys are asked for, right or
// wrong, memory stays bounded, and the store is asked about each one at most once a second.
import type { StoredKey, StoredKeys } from '../store/stored-keys.ts';

/** A key revoked or moved by another process is so here after this long. */
export const BELIEVED_MS = 1000;
/** The same while the store does not answer; then nobody can say any more. */
export const BELIEVED_AT_MOST_MS = 60_000;
const MOST_KNOWN = 10_000;
/** Kept apart: made-up keys must not push out real ones. */
const MOST_UNKNOWN = 1000;
const DAY_MS = 86_400_000;

export interface KeyDirectory {
  /** @throws StoreFailure when nobody can say now */
  find(id: string): Promise<StoredKey | undefined>;
  /** Notes the day, once a day; neither waited for nor worth a failure. */
  used(key: StoredKey): void;
}

interface Answer {
  key: StoredKey | undefined;
  askedMs: number;
}

export function createKeyDirectory({ keys, now }: { keys: StoredKeys; now: () => number }): KeyDirectory {
  const known = new Map<string, Answer>();
  const unknown = new Map<string, Answer>();
  const asking = new Map<string, Promise<StoredKey | undefined>>();

  function keep(answers: Map<string, Answer>, id: string, answer: Answer, most: number) {
    answers.delete(id);
    answers.set(id, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
  }

  async function ask(id: string): Promise<StoredKey | undefined> {
    // What changes while the question is on its way counts as not yet seen.
    const askedMs = now();
    const key = await keys.find(id);
    if (key) keep(known, id, { key, askedMs }, MOST_KNOWN);
    else {
      known.delete(id);
      keep(unknown, id, { key, askedMs }, MOST_UNKNOWN);
    }
    return key;
  }

  /** All who come while a question is on its way share its answer. */
  function askOnce(id: string): Promise<StoredKey | undefined> {
    const underWay = asking.get(id);
    if (underWay) return underWay;
    const question = ask(id).finally(() => asking.delete(id));
    asking.set(id, question);
    return question;
  }

  return {
    async find(id) {
      const held = known.get(id) ?? unknown.get(id);
      const age = held ? now() - held.askedMs : Number.POSITIVE_INFINITY;
      if (held && age < BELIEVED_MS) return held.key;
      try {
        return await askOnce(id);
      } catch (failure) {
        if (held?.key && now() - held.askedMs < BELIEVED_AT_MOST_MS) return held.key;
        throw failure;
      }
    },
    used(key) {
      const at = now();
      const usedDayMs = at - (at % DAY_MS);
      if (key.usedDayMs === usedDayMs) return;
      // The held account itself, so that the next request sees that this is done.
      key.usedDayMs = usedDayMs;
      keys.change(key.id, { usedDayMs }).catch(() => {});
    },
  };
}
