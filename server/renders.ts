// In: a picture to keep, or the last part of a saved one's address. Out: its path, or the picture with its headers.
import { type ChartSpec, formats } from '#shared/chart-spec.ts';
import { AppError } from './app-error.ts';
import { pictureHeaders } from './picture-answer.ts';
import type { Store } from './store/store.ts';
import { StoreFailure } from './store/store-failure.ts';

export interface Renders {
  /** Path of the saved picture, once it is safe: the same picture always has the same one. @throws AppError `overloaded` */
  save(name: string, format: ChartSpec['format'], bytes: Uint8Array): Promise<string>;
  /** @throws AppError `not_found`, `overloaded` when nobody can say now whether it is there */
  find(file: string): Promise<{ bytes: Uint8Array; headers: Record<string, string>; etag: string }>;
}

const YEAR_MS = 365 * 86_400_000;
/** 128 bits of the picture's hash: not to be guessed without knowing the chart, and then there is nothing left to find. */
const ID_LETTERS = 32;

const RETRY_AFTER_SECONDS = '2';

function refuse(failure: unknown): never {
  if (!(failure instanceof StoreFailure)) throw failure;
  throw new AppError(
    'overloaded',
    { message: 'Saved pictures cannot be reached at the moment. Please retry.' },
    { headers: { 'Retry-After': RETRY_AFTER_SECONDS }, cause: failure },
  );
}

export function createRenders({ store, now }: { store: Store; now: () => number }): Renders {
  return {
    async save(name, format, bytes) {
      const file = `${name.slice(0, ID_LETTERS)}.${format}`;
      await store.save(`render ${file}`, bytes, { ttlMs: YEAR_MS, now: now() }).catch(refuse);
      return `/renders/${file}`;
    },
    async find(file) {
      const [, id = '', extension] = /^([0-9a-f]{32})\.([a-z]+)$/.exec(file) ?? [];
      const format = formats.find((known) => known === extension);
      const bytes = format && (await store.get(`render ${file}`, now()).catch(refuse));
      if (!format || !bytes) throw new AppError('not_found', { message: 'No such endpoint or picture.' });
      const headers = pictureHeaders(id, format);
      return { bytes, headers, etag: headers.ETag ?? '' };
    },
  };
}
