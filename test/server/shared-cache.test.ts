// In: this process's cache and one that all share. Out: whether the two are one, also while the far one is being asked.
import { expect, it } from 'vitest';
import { createPictureCache } from '../../server/cache.ts';
import { createSharedCache } from '../../server/shared-cache.ts';

const one = new Uint8Array([1]);
const near = () => createPictureCache({ mostBytes: 100 });

function far() {
  const held = new Map<string, Uint8Array>();
  const asked: string[] = [];
  const get = async (name: string) => {
    asked.push(name);
    return held.get(name);
  };
  return { held, asked, get, put: (name: string, bytes: Uint8Array) => void held.set(name, bytes) };
}

it('finds what others have drawn, and keeps it near', async () => {
  const others = far();
  others.held.set('a', one);
  const cache = createSharedCache({ near: near(), far: others });
  expect([cache.get('a'), await cache.find('a'), cache.get('a'), await cache.find('a')]).toEqual([
    undefined,
    one,
    one,
    one,
  ]);
  expect(others.asked).toEqual(['a']);
});

it('shows others what was drawn here', () => {
  const others = far();
  createSharedCache({ near: near(), far: others }).put('a', one);
  expect(others.held.get('a')).toBe(one);
});

it('finds what was drawn here while the others were being asked: nobody pays for it twice', async () => {
  const cache = createSharedCache({ near: near(), far: { ...far(), put: () => {} } });
  const finding = cache.find('a');
  cache.put('a', one);
  expect(await finding).toBe(one);
});

it('is the near one alone where nothing is shared', async () => {
  const cache = createSharedCache({ near: near(), far: undefined });
  cache.put('a', one);
  expect([await cache.find('a'), await cache.find('b'), cache.bytes()]).toEqual([one, undefined, 1]);
});
