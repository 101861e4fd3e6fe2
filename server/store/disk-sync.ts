// In: a file that others write. Out: the moment at which everything written so far is on the disk itself.
import { open } from 'node:fs/promises';

export interface DiskSync {
  /** Settles when all that was written before the call would survive a loss of power. */
  now(): Promise<void>;
  close(): Promise<void>;
}

/** Waits in a thread of the system, so that the process goes on meanwhile; all who come during one wait share the next. */
export async function createDiskSync(path: string): Promise<DiskSync> {
  const file = await open(path, 'r+');
  let last: Promise<void> = Promise.resolve();
  let next: Promise<void> | undefined;

  async function after(previous: Promise<void>) {
    // Its failure was told to those who waited for it.
    await previous.catch(() => {});
    next = undefined;
    await file.datasync();
  }

  return {
    now() {
      if (next === undefined) {
        next = after(last);
        last = next;
      }
      return next;
    },
    async close() {
      await last.catch(() => {});
      await file.close();
    },
  };
}
