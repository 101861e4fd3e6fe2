// In: the headers of an answer. Out: what the gauge may say of the rate limit, or nothing.
import { expect, test } from 'vitest';
import { rateOf } from '../../src/request/rate-gauge.tsx';

const headers = (limit?: string, remaining?: string, reset?: string) => ({
  ...(limit === undefined ? {} : { 'x-ratelimit-limit': limit }),
  ...(remaining === undefined ? {} : { 'x-ratelimit-remaining': remaining }),
  ...(reset === undefined ? {} : { 'x-ratelimit-reset': reset }),
});
const iso = '2026-11-22T07:02:00.000Z';

test('the documented headers', () => {
  expect(rateOf(headers('100', '97', iso))).toEqual({ limit: 100, remaining: 97, resetMs: Date.parse(iso) });
});

test.each([
  [undefined, undefined],
  ['100', undefined],
  [undefined, '5'],
  ['0', '0'],
  ['-1', '0'],
  ['', '5'],
  ['many', '5'],
  ['100', 'few'],
])('limit %j and remaining %j tell nothing', (limit, remaining) => {
  expect(rateOf(headers(limit, remaining, iso))).toBeUndefined();
});

test.each([
  ['-3', 0],
  ['0', 0],
  ['100', 100],
  ['250', 100],
])('%s left of 100 is shown as %d', (remaining, shown) => {
  expect(rateOf(headers('100', remaining))?.remaining).toBe(shown);
});

test.each([undefined, '', 'soon', '60', '1767225600', '2026', '2026-13-45T00:00:00Z'])(
  'a reset that is no ISO time is no moment: %j',
  (reset) =>
    expect(rateOf(headers('100', '5', reset))).toEqual({ limit: 100, remaining: 5, resetMs: undefined }),
);
