// In: nothing. Out: keys in this process's memory, gone with the process.
import { oldestFirst, type StoredKey, type StoredKeys } from './stored-keys.ts';

export function createMemoryKeys(): StoredKeys {
  const keys = new Map<string, StoredKey>();
  return {
    async add(key) {
      if (keys.has(key.id)) return false;
      keys.set(key.id, { ...key });
      return true;
    },
    async find(id) {
      const key = keys.get(id);
      return key && { ...key };
    },
    list: async () => [...keys.values()].map((key) => ({ ...key })).sort(oldestFirst),
    async change(id, change) {
      const key = keys.get(id);
      return key && { ...Object.assign(key, change) };
    },
  };
}
