// In: random numbers and texts. Out: whether keys are long enough, tell themselves apart from mistyped ones, and name themselves.
import { randomInt } from 'node:crypto';
import { expect, it } from 'vitest';
import { type KeyKind, makeKey, readKey } from '../../../server/keys/key-form.ts';

const draw = (below: number) => randomInt(below);
const LETTERS = [...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'];

it.each<KeyKind>(['live', 'test'])('a %s key names itself by its beginning', (kind) => {
  const { id, key } = makeKey(kind, draw);
  expect(key).toMatch(new RegExp(`^pk_${kind}_[0-9A-Za-z]{38}$`));
  expect([id, readKey(key)]).toEqual([key.slice(0, 16), { id, kind }]);
});

it('keeps at least 128 bits of chance behind the public part, and draws every letter', () => {
  let drawn = 0;
  const count = (below: number) => {
    drawn += 1;
    return draw(below);
  };
  const { id } = makeKey('live', count);
  const secret = drawn - id.replace('pk_live_', '').length;
  expect(secret * Math.log2(LETTERS.length)).toBeGreaterThanOrEqual(128);
  const seen = new Set(Array.from({ length: 200 }, () => makeKey('live', draw).key.slice(8)).join(''));
  expect([...seen].sort()).toEqual([...LETTERS].sort());
});

it('knows every wrong letter, every two changed over, every missing and every additional one', () => {
  const { key } = makeKey('live', draw);
  const wrong: string[] = [];
  for (let i = 0; i < key.length; i++) {
    for (const letter of LETTERS) wrong.push(key.slice(0, i) + letter + key.slice(i + 1));
    for (const letter of LETTERS) wrong.push(key.slice(0, i) + letter + key.slice(i));
    wrong.push(key.slice(0, i) + key.slice(i + 1));
    wrong.push(
      key.slice(0, i) +
        key
          .slice(i, i + 2)
          .split('')
          .reverse()
          .join('') +
        key.slice(i + 2),
    );
  }
  const others = wrong.filter((text) => text !== key);
  expect(others.length).toBeGreaterThan(5000);
  expect(others.filter((text) => readKey(text) !== undefined)).toEqual([]);
});

it.each([
  '',
  'pk_live_',
  'pk_test_pro',
  `pk_live_${'_'.repeat(38)}`,
  'x'.repeat(16_000),
  `pk_prod_${'a'.repeat(38)}`,
])('%s is none', (text) => {
  expect(readKey(text)).toBeUndefined();
});

it('tells a test key from a live one of the same letters', () => {
  const { key } = makeKey('test', draw);
  expect(readKey(key.replace('_test_', '_live_'))).toBeUndefined();
});
