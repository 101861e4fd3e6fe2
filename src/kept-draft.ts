// In: the editor's text. Out: the same text after a reload, in this tab first, else the last one of any tab. Keeping fails
// quietly but visibly: the caller is told, so that the page can say that a draft is not saved.
import { z } from 'zod';

const NAME = 'chart-playground.draft';
const shape = z.object({ v: z.literal(1), text: z.string(), savedAtMs: z.number() });
export type KeptDraft = { text: string; savedAtMs: number };

export function keepDraft(text: string, nowMs: number): boolean {
  const kept = JSON.stringify({ v: 1, text, savedAtMs: nowMs });
  try {
    // Per tab, so that two tabs never overwrite each other; the shared one only greets the next new tab.
    sessionStorage.setItem(NAME, kept);
    localStorage.setItem(NAME, kept);
    return true;
  } catch {
    return false;
  }
}

export function keptDraft(): KeptDraft | undefined {
  return read(() => sessionStorage) ?? read(() => localStorage);
}

function read(storage: () => Storage): KeptDraft | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(storage().getItem(NAME) ?? 'null'));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}
