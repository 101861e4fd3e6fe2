// In: a text that is about to be left, or is to be kept. Out: a version of it, unless the newest one means the same.
import { tellOfChange } from './changes.ts';
import { sameMeaning } from './semantic-difference.ts';
import { keep, versionStore } from './version-store.ts';

/**
 * @param name empty for one that the page makes by itself
 * @returns false where there was nothing new to keep, or no place to keep it
 */
export async function record(text: string, name: string, pinned: boolean): Promise<boolean> {
  if (text.trim() === '') return false;
  try {
    const store = await versionStore();
    const [newest] = await store.all();
    if (!pinned && newest && sameMeaning(newest.text, text)) return false;
    await keep(store, [{ id: newId(), text, savedAtMs: Date.now(), name, pinned }]);
    tellOfChange();
    return true;
  } catch {
    // A full disk costs the version, not the chart.
    return false;
  }
}

/** Not `randomUUID`, which pages without https do not have. */
const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
