// In: nothing. Out: a storage as a browser tab has it, empty; and one that refuses everything, as in a private window.

export interface StandInStorage {
  storage: Storage;
  /** What is kept, by name. */
  kept: Map<string, string>;
}

export function standInStorage(): StandInStorage {
  const kept = new Map<string, string>();
  const storage: Storage = {
    get length() {
      return kept.size;
    },
    key: (index) => [...kept.keys()][index] ?? null,
    getItem: (name) => kept.get(name) ?? null,
    setItem: (name, value) => void kept.set(name, value),
    removeItem: (name) => void kept.delete(name),
    clear: () => kept.clear(),
  };
  return { storage, kept };
}

const refuse = (): never => {
  throw new DOMException('The quota has been exceeded', 'QuotaExceededError');
};

export const refusingStorage: Storage = {
  length: 0,
  key: refuse,
  getItem: refuse,
  setItem: refuse,
  removeItem: refuse,
  clear: refuse,
};
