// In: a request and texts that echo its secrets. Out: what is left of them: nothing secret, and everything else byte for byte.
import { describe, expect, test } from 'vitest';
import { getRequest, postRequest } from '../../../src/request/send.ts';
import { clean, cleanUrl } from '../../../src/request/timeline/clean.ts';
import { MASK, strippedHeader, strippedPath, stripper } from '../../../src/request/timeline/secrets.ts';

const key = 'pk_own_4f9a"b/c';
const strip = stripper(postRequest('{}', key));
const none = stripper(getRequest('/', null));

describe('a text', () => {
  test.each([
    ['as it stands', `Unknown key ${key}.`, `Unknown key ${MASK}.`],
    ['in JSON', JSON.stringify({ key }), `{"key":"${MASK}"}`],
    ['in a URL', `?a=${encodeURIComponent(key)}`, `?a=${MASK}`],
    ['a key of another request', 'pk_live_abc-1 and pk_test_slow', `${MASK} and ${MASK}`],
    ['nothing secret', 'Rate limit exceeded', 'Rate limit exceeded'],
  ])('%s', (_what, text, left) => expect(strip(text)).toBe(left));

  test('a short key is masked where it stands alone, and is no number of the reply otherwise', () => {
    const short = stripper(postRequest('{}', '1200'));
    expect(short('key 1200, retryAfter 120000')).toBe(`key ${MASK}, retryAfter 120000`);
    expect(stripper(postRequest('{}', '12'))('retryAfter 12')).toBe('retryAfter 12');
  });

  test('secrets of the request’s own headers and parameters are known as well', () => {
    const given = {
      ...getRequest('/x?ichm=feedbeef99', null),
      headers: { authorization: 'Token hunter2hunter2' },
    };
    expect(stripper(given)('hunter2hunter2 feedbeef99')).toBe(`${MASK} ${MASK}`);
  });
});

test.each([
  ['Authorization', 'Bearer abc', `Bearer ${MASK}`],
  ['authorization', 'abc', MASK],
  ['X-Api-Key', 'abc', MASK],
  ['set-cookie', 'sid=1', MASK],
  ['WWW-Authenticate', 'Bearer realm="x"', 'Bearer realm="x"'],
  ['access-control-allow-headers', 'Authorization', 'Authorization'],
  ['Retry-After', '10', '10'],
])('the header %s: %s', (name, value, left) => expect(strippedHeader(name, value, none)).toBe(left));

test.each([
  ['/api/v1/render?key=abc&chart=%7B%7D', '/api/v1/render?chart=%7B%7D'],
  ['/api/v1/render?apiKey=abc', '/api/v1/render'],
  ['/chart.js/4?c=%7b%7d&icac=acc&ichm=00ff&width=1', '/chart.js/4?c=%7b%7d&icac=acc&width=1'],
  ['/x?%6bey=abc&KEY=b&a=b+c%20d&&e', '/x?a=b+c%20d&&e'],
  ['/x?a=pk_live_zzz&b=1', '/x?a=***&b=1'],
  [`/x?chart=${btoa('{"note":"pk_live_zzz"}')}`, '/x?chart=***'],
  ['https://me:pw@host/x?y=1', 'https://host/x?y=1'],
  ['/x?broken=%zz', '/x?broken=%zz'],
])('the path %s', (path, left) => expect(strippedPath(path, none)).toBe(left));

test('what leaves the page is masked once more, test keys and all', () => {
  expect(clean('pk_test_slow and password=hunter2hunter2')).toBe(`${MASK} and password=${MASK}`);
  expect(cleanUrl('http://a.test/x?token=abcdef0123456789&b=1')).toBe('http://a.test/x?token=***&b=1');
});
