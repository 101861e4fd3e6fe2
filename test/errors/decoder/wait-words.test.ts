// In: pasted waits and the present. Out: whether the sentence says when they end, and how that is known.
import { expect, it } from 'vitest';
import { pastedWait, type WaitQuestion } from '../../../src/errors/decoder/wait.ts';
import { waitWords } from '../../../src/errors/decoder/wait-words.ts';

const now = Date.parse('2026-11-22T06:50:00Z');
const date = 'Sun, 22 Nov 2026 06:45:00 GMT';
const limited: WaitQuestion = {
  rule: 'after-wait',
  dialect: 'chart-output',
  status: 429,
  headers: {},
  bodyRetryAfter: undefined,
  momentMs: undefined,
  now,
};
const words = (question: Partial<WaitQuestion>) => waitWords(pastedWait({ ...limited, ...question }), now);

it.each([
  [{ headers: { date, 'retry-after': '120' } }, /^The wait ended 3 minutes ago, at /],
  [{ headers: { date, 'retry-after': '301' } }, /^The wait ends at .*, in 1 second$/],
  [{ headers: { date, 'retry-after': '300' } }, /^The wait ended 1 second ago, at /],
  [
    { headers: { date: 'Fri, 20 Nov 2026 06:45:00 GMT', 'retry-after': '0' } },
    /^The wait ended 2 days ago, at /,
  ],
  [{ headers: { 'retry-after': '120' } }, /^Wait 2 minutes from the moment the answer came$/],
  [{ headers: { 'retry-after': 'Sun, 22 Nov 2026 04:50:00 GMT' } }, /^The wait ended 2 hours ago/],
  [{ headers: { 'x-ratelimit-reset': '1795330800' } }, /^The wait ends at .*, in 10 minutes$/],
  [{ headers: { 'x-ratelimit-reset': '60' } }, /^Wait 1 minute from the moment/],
  [{ momentMs: now - 5000, bodyRetryAfter: 65 }, /^The wait ends at .*, in 1 minute$/],
  // The answer's own clock wins over the log's.
  [{ momentMs: now, headers: { date, 'retry-after': '60' } }, /^The wait ended 4 minutes ago/],
  [{ rule: 'by-hand' as const }, /^Nothing says when/],
])('%j', (question, expected) => expect(words(question)?.headline).toMatch(expected));

it('says where the number comes from, and what is missing', () => {
  expect(words({ headers: { 'retry-after': '120' } })?.reason).toMatch(/Retry-After header.*no Date header/s);
  expect(words({ headers: { date, 'retry-after': 'soon' }, bodyRetryAfter: 5 })?.reason).toMatch(
    /retryAfter.*“soon”/s,
  );
  expect(words({ rule: 'never' })).toBeUndefined();
});
