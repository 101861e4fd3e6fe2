// In: pictures under their keys. Out: the same pictures, as long as they fit into a fixed number of bytes; oldest use leaves first.

export interface PictureCache {
  get(key: string): Uint8Array | undefined;
  /** Keeps the picture, unless it alone would take more than a quarter of the room. */
  put(key: string, bytes: Uint8Array): void;
  bytes(): number;
}

const LARGEST_SHARE = 0.25;

export function createPictureCache({ mostBytes }: { mostBytes: number }): PictureCache {
  // A Map keeps the order of insertion: taking one out and putting it back makes it the newest.
  const pictures = new Map<string, Uint8Array>();
  let held = 0;

  function drop(key: string) {
    const bytes = pictures.get(key);
    if (bytes === undefined) return;
    pictures.delete(key);
    held -= bytes.byteLength;
  }

  return {
    get(key) {
      const bytes = pictures.get(key);
      if (bytes === undefined) return undefined;
      pictures.delete(key);
      pictures.set(key, bytes);
      return bytes;
    },
    put(key, bytes) {
      drop(key);
      if (bytes.byteLength > mostBytes * LARGEST_SHARE) return;
      pictures.set(key, bytes);
      held += bytes.byteLength;
      for (const oldest of pictures.keys()) {
        if (held <= mostBytes) break;
        drop(oldest);
      }
    },
    bytes: () => held,
  };
}
