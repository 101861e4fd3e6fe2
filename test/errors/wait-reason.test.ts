// In: headers and bodies of refusals, through the plan they lead to. Out: the sentence that names the evidence for the wait.
import { expect, test } from 'vitest';
import type { RetryRule } from '#shared/errors.ts';
import { planRetry, type RetryQuestion } from '#shared/retry.ts';
import { waitReason } from '../../src/errors/wait-reason.ts';

const now = Date.UTC(2026, 10, 22, 7);
const reason = (headers: Record<string, string>, more: Partial<RetryQuestion> = {}) => {
  const rule: RetryRule = 'after-wait';
  const question = { rule, dialect: 'chart-output' as const, status: 429, headers, attempt: 1, ...more };
  const plan = planRetry({ receivedAtMs: now, random: () => 0, ...question });
  return waitReason(plan.kind === 'wait' ? plan : expect.fail(`the plan is ${plan.kind}`));
};

const missing = ' No Retry-After could be read: the server sent none, or did not expose it to this page.';
const guess = 'Estimated: each wait is twice the one before, at most 32 s.';
const date = 'Sun, 22 Nov 2026 07:00:30 GMT';
const about = ' Approximate: measured with this device’s clock.';

test('a header that was read is quoted', () => {
  expect(reason({ 'retry-after': '120' })).toBe('The server’s Retry-After header sets this wait (“120”).');
});

test('a date is exact beside the server’s own clock, and approximate without', () => {
  const sentence = `The server’s Retry-After header sets this wait (“${date}”).`;
  expect(reason({ 'retry-after': date, date: 'Sun, 22 Nov 2026 07:00:00 GMT' })).toBe(sentence);
  expect(reason({ 'retry-after': date })).toBe(sentence + about);
});

test('the body, the reset and the known block are named when no header told', () => {
  expect(reason({}, { bodyRetryAfter: 7 })).toBe(`The reply’s retryAfter sets this wait.${missing}`);
  const reset = '2026-11-22T07:02:00Z';
  expect(reason({ 'x-ratelimit-reset': reset })).toBe(
    `The rate limit’s reset time sets this wait (“${reset}”).${missing}${about}`,
  );
  expect(reason({}, { dialect: 'image-charts' })).toBe(
    `This API blocks a client for a minute after its limit.${missing}`,
  );
});

test('a guess says that it is one', () => {
  expect(reason({}, { rule: 'backoff', status: 502 })).toBe(guess);
  expect(reason({})).toBe(guess + missing);
});

test('a header that makes no sense is quoted as such, never as the source of the wait', () => {
  const unclear = ' The server’s Retry-After (“soon”) could not be understood.';
  expect(reason({ 'retry-after': 'soon' })).toBe(guess + unclear);
  expect(reason({ 'retry-after': 'soon' }, { bodyRetryAfter: 7 })).toBe(
    `The reply’s retryAfter sets this wait.${unclear}`,
  );
  expect(reason({ 'retry-after': 'soon' }, { dialect: 'image-charts' })).toBe(
    `This API blocks a client for a minute after its limit.${unclear}`,
  );
});

test('of an endless header the beginning is enough', () => {
  expect(reason({ 'retry-after': 'x'.repeat(5000) })).toContain(`(“${'x'.repeat(60)}”)`);
});

test('a deadline that another tab was given is not called this tab’s own', () => {
  const plan = planRetry({
    rule: 'after-wait',
    dialect: 'chart-output',
    status: 429,
    headers: { 'retry-after': '7' },
    attempt: 1,
    receivedAtMs: now,
    random: () => 0,
  });
  expect(waitReason(plan.kind === 'wait' ? plan : expect.fail('no wait'), true)).toBe(
    'Another tab with the same key was told to wait this long, and this one waits with it.',
  );
});
