// In: the text and whether it is a chart. Out: a version of it whenever somebody pauses; the keeping is loaded when it is due.
import { useEffect } from 'react';

const IDLE_MS = 30_000;

export function useAutoVersions(text: string, ok: boolean): void {
  useEffect(() => {
    if (!ok) return;
    const timer = setTimeout(() => keepVersion(text, ''), IDLE_MS);
    return () => clearTimeout(timer);
  }, [text, ok]);
}

/** Never rejects: what cannot be kept costs nothing else. */
export const keepVersion = (text: string, name: string): Promise<unknown> =>
  import('./record.ts').then(({ record }) => record(text, name, false)).catch(() => undefined);
