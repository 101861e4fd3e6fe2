// In: credentials, missing, blank, wrong and right. Out: whether the gate tells them apart as documented.
import { describe, expect, it } from 'vitest';
import { createAuth, keyDigest } from '../../server/auth.ts';

const auth = createAuth({
  keys: [{ digest: keyDigest('live_abcdefgh'), plan: 'business' }],
  testKeysOn: true,
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
  ])('%s', (_, authorization, query, plan) => {
    expect(ask(authorization, query).plan).toBe(plan);
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
  ])('%s', (_, authorization, query, code) => {
    expect(() => ask(authorization, query)).toThrow(
      expect.objectContaining({ code, headers: { 'WWW-Authenticate': 'Bearer' } }),
    );
  });

  it('counts a key by its digest, a test key by client, nobody by address', () => {
    expect(ask('Bearer live_abcdefgh').subject).toMatch(/^key [0-9a-f]{16}$/);
    expect(ask('Bearer pk_test_pro').subject).toBe('pk_test_pro 203.0.113.7');
    expect(ask(undefined).subject).toBe('ip 203.0.113.7');
  });

  it('knows no test key where they are off', () => {
    const off = createAuth({ keys: [], testKeysOn: false });
    expect(() => off.identify({ authorization: 'Bearer pk_test_pro', rawQuery: '', client: 'x' })).toThrow(
      expect.objectContaining({ code: 'invalid_api_key' }),
    );
  });
});
