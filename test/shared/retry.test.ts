// In: an answer's headers and how often it was tried. Out: whether to try again, when, and how that is known.
import { describe, expect, test } from 'vitest';
import type { RetryRule } from '#shared/errors.ts';
import { BACKOFF, backoffMs, parseRetryAfter, planRetry, type RetryQuestion } from '#shared/retry.ts';
import fc, { runs } from '../support/properties.ts';

const now = Date.UTC(2026, 9, 21, 7, 27);
const minutes = (count: number) => count * 60_000;
const httpDate = (epochMs: number) => new Date(epochMs).toUTCString();

const question = (
  headers: Record<string, string> = {},
  more: Partial<RetryQuestion> = {},
): RetryQuestion => ({
  rule: 'after-wait',
  dialect: 'chart-output',
  status: 429,
  headers,
  attempt: 1,
  receivedAtMs: now,
  random: () => 0,
  ...more,
});
const ask = (headers: Record<string, string> = {}, more: Partial<RetryQuestion> = {}) =>
  planRetry(question(headers, more));

describe('parseRetryAfter', () => {
  const day = (value: string) => ({ kind: 'date', epochMs: Date.parse(value) });
  const malformed = { kind: 'malformed' };
  test.each([
    ['0', { kind: 'seconds', seconds: 0 }],
    ['1', { kind: 'seconds', seconds: 1 }],
    ['7', { kind: 'seconds', seconds: 7 }],
    ['007', { kind: 'seconds', seconds: 7 }],
    [' 7 ', { kind: 'seconds', seconds: 7 }],
    ['86400', { kind: 'seconds', seconds: 86_400 }],
    ['86401', { kind: 'seconds', seconds: 86_401 }],
    ['1767225600', { kind: 'seconds', seconds: 315_360_000 }],
    ['9'.repeat(400), { kind: 'seconds', seconds: 315_360_000 }],
    ['Wed, 21 Oct 2026 07:28:00 GMT', day('2026-10-21T07:28:00Z')],
    ['Sunday, 06-Nov-94 08:49:37 GMT', day('1994-11-06T08:49:37Z')],
    ['Sun Nov  6 08:49:37 1994', day('1994-11-06T08:49:37Z')],
    ['Fri, 31 Feb 2026 07:28:00 GMT', malformed],
    ['1.5', malformed],
    ['-1', malformed],
    ['-3', malformed],
    ['+3', malformed],
    ['1e3', malformed],
    ['0x10', malformed],
    ['٣', malformed],
    ['3 s', malformed],
    ['3, 5', malformed],
    ['soon', malformed],
    ['', malformed],
    ['2026-10-21T07:28:00Z', malformed],
  ])('%j', (value, expected) => expect(parseRetryAfter(value, now)).toEqual(expected));
});

