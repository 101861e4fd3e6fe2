// In: nothing. Out: the face behind which the accounts of API keys live. Part of the store's: engines differ, this not.

/** A key as it is kept. The key itself is not: nothing here lets anybody call the API. */
export interface StoredKey {
  /** The key's public beginning. */
  id: string;
  /** SHA-256 of the whole key, in hex. */
  digest: string;
  name: string;
  plan: string;
  /** Times are ms since 1970. */
  createdMs: number;
  /** Beginning of the day, UTC, on which it was used last. */
  usedDayMs?: number | undefined;
  revokedMs?: number | undefined;
}

/** What can become of a key. What is left out stays as it is. */
export type KeyChange = Partial<Pick<StoredKey, 'plan' | 'usedDayMs' | 'revokedMs'>>;

/** Keys are few and never end by themselves: no bound and no sweep ever removes one. */
export interface StoredKeys {
  /**
   * Settles when the key is safe. False when the id is taken: then nothing was written.
   *
   * @throws StoreFailure, as all of these do when the engine does not answer
   */
  add(key: StoredKey): Promise<boolean>;
  find(id: string): Promise<StoredKey | undefined>;
  /** Made longest ago first. */
  list(): Promise<StoredKey[]>;
  /** The key as it is from now on; undefined when there is none with that id. */
  change(id: string, change: KeyChange): Promise<StoredKey | undefined>;
}

/** The order of `list`; keys made in the same ms by their ids. */
export const oldestFirst = (a: StoredKey, b: StoredKey): number =>
  a.createdMs - b.createdMs || (a.id < b.id ? -1 : 1);
