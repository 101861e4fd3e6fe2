// In: versions. Out: they are kept in this browser, each under a key of its own, so that no tab ever overwrites another's. Where
// storage is refused they live as long as the page, and whoever asks is told.
import { surplus, type Version, version } from './version.ts';

export type VersionStore = {
  /** False where they are forgotten with the page. */
  lasting: boolean;
  /** The newest first. What cannot be read any more is left out. */
  all: () => Promise<Version[]>;
  put: (version: Version) => Promise<void>;
  remove: (id: string) => Promise<void>;
};

const DATABASE = 'chart-playground';
const STORE = 'versions';

let opened: Promise<VersionStore> | undefined;

export function versionStore(): Promise<VersionStore> {
  opened ??= openDatabase().then(inDatabase, inMemory);
  return opened;
}

/** Keeps them, and lets go of what no longer fits. */
export async function keep(store: VersionStore, versions: readonly Version[]): Promise<void> {
  for (const one of versions) await store.put(one);
  for (const { id } of surplus(await store.all())) await store.remove(id);
}

function openDatabase(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(DATABASE, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE, { keyPath: 'id' });
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
    request.onblocked = () => reject(new Error('blocked'));
  });
}

function inDatabase(database: IDBDatabase): VersionStore {
  const done = <T>(mode: IDBTransactionMode, act: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    new Promise((resolve, reject) => {
      const transaction = database.transaction(STORE, mode);
      const request = act(transaction.objectStore(STORE));
      // Not before it is on the disk: the request alone may still be undone.
      transaction.oncomplete = () => resolve(request.result);
      transaction.onabort = () => reject(transaction.error);
    });
  return {
    lasting: true,
    all: async () => newestFirst(await done('readonly', (store) => store.getAll() as IDBRequest<unknown[]>)),
    put: async (one) => void (await done('readwrite', (store) => store.put(one))),
    remove: async (id) => void (await done('readwrite', (store) => store.delete(id))),
  };
}

function inMemory(): VersionStore {
  const kept = new Map<string, Version>();
  return {
    lasting: false,
    all: async () => newestFirst([...kept.values()]),
    put: async (one) => void kept.set(one.id, one),
    remove: async (id) => void kept.delete(id),
  };
}

const newestFirst = (found: readonly unknown[]): Version[] =>
  found
    .flatMap((one) => {
      const parsed = version.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    })
    .sort((a, b) => b.savedAtMs - a.savedAtMs);
