// In: whole calls, refused again and again, with real dice. Out: the waits they made: the documented band, and never one more try.
import { describe, expect, test } from 'vitest';
import { type CallState, idle, nextCall } from '../../src/request/call.ts';
import { type Exchange, postRequest } from '../../src/request/send.ts';
import { answer, answerOf, noAnswer } from './an-exchange.ts';

const request = postRequest('{}', null);
const answered = (state: CallState, exchange: Exchange): CallState =>
  nextCall(state, { type: 'answered', sequence: state.sequence, exchange, random: Math.random });
const sent = nextCall(idle, { type: 'send', request, text: '{}', nowMs: 0 });

/** The waits of one call that is refused in the same way until it stops by itself, in ms. */
function waitsOf(exchange: Exchange): { waits: number[]; state: CallState } {
  const waits: number[] = [];
  let state = answered(sent, exchange);
  while (state.phase === 'waiting' && waits.length < 50) {
    waits.push((state.deadlineMs ?? 0) - (state.waitFromMs ?? 0));
    state = nextCall(nextCall(state, { type: 'due' }), { type: 'retry', automatic: true, nowMs: 0 });
    state = answered(state, exchange);
  }
  return { waits, state };
}

describe.each<[what: string, exchange: Exchange]>([
  ['502', answerOf('bad_gateway')],
  ['502 with Retry-After, which backoff does not heed', answer(502, { headers: { 'retry-after': '90' } })],
  ['no network', noAnswer('network_error')],
  ['time-out', noAnswer('time_out')],
  ['503 without a wait', answer(503, { body: { error: 'Service overloaded', message: 'x' } })],
])('200 calls that end with: %s', (_what, exchange) => {
  const calls = Array.from({ length: 200 }, () => waitsOf(exchange));

  test('each makes five tries and stops', () => {
    for (const { waits, state } of calls) {
      expect(waits).toHaveLength(4);
      expect(state.attempts).toHaveLength(5);
      expect(state).toMatchObject({ phase: 'settled', ending: 'gave-up' });
    }
  });

  test.each([0, 1, 2, 3])('wait %d doubles the one before, with up to a second on top', (index) => {
    const waits = calls.map((call) => call.waits[index] ?? 0);
    const base = 1000 * 2 ** index;
    expect(Math.min(...waits)).toBeGreaterThanOrEqual(base);
    expect(Math.max(...waits)).toBeLessThanOrEqual(Math.min(32_000, base + 1000));
    // Chance is at work: 200 clients do not come back together. That all lie within a tenth has odds of one in 10^180.
    expect(Math.max(...waits) - Math.min(...waits)).toBeGreaterThan(500);
    expect(new Set(waits).size).toBeGreaterThan(100);
  });
});

describe('a request that must change is never sent again', () => {
  const refused: [what: string, exchange: Exchange][] = [400, 401, 402, 403, 404, 405, 413, 415].map(
    (status) => [
      String(status),
      answer(status, { headers: { 'retry-after': '1' }, body: { error: 'No', retryAfter: 1 } }),
    ],
  );
  const rows = (
    ['invalid_spec', 'invalid_api_key', 'quota_exceeded', 'IC_BAD_JSON_ERROR', 'body_too_large'] as const
  ).map((code): [string, Exchange] => [code, answerOf(code)]);
  test.each([...refused, ...rows])('%s', (_what, exchange) => {
    const { waits, state } = waitsOf(exchange);
    expect(waits).toEqual([]);
    expect(state).toMatchObject({ phase: 'settled', attempts: [{ plan: { kind: 'never' } }] });
    expect(state.deadlineMs).toBeUndefined();
  });
});

test('a second 429 with a shorter wait starts a wait of its own', () => {
  const limited = (seconds: number, receivedAtMs: number): Exchange => ({
    ...answer(429, { headers: { 'retry-after': String(seconds) } }),
    receivedAtMs,
  });
  const first = answered(sent, limited(60, 1000));
  expect([first.waitFromMs, first.deadlineMs]).toEqual([1000, 61_000]);
  const again = nextCall(nextCall(first, { type: 'due' }), { type: 'retry', automatic: true, nowMs: 61_000 });
  const second = answered(again, limited(5, 62_000));
  expect([second.waitFromMs, second.deadlineMs]).toEqual([62_000, 67_000]);
});
