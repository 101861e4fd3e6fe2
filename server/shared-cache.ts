// In: the pictures that this process has drawn, and those of all processes where the store is shared. Out: both as one cache.
import type { PictureCache } from './cache.ts';
import type { SharedPictures } from './store/store.ts';

export interface SharedCache extends PictureCache {
  /** Asks the other processes' pictures too; what is found there is kept here. Never throws where `far` is insured. */
  find(key: string): Promise<Uint8Array | undefined>;
}

/** Without `far` this is `near`. */
export function createSharedCache({
  near,
  far,
}: {
  near: PictureCache;
  far: SharedPictures | undefined;
}): SharedCache {
  return {
    get: near.get,
    put(key, bytes) {
      near.put(key, bytes);
      far?.put(key, bytes);
    },
    async find(key) {
      const here = near.get(key);
      if (here || !far) return here;
      const there = await far.get(key);
      if (there) near.put(key, there);
      // It may have been drawn here while the others were asked.
      return there ?? near.get(key);
    },
    bytes: near.bytes,
  };
}
