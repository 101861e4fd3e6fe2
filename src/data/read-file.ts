// In: a file that was chosen or dropped. Out: its text, in whatever of the usual encodings it is, or a sentence why not.

export type FileReading = { ok: true; name: string; text: string } | { ok: false; sentence: string };

/** Files are read as a whole. */
const mostBytes = 40_000_000;

export async function readFile(file: File): Promise<FileReading> {
  if (file.size > mostBytes)
    return { ok: false, sentence: `“${file.name}” is larger than 40 MB. Take a part of it.` };
  try {
    return { ok: true, name: file.name, text: decoded(new Uint8Array(await file.arrayBuffer())) };
  } catch {
    return {
      ok: false,
      sentence: `“${file.name}” could not be read. A folder is no file; copy the file out of it.`,
    };
  }
}

/** A mark at the beginning decides; else UTF-8; and what is not, older Windows programs wrote. */
export function decoded(bytes: Uint8Array): string {
  const [a, b] = bytes;
  if (a === 0xff && b === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (a === 0xfe && b === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** A chart to open, rather than a table to read. */
export function isChart(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && 'type' in value && 'data' in value;
  } catch {
    return false;
  }
}