describe('who may try again', () => {
  test.each<[rule: RetryRule, expected: object]>([
    ['never', { kind: 'never' }],
    ['by-hand', { kind: 'by-hand', why: 'indeterminate' }],
  ])('%s, whatever the headers say', (rule, expected) => {
    expect(ask({ 'retry-after': '5' }, { rule, status: 413 })).toEqual(expected);
    expect(ask({}, { rule, attempt: 99 })).toEqual(expected);
  });

  test('after the fifth try the guessing ends', () => {
    const kinds = [1, 2, 3, 4, 5, 6].map(
      (attempt) => ask({}, { rule: 'backoff', status: 502, attempt }).kind,
    );
    expect(kinds).toEqual(['wait', 'wait', 'wait', 'wait', 'by-hand', 'by-hand']);
    expect(ask({}, { attempt: BACKOFF.tries })).toEqual({ kind: 'by-hand', why: 'gave-up' });
  });

  test('a wait that the server gives is kept, however often', () => {
    expect(ask({ 'retry-after': '7' }, { attempt: 50 })).toMatchObject({ kind: 'wait', waitMs: 7000 });
  });
});

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['1', 1000],
    ['7', 7000],
    ['86401', 86_401_000],
  ])('%s seconds', (raw, waitMs) => {
    const plan = { kind: 'wait', waitMs, source: 'retry-after', precision: 'exact', raw };
    expect(ask({ 'retry-after': raw })).toEqual(plan);
    // Seconds need no clock: a wrong one on either side changes nothing, and neither does chance.
    const skewed = { receivedAtMs: now + minutes(600), random: () => 0.99 };
    expect(ask({ 'retry-after': raw, date: httpDate(0) }, skewed)).toEqual(plan);
  });

  const inAMinute = { 'retry-after': httpDate(now + minutes(1)), date: httpDate(now) };
  test.each([0, -10, 10])('a date is measured on the server’s clock when ours is %d min off', (off) => {
    expect(ask(inAMinute, { receivedAtMs: now + minutes(off) })).toEqual({
      kind: 'wait',
      waitMs: 60_000,
      source: 'retry-after',
      precision: 'exact',
      raw: inAMinute['retry-after'],
    });
  });

  test('without a readable Date the local clock stands in, and it is said', () => {
    const { 'retry-after': raw } = inAMinute;
    const blind: Record<string, string>[] = [{ 'retry-after': raw }, { 'retry-after': raw, date: 'now' }];
    for (const headers of blind)
      expect(ask(headers, { receivedAtMs: now - minutes(10) })).toMatchObject({
        waitMs: minutes(11),
        precision: 'approximate',
      });
  });

  test('a date in the past is no wait', () => {
    const headers = { 'retry-after': 'Sunday, 06-Nov-94 08:49:37 GMT', date: httpDate(now) };
    expect(ask(headers)).toMatchObject({ waitMs: 0, source: 'retry-after' });
  });

  test('a 503 with a date', () => {
    expect(ask(inAMinute, { status: 503 })).toMatchObject({ waitMs: 60_000, precision: 'exact' });
  });
});

describe('what counts when Retry-After cannot be read', () => {
  const reset = new Date(now + minutes(2)).toISOString();
  const all = { 'x-ratelimit-reset': reset, date: httpDate(now) };

  test('it wins over body and reset', () => {
    expect(ask({ ...all, 'retry-after': '3' }, { bodyRetryAfter: 9 })).toMatchObject({ waitMs: 3000 });
  });

  test('then the body', () => {
    expect(ask(all, { bodyRetryAfter: 9 })).toEqual({
      kind: 'wait',
      waitMs: 9000,
      source: 'body',
      precision: 'exact',
      headerUnreadable: true,
    });
    expect(ask({ ...all, 'retry-after': 'soon' }, { bodyRetryAfter: 9.5 })).toEqual({
      kind: 'wait',
      waitMs: 9500,
      source: 'body',
      precision: 'exact',
      raw: 'soon',
    });
  });

  test.each([Number.NaN, Number.POSITIVE_INFINITY, -1])('a body of %d is passed over', (bodyRetryAfter) => {
    expect(ask(all, { bodyRetryAfter })).toMatchObject({ source: 'rate-limit-reset', waitMs: 120_000 });
  });

  test.each<[what: string, headers: Record<string, string>, waitMs: number, precision: string]>([
    ['ISO 8601', all, 120_000, 'exact'],
    ['ISO 8601, local clock', { 'x-ratelimit-reset': reset }, 120_000, 'approximate'],
    ['seconds from now', { 'x-ratelimit-reset': '30', date: httpDate(now) }, 30_000, 'exact'],
    [
      'seconds since 1970',
      { 'x-ratelimit-reset': `${now / 1000 + 45}`, date: httpDate(now) },
      45_000,
      'exact',
    ],
    [
      'a reset beyond all time',
      { 'x-ratelimit-reset': '9'.repeat(400), date: httpDate(now) },
      315_360_000_000,
      'exact',
    ],
    ['a reset in the past', { 'x-ratelimit-reset': '1704067200', date: httpDate(now) }, 0, 'exact'],
    [
      'the standard’s name first',
      { 'ratelimit-reset': '5', 'x-ratelimit-reset': '30', date: httpDate(now) },
      5000,
      'exact',
    ],
  ])('then the reset: %s', (_, headers, waitMs, precision) => {
    const plan = ask(headers);
    expect(plan).toMatchObject({ waitMs, source: 'rate-limit-reset', precision, headerUnreadable: true });
    expect(plan).toHaveProperty('raw', headers['ratelimit-reset'] ?? headers['x-ratelimit-reset']);
  });

  test.each(['soon', '', '21 Oct', '1.5', '2026-10-21'])('the reset %j is passed over', (value) => {
    expect(ask({ 'x-ratelimit-reset': value })).toMatchObject({ source: 'backoff' });
  });

  test('then the known minute of Image-Charts, which backoff would waste', () => {
    const other = { dialect: 'image-charts' } as const;
    expect(ask({}, other)).toEqual({
      kind: 'wait',
      waitMs: 60_000,
      source: 'known-block',
      precision: 'estimated',
      headerUnreadable: true,
    });
    expect(ask({}, { ...other, status: 503 })).toMatchObject({ source: 'backoff' });
    expect(ask({ 'retry-after': '2' }, other)).toMatchObject({ waitMs: 2000 });
  });

  test.each(['1.5', '-1', '-3', 'soon', 'Fri, 31 Feb 2026 00:00:00 GMT'])(
    'then backoff, estimated: %s',
    (raw) => {
      expect(ask({ 'retry-after': raw })).toEqual({
        kind: 'wait',
        waitMs: 1000,
        source: 'backoff',
        precision: 'estimated',
        raw,
      });
    },
  );

  test('a hidden header is said, for a 429 and a 503 but not for a 502', () => {
    expect(ask()).toMatchObject({ source: 'backoff', headerUnreadable: true });
    expect(ask({}, { status: 503 })).toMatchObject({ headerUnreadable: true });
    expect(ask({}, { rule: 'backoff', status: 502 })).not.toHaveProperty('headerUnreadable');
  });

  test('backoff rows do not listen to headers', () => {
    expect(ask({ 'retry-after': '90' }, { rule: 'backoff', status: null })).toMatchObject({
      waitMs: 1000,
      source: 'backoff',
    });
  });
});

