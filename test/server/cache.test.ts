// In: pictures of known size. Out: whether the cache keeps the ones used last, within its bytes.
import { describe, expect, it } from 'vitest';
import { createPictureCache } from '../../server/cache.ts';

const picture = (bytes: number) => new Uint8Array(bytes);

describe('the picture cache', () => {
  it('lets go of what was used longest ago', () => {
    const cache = createPictureCache({ mostBytes: 100 });
    for (const key of ['a', 'b', 'c', 'd']) cache.put(key, picture(25));
    cache.get('a');
    cache.put('e', picture(20));
    expect(cache.get('b')).toBeUndefined();
    expect(cache.get('a')).toHaveLength(25);
    expect(cache.bytes()).toBe(95);
  });

  it('counts a replaced picture once', () => {
    const cache = createPictureCache({ mostBytes: 100 });
    for (let i = 0; i < 10; i++) cache.put('a', picture(20));
    expect(cache.bytes()).toBe(20);
  });

  it('does not let one picture push out all others', () => {
    const cache = createPictureCache({ mostBytes: 100 });
    cache.put('a', picture(20));
    cache.put('huge', picture(26));
    expect(cache.get('huge')).toBeUndefined();
    expect(cache.get('a')).toHaveLength(20);
  });
});
