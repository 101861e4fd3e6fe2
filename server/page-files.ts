// In: a folder. Out: the files in it by the path they are served under, with their tags and ready-made compressed forms.
import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

export interface PageFile {
  file: string;
  /** Quoted hash of the content. */
  etag: string;
  /** Extensions of the compressed forms that lie beside the file. */
  forms: ReadonlySet<'br' | 'gz'>;
}

/**
 * Looks the folder through once. Requests are then answered from this list, so no path can lead out of the folder. Hidden
 * files (the build's own notes) are left out. A folder that does not exist is empty.
 */
export async function pageFiles(folder: string): Promise<ReadonlyMap<string, PageFile>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  const all = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
  const present = new Set(all);
  const files = new Map<string, PageFile>();
  for (const file of all) {
    const path = `/${relative(folder, file).split(sep).join('/')}`;
    const compressed = /\.(br|gz)$/.test(path) && present.has(file.replace(/\.(br|gz)$/, ''));
    if (compressed || path.includes('/.')) continue;
    const etag = `"${createHash('sha256')
      .update(await readFile(file))
      .digest('base64url')}"`;
    const forms = new Set((['br', 'gz'] as const).filter((form) => present.has(`${file}.${form}`)));
    files.set(path, { file, etag, forms });
  }
  return files;
}
