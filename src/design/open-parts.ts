// In: the name of a part that can be folded. Out: whether it is open, remembered for this visit.
import { useCallback, useSyncExternalStore } from 'react';

const NAME = 'chart-playground.design';

/** What is open before anybody chose. */
const usual = ['chart', 'data', 'title'];

let open = read();
const listeners = new Set<() => void>();

function read(): ReadonlySet<string> {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? 'null');
    if (Array.isArray(kept)) return new Set(kept.filter((name) => typeof name === 'string'));
  } catch {
    // Without storage the parts are as they were at first.
  }
  return new Set(usual);
}

export function openPart(name: string, opens: boolean): void {
  if (open.has(name) === opens) return;
  open = new Set(opens ? [...open, name] : [...open].filter((other) => other !== name));
  try {
    sessionStorage.setItem(NAME, JSON.stringify([...open]));
  } catch {
    // See above.
  }
  for (const listener of listeners) listener();
}

const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => void listeners.delete(listener);
};

export function useOpenPart(name: string): [boolean, (opens: boolean) => void] {
  const opens = useSyncExternalStore(subscribe, () => open.has(name));
  return [opens, useCallback((next: boolean) => openPart(name, next), [name])];
}
