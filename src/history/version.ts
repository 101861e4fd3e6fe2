// In: nothing. Out: what is kept of a document at one moment, and the file that carries many of them; read by a schema, because a
// file may come from anybody and a browser's storage may be half written.
import { z } from 'zod';

export const version = z.object({
  id: z.string().min(1).max(80),
  text: z.string().max(1_000_000),
  savedAtMs: z.number().min(0).max(8.64e15),
  /** What led to it: a name given by hand, or what was about to happen. */
  name: z.string().max(120),
  /** Kept until somebody deletes it; the others make room for newer ones. */
  pinned: z.boolean(),
});
export type Version = z.infer<typeof version>;

const file = z.object({
  kind: z.literal('chart-playground-history'),
  v: z.literal(1),
  versions: z.array(z.unknown()).max(2000),
});

export const asFile = (versions: readonly Version[]): string =>
  JSON.stringify({ kind: 'chart-playground-history', v: 1, versions }, null, 1);

export type ImportReading =
  | { ok: true; versions: Version[]; skipped: number }
  | { ok: false; sentence: string };

/** Entries that are none are counted and left out; the rest is taken. Never throws. */
export function readFile(text: string): ImportReading {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { ok: false, sentence: 'This file is not JSON.' };
  }
  const read = file.safeParse(json);
  if (!read.success) return { ok: false, sentence: 'This file does not hold a history of charts.' };
  const versions = read.data.versions.flatMap((one) => {
    const parsed = version.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
  return { ok: true, versions, skipped: read.data.versions.length - versions.length };
}

/** Unpinned versions beyond these leave, the oldest first. */
export const MOST_VERSIONS = 100;
export const MOST_CHARACTERS = 20_000_000;

/** Which of them leave so that the rest keeps within the bounds. Pure. */
export function surplus(versions: readonly Version[]): Version[] {
  let count = 0;
  let characters = 0;
  const newest = versions.filter(({ pinned }) => !pinned).toSorted((a, b) => b.savedAtMs - a.savedAtMs);
  return newest.filter(({ text }) => {
    count++;
    characters += text.length;
    return count > MOST_VERSIONS || characters > MOST_CHARACTERS;
  });
}
