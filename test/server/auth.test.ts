// In: credentials, missing, blank, wrong and right. Out: whether the gate tells them apart as documented.
import { randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { createAuth, keyDigest } from '../../server/auth.ts';
import { type KeyKind, makeKey } from '../../server/keys/key-form.ts';
import { createMemoryKeys } from '../../server/store/memory-keys.ts';
import { StoreFailure } from '../../server/store/store-failure.ts';

const auth = createAuth({
  keys: [{ digest: keyDigest('live_abcdefgh'), plan: 'business' }],
  testKeysOn: true,
  stored: createMemoryKeys(),
  now: Date.now,
});
const ask = (authorization: string | undefined, rawQuery = '') =>
  auth.identify({ authorization, rawQuery, client: '203.0.113.7' });

describe('credentials', () => {
  it.each([
    ['none at all', undefined, '', 'starter'],
    ['header', 'Bearer live_abcdefgh', '', 'business'],
    ['header, scheme in lower case', 'bearer live_abcdefgh', '', 'business'],
    ['query key', undefined, 'a=1&key=live_abcdefgh', 'business'],
    ['query apiKey', undefined, 'apiKey=live_abcdefgh', 'business'],
    ['query, percent-encoded', undefined, 'key=live%5Fabcdefgh', 'business'],
    ['header wins over a wrong query', 'Bearer pk_test_pro', 'key=nonsense', 'pro'],
  ])('%s', async (_, authorization, query, plan) => {
    expect((await ask(authorization, query)).plan).toBe(plan);
  });

  it.each([
    ['wrong in header', 'Bearer nonsense', '', 'invalid_api_key'],
    ['wrong header over right query', 'Bearer nonsense', 'key=live_abcdefgh', 'invalid_api_key'],
    ['wrong in query', undefined, 'key=nonsense', 'invalid_api_key'],
    ['blank in query', undefined, 'key=', 'invalid_api_key'],
    ['unknown test key', 'Bearer pk_test_unheard_of', '', 'invalid_api_key'],
    ['another case', 'Bearer PK_TEST_PRO', '', 'invalid_api_key'],
    ['other scheme', 'Basic bGl2ZTo=', '', 'invalid_authorization'],
    ['key alone', 'live_abcdefgh', '', 'invalid_authorization'],
    ['no key', 'Bearer', '', 'invalid_authorization'],
    ['blank header', '', '', 'invalid_authorization'],
    ['two words', 'Bearer live_abcdefgh x', '', 'invalid_authorization'],
  ])('%s', async (_, authorization, query, code) => {
    await expect(ask(authorization, query)).rejects.toMatchObject({
      code,
      headers: { 'WWW-Authenticate': 'Bearer' },
    });
  });

  it('counts a key by its digest, a test key by client, nobody by address', async () => {
    expect((await ask('Bearer live_abcdefgh')).subject).toMatch(/^key [0-9a-f]{16}$/);
    expect((await ask('Bearer pk_test_pro')).subject).toBe('pk_test_pro 203.0.113.7');
    expect((await ask(undefined)).subject).toBe('ip 203.0.113.7');
  });

  it('knows no test key where they are off', async () => {
    const off = createAuth({ keys: [], testKeysOn: false, stored: createMemoryKeys(), now: Date.now });
    const asked = off.identify({ authorization: 'Bearer pk_test_pro', rawQuery: '', client: 'x' });
    await expect(asked).rejects.toMatchObject({ code: 'invalid_api_key' });
  });
});

describe('stored keys', () => {
  async function open({ testKeysOn = true, away = false, kind = 'live' as KeyKind, plan = 'pro' } = {}) {
    const keys = createMemoryKeys();
    const { id, key } = makeKey(kind, (below) => randomInt(below));
    await keys.add({ id, digest: keyDigest(key).toString('hex'), name: 'A', plan, createdMs: 0 });
    const asked: string[] = [];
    const stored = {
      ...keys,
      async find(id: string) {
        asked.push(id);
        if (away) throw new StoreFailure('away');
        return keys.find(id);
      },
    };
    const environment = [{ digest: keyDigest('live_abcdefgh'), plan: 'business' as const }];
    const { identify, guess } = createAuth({ keys: environment, testKeysOn, stored, now: Date.now });
    const given = (key: string) => ({ authorization: `Bearer ${key}`, rawQuery: '', client: 'c' });
    return {
      ...{ id, key, keys, asked },
      identify: (key: string) => identify(given(key)),
      guess: (key: string) => guess(given(key)),
    };
  }
  /** Of the same form and with a right checksum, but nobody's. */
  const another = makeKey('live', (below) => randomInt(below)).key;
  const wrong = { code: 'invalid_api_key', headers: { 'WWW-Authenticate': 'Bearer' } };

  it('are on their plan and counted by their public beginning', async () => {
    const { id, key, identify } = await open();
    expect(await identify(key)).toEqual({ subject: `key ${id}`, plan: 'pro' });
  });

  it('are refused when revoked or unknown', async () => {
    const { id, key, keys, identify } = await open();
    await keys.change(id, { revokedMs: 1 });
    await expect(identify(key)).rejects.toMatchObject(wrong);
    await expect(identify(another)).rejects.toMatchObject(wrong);
  });

  it('are refused when only the public beginning is right', async () => {
    const { id, key, identify, asked } = await open();
    // The same id with another secret, and a checksum that fits.
    let place = 0;
    const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
    const forged = makeKey('live', (below) => {
      const letter = id.slice('pk_live_'.length)[place++];
      return letter === undefined ? randomInt(below) : letters.indexOf(letter);
    });
    expect([forged.id, forged.key === key]).toEqual([id, false]);
    await expect(identify(forged.key)).rejects.toMatchObject(wrong);
    expect(asked).toEqual([id]);
  });

  it('are not looked for in the store when the checksum is wrong, or the form', async () => {
    const { key, identify, asked } = await open({ away: true });
    const end = key.endsWith('0') ? '1' : '0';
    for (const mistyped of [
      key.slice(0, -1) + end,
      key.slice(0, -1),
      key.toUpperCase(),
      'pk_live_x',
      'nonsense',
    ])
      await expect(identify(mistyped)).rejects.toMatchObject(wrong);
    expect(asked).toEqual([]);
  });

  it('that are for tests work only where test keys do', async () => {
    const on = await open({ kind: 'test' });
    expect(await on.identify(on.key)).toMatchObject({ plan: 'pro' });
    const off = await open({ kind: 'test', testKeysOn: false });
    await expect(off.identify(off.key)).rejects.toMatchObject(wrong);
    expect(off.asked).toEqual([]);
  });

  it('are neither let in nor called wrong while the store is away; all others are as ever', async () => {
    const { key, identify, guess } = await open({ away: true });
    for (const unjudged of [key, another])
      await expect(identify(unjudged)).rejects.toMatchObject({
        code: 'overloaded',
        headers: { 'Retry-After': '2' },
        cause: expect.any(StoreFailure),
      });
    expect(await guess(key)).toEqual({ subject: 'ip c', plan: 'starter' });
    expect(await identify('live_abcdefgh')).toMatchObject({ plan: 'business' });
    expect(await identify('pk_test_pro')).toMatchObject({ plan: 'pro' });
  });

  it('on a plan that is not in the table are nobody’s mistake but ours', async () => {
    const { key, identify } = await open({ plan: 'gold' });
    await expect(identify(key)).rejects.toThrow('gold');
  });
});
