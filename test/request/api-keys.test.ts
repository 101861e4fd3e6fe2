// In: a choice of key and a storage. Out: the key that is sent, and the choice after a reload of this tab.
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type KeyChoice, keepChoice, keptChoice, keyOf } from '../../src/request/api-keys.ts';
import { refusingStorage, standInStorage } from '../page/stand-in-storage.ts';

const NAME = 'chart-playground.key';
let kept: Map<string, string>;
beforeEach(() => {
  const made = standInStorage();
  kept = made.kept;
  vi.stubGlobal('sessionStorage', made.storage);
});
afterEach(() => vi.unstubAllGlobals());

const choices: [KeyChoice, string | null][] = [
  [{ kind: 'none' }, null],
  [{ kind: 'test', key: 'pk_test_slow' }, 'pk_test_slow'],
  [{ kind: 'own', key: 'pk_live_1' }, 'pk_live_1'],
  [{ kind: 'own', key: 'own:test:x' }, 'own:test:x'],
  [{ kind: 'own', key: '' }, null],
];

test.each(choices)('%j sends %j, before and after a reload', (choice, key) => {
  keepChoice(choice);
  expect(keptChoice()).toEqual(choice);
  expect(keyOf(keptChoice())).toBe(key);
});

test('nothing is chosen at first', () => expect(keptChoice()).toEqual({ kind: 'none' }));

test('choosing none forgets the key', () => {
  keepChoice({ kind: 'own', key: 'pk_live_1' });
  keepChoice({ kind: 'none' });
  expect([...kept.values()].join()).not.toContain('pk_live_1');
});

test('a key of this tab never reaches what all tabs share', () => {
  const shared = standInStorage();
  vi.stubGlobal('localStorage', shared.storage);
  keepChoice({ kind: 'own', key: 'pk_live_1' });
  expect(shared.kept.size).toBe(0);
});

test.each(['other', 'none:', 'Own:x', '{"kind":"own"}'])(
  'what something else left there is no choice: %s',
  (value) => {
    kept.set(NAME, value);
    expect(keptChoice()).toEqual({ kind: 'none' });
  },
);

test('without a storage there is no key, and no error', () => {
  vi.stubGlobal('sessionStorage', refusingStorage);
  expect(() => keepChoice({ kind: 'own', key: 'pk_live_1' })).not.toThrow();
  expect(keptChoice()).toEqual({ kind: 'none' });
});