describe('backoff', () => {
  test.each([
    [1, 1000, 2000],
    [2, 2000, 3000],
    [3, 4000, 5000],
    [4, 8000, 9000],
    [5, 16_000, 17_000],
    [6, 32_000, 32_000],
    [40, 32_000, 32_000],
  ])('try %d lies in its band in 200 runs', (attempt, low, high) => {
    const waits = Array.from({ length: 200 }, (_, i) => backoffMs(attempt, () => i / 200));
    expect(Math.min(...waits)).toBe(low);
    expect(Math.max(...waits)).toBeLessThanOrEqual(high);
    expect(Math.max(...waits)).toBeGreaterThanOrEqual(Math.min(high, low + 990));
    expect(new Set(waits).size).toBe(low === high ? 1 : 200);
  });
});

test('property: never throws, never waits less than nothing, and always a number of milliseconds', () => {
  const values = fc.oneof(
    fc.string(),
    fc.integer().map(String),
    fc.date({ noInvalidDate: true }).map((date) => date.toUTCString()),
    fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
    fc.constantFrom('0', '1.5', 'soon', '9'.repeat(400), 'Sunday, 06-Nov-94 08:49:37 GMT'),
  );
  const names = fc.constantFrom('retry-after', 'date', 'ratelimit-reset', 'x-ratelimit-reset', '__proto__');
  fc.assert(
    fc.property(
      fc.record({
        rule: fc.constantFrom<RetryRule>('never', 'after-wait', 'backoff', 'by-hand'),
        dialect: fc.constantFrom('chart-output' as const, 'image-charts' as const),
        status: fc.constantFrom(null, 200, 413, 429, 500, 502, 503),
        headers: fc.dictionary(names, values),
        bodyRetryAfter: fc.option(fc.double(), { nil: undefined }),
        attempt: fc.integer({ min: 1, max: 1000 }),
        receivedAtMs: fc.integer({ min: 0, max: 4e12 }),
        random: fc.double({ min: 0, max: 0.999, noNaN: true }).map((chance) => () => chance),
      }),
      (any) => {
        const plan = planRetry(any);
        const waitMs = plan.kind === 'wait' ? plan.waitMs : 0;
        expect(waitMs).toBeGreaterThanOrEqual(0);
        // The page shows the deadline as a date, and a date has an end.
        expect(Number.isNaN(new Date(any.receivedAtMs + waitMs).getTime())).toBe(false);
      },
    ),
    runs(1000, 6),
  );
});
