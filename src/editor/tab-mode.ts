// In: a choice. Out: the same choice after a reload, where the browser lets us keep it.
const key = 'chart-editor:tab-leaves';

/** True when Tab should leave the editor. A blocked storage counts as "not chosen". */
export function readTabLeaves(): boolean {
  try {
    return localStorage.getItem(key) === 'yes';
  } catch {
    return false;
  }
}

export function keepTabLeaves(leaves: boolean): void {
  try {
    localStorage.setItem(key, leaves ? 'yes' : 'no');
  } catch {
    // Private windows may refuse: the choice then lasts until the reload.
  }
}

/** Macs use Ctrl+M for the window, and ⌘ where others use Ctrl. */
export const onMac = (): boolean => /Mac|iP(hone|ad|od)/.test(navigator.userAgent);
