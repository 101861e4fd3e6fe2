// In: what happens to a call, event after event. Out: the state it is in: every road of waiting, retrying and stopping.
import { describe, expect, test } from 'vitest';
import { type ErrorCode, errorRow } from '#shared/errors.ts';
import { BACKOFF } from '#shared/retry.ts';
import {
  type CallEvent,
  type CallState,
  type Ending,
  idle,
  isToldToWait,
  LONGEST_ALONE_MS,
  lastAttempt,
  MOST_AUTOMATIC,
  mayRetryAlone,
  nextCall,
  verdictOf,
} from '../../src/request/call.ts';
import { type Exchange, postRequest } from '../../src/request/send.ts';
import { answer, answerOf, noAnswer, picture } from './an-exchange.ts';

const request = postRequest('{}', 'pk_own');
const send: CallEvent = { type: 'send', request, text: '{}', nowMs: 5 };
const retry = (automatic = false): CallEvent => ({ type: 'retry', automatic, nowMs: 9 });
const stop = (why: Ending): CallEvent => ({ type: 'stop', why });
const due: CallEvent = { type: 'due' };
const play = (state: CallState, ...events: CallEvent[]) => events.reduce(nextCall, state);

/** The answer to the attempt under way. */
const answered = (state: CallState, exchange: Exchange): CallState =>
  nextCall(state, { type: 'answered', sequence: state.sequence, exchange, random: () => 0 });
const limited = (seconds: number | string = 10) =>
  answer(429, {
    headers: { 'retry-after': String(seconds) },
    body: { error: 'Rate limit exceeded', retryAfter: Number(seconds) },
  });

const sending = play(idle, send);
const waiting = answered(sending, limited());
const isDue = play(waiting, due);
const settled = answered(sending, picture());
const everyPhase = { idle, sending, waiting, due: isDue, settled };

test('the five phases that the other tests start from', () => {
  expect(Object.entries(everyPhase).map(([name, { phase }]) => name === phase)).toEqual(Array(5).fill(true));
});

describe('send', () => {
  test.each(Object.entries(everyPhase))('from %s begins a new call', (_phase, state) => {
    expect(play(state, send)).toEqual({
      phase: 'sending',
      id: state.id + 1,
      sequence: state.sequence + 1,
      request,
      text: '{}',
      attempts: [],
      automaticTries: 0,
      sentAtMs: 5,
    });
  });
});

describe('answered', () => {
  test('a picture settles the call, and nothing is tried again', () => {
    expect(settled).toMatchObject({ phase: 'settled', sequence: 1, text: '{}' });
    expect(lastAttempt(settled)).toMatchObject({ verdict: { kind: 'success' }, plan: { kind: 'never' } });
    expect(settled.sentAtMs).toBeUndefined();
    expect(mayRetryAlone(settled)).toBe(false);
  });

  test('a wait runs from the arrival of the answer to the moment the server gave', () => {
    expect(waiting).toMatchObject({ phase: 'waiting', waitFromMs: 1_000_000, deadlineMs: 1_010_000 });
    expect(waiting.sentAtMs).toBeUndefined();
  });

  test.each([
    ['of an attempt before', sending, 0],
    ['of an attempt to come', sending, 2],
    ['after Cancel', play(sending, stop('cancelled')), 1],
    ['while nothing is sent', waiting, 1],
    ['twice', settled, 1],
    ['to nobody', idle, 0],
  ])('what comes %s is dropped', (_when, state, sequence) => {
    expect(nextCall(state, { type: 'answered', sequence, exchange: picture(), random: () => 0 })).toBe(state);
  });

  test('the answer to an overtaken send is dropped, the one to the newest counts', () => {
    const second = play(sending, send);
    const late = nextCall(second, { type: 'answered', sequence: 1, exchange: limited(), random: () => 0 });
    expect(late).toBe(second);
    expect(answered(late, picture())).toMatchObject({ phase: 'settled', sequence: 2 });
  });

  const codes: [ErrorCode, CallState['phase']][] = [
    ['invalid_spec', 'settled'],
    ['invalid_json', 'settled'],
    ['invalid_api_key', 'settled'],
    ['quota_exceeded', 'settled'],
    ['body_too_large', 'settled'],
    ['internal_error', 'settled'],
    ['rate_limited', 'waiting'],
    ['overloaded', 'waiting'],
    ['render_timeout', 'waiting'],
    ['bad_gateway', 'waiting'],
    ['network_error', 'waiting'],
    ['time_out', 'waiting'],
    ['IC_BAD_JSON_ERROR', 'settled'],
  ];
  test.each(codes)('%s leads to %s', (code, phase) => {
    const state = answered(sending, answerOf(code));
    expect(state.phase).toBe(phase);
    expect(lastAttempt(state)?.verdict).toMatchObject({ code });
    expect(lastAttempt(state)?.plan.kind).toBe(
      { never: 'never', 'by-hand': 'by-hand', 'after-wait': 'wait', backoff: 'wait' }[errorRow(code).retry],
    );
  });

  test('a body that is too large is not sent again, even with Retry-After', () => {
    const state = answered(sending, answer(413, { headers: { 'retry-after': '3' } }));
    expect(state).toMatchObject({ phase: 'settled' });
    expect(state.deadlineMs).toBeUndefined();
  });

  test('an answer nobody documents is never sent again', () => {
    const state = answered(sending, answer(418, { headers: { 'retry-after': '3' } }));
    expect(lastAttempt(state)).toMatchObject({ verdict: { kind: 'undocumented' }, plan: { kind: 'never' } });
    expect(state.phase).toBe('settled');
  });

  test('where no header tells, the wait of the body counts', () => {
    const state = answered(sending, answer(429, { body: { error: 'Rate limit exceeded', retryAfter: 7 } }));
    expect(state.deadlineMs).toBe(1_007_000);
    expect(lastAttempt(state)?.plan).toMatchObject({ source: 'body', headerUnreadable: true });
  });
});

test('no answer is told apart from an answer', () => {
  expect(verdictOf(noAnswer('time_out'))).toEqual({ kind: 'unreached', code: 'time_out' });
  expect(verdictOf(noAnswer('network_error'))).toEqual({ kind: 'unreached', code: 'network_error' });
  expect(verdictOf(picture())).toEqual({ kind: 'success' });
});

describe('due', () => {
  test('ends a wait and keeps its deadline for the page', () => {
    expect(isDue).toEqual({ ...waiting, phase: 'due' });
  });
  test.each([idle, sending, isDue, settled])('means nothing in $phase', (state) => {
    expect(play(state, due)).toBe(state);
  });
});

describe('retry', () => {
  test.each([waiting, isDue, settled])('from $phase sends the same request as the next attempt', (state) => {
    const again = play(state, retry());
    expect(again).toMatchObject({ phase: 'sending', request, text: '{}', sequence: 2, sentAtMs: 9 });
    expect(again.attempts).toEqual(state.attempts);
    expect([again.deadlineMs, again.waitFromMs, again.ending]).toEqual([undefined, undefined, undefined]);
  });
  test.each([idle, sending])('means nothing in $phase', (state) => {
    expect(play(state, retry())).toBe(state);
  });
  test('means nothing where no request is known', () => {
    const { request: _request, ...nothing } = settled;
    expect(play(nothing, retry())).toBe(nothing);
  });
  test('a wait is shown anew: the second one starts with its own answer', () => {
    const again = answered(play(isDue, retry(true)), limited(2));
    expect(again).toMatchObject({ phase: 'waiting', deadlineMs: 1_002_000, automaticTries: 1 });
    expect(again.attempts).toHaveLength(2);
  });
});

describe('retrying alone', () => {
  const round = (state: CallState, exchange: Exchange, automatic = true) =>
    answered(play(state, due, retry(automatic)), exchange);

  test('a wait given by the server is obeyed three times', () => {
    let state = waiting;
    const allowed = [mayRetryAlone(state)];
    for (let i = 0; i < MOST_AUTOMATIC; i++) {
      state = round(state, limited());
      allowed.push(mayRetryAlone(state));
    }
    expect(allowed).toEqual([true, true, true, false]);
    // The person may go on, and then so may the page.
    expect(state.phase).toBe('waiting');
    const byHand = round(state, limited(), false);
    expect([byHand.automaticTries, mayRetryAlone(byHand)]).toEqual([0, true]);
  });

  test('tries by hand count for none', () => {
    const state = [1, 2, 3, 4].reduce((s) => round(s, limited(), false), waiting);
    expect([state.automaticTries, state.attempts.length, mayRetryAlone(state)]).toEqual([0, 5, true]);
  });

  test('after a Retry-After of 0 the tries end too', () => {
    let state = answered(sending, limited(0));
    expect(state.deadlineMs).toBe(state.waitFromMs);
    for (let i = 0; i < MOST_AUTOMATIC; i++) state = round(state, limited(0));
    expect(mayRetryAlone(state)).toBe(false);
  });

  test('backoff doubles, and gives up after the documented tries', () => {
    let state = answered(sending, answerOf('bad_gateway'));
    const waits: (number | undefined)[] = [];
    while (state.phase === 'waiting') {
      expect(mayRetryAlone(state)).toBe(true);
      waits.push(state.deadlineMs && state.deadlineMs - (state.waitFromMs ?? 0));
      state = round(state, noAnswer('network_error'));
    }
    expect(waits).toEqual([1000, 2000, 4000, 8000]);
    expect(state).toMatchObject({ phase: 'settled', ending: 'gave-up' });
    expect(state.attempts).toHaveLength(BACKOFF.tries);
    expect(lastAttempt(state)?.plan).toEqual({ kind: 'by-hand', why: 'gave-up' });
    expect(mayRetryAlone(state)).toBe(false);
    // By hand it goes on, and the reason it had stopped is gone.
    expect(play(state, retry()).ending).toBeUndefined();
    expect(answered(play(state, retry()), picture()).phase).toBe('settled');
  });

  test('guessed and given waits in turn do not add up to more tries', () => {
    let state = answered(sending, answerOf('bad_gateway'));
    state = round(state, answerOf('bad_gateway'));
    state = round(state, answerOf('bad_gateway'));
    expect(mayRetryAlone(round(state, limited()))).toBe(false);
  });

  test.each([
    [86_399, true],
    [86_400, true],
    [86_401, false],
    ['9'.repeat(30), false],
  ])('a wait of %s s: %s', (seconds, alone) => {
    const state = answered(sending, limited(seconds));
    expect(state.phase).toBe('waiting');
    expect(mayRetryAlone(state)).toBe(alone);
  });

  test('the longest wait that ticks is a day', () => expect(LONGEST_ALONE_MS).toBe(24 * 3600 * 1000));

  test.each<[name: string, state: CallState]>([
    ['nothing was sent', idle],
    ['the first answer is out', sending],
    ['the server failed', answered(sending, answerOf('internal_error'))],
  ])('not when %s', (_name, state) => expect(mayRetryAlone(state)).toBe(false));
});

describe('hold', () => {
  const held = play(isDue, { type: 'hold' });
  test('a wait that ended without a network is over, and nothing is sent by itself', () => {
    expect(held).toEqual({ ...isDue, held: true });
    expect([mayRetryAlone(isDue), mayRetryAlone(held)]).toEqual([true, false]);
  });
  test('by hand it goes on, and after the next refusal by itself again', () => {
    const again = play(held, retry());
    expect(again.held).toBeUndefined();
    expect(mayRetryAlone(answered(again, limited()))).toBe(true);
  });
  test.each([idle, sending, waiting, settled])('means nothing in $phase', (state) => {
    expect(play(state, { type: 'hold' })).toBe(state);
  });
});

describe('wait-on', () => {
  const on = (deadlineMs: number, nowMs = 1_010_500): CallEvent => ({ type: 'wait-on', deadlineMs, nowMs });
  test('a later deadline of another tab is a new wait, from now on', () => {
    const further = play(isDue, on(1_020_000));
    expect(further).toEqual({
      ...isDue,
      phase: 'waiting',
      waitFromMs: 1_010_500,
      deadlineMs: 1_020_000,
      fromOtherTab: true,
    });
    expect(mayRetryAlone(further)).toBe(true);
    expect(play(further, due).phase).toBe('due');
    expect(play(further, due, retry(true)).fromOtherTab).toBeUndefined();
  });
  test('one that has passed is none', () => expect(play(isDue, on(1_010_500))).toBe(isDue));
  test('one beyond a day is for a person to end', () => {
    expect(mayRetryAlone(play(isDue, on(1_010_500 + LONGEST_ALONE_MS + 1)))).toBe(false);
  });
  test.each([idle, sending, waiting, settled])('means nothing in $phase', (state) => {
    expect(play(state, on(9_000_000))).toBe(state);
  });
});

describe('what other tabs should know', () => {
  test('a wait that the server asked for', () => expect(isToldToWait(waiting)).toBe(true));
  test.each<[string, CallState]>([
    ['a guess', answered(sending, answerOf('bad_gateway'))],
    ['a wait that is over', isDue],
    ['nothing to wait for', settled],
    ['what another tab has told', { ...waiting, fromOtherTab: true }],
    ['what came in a link', { ...waiting, frozen: true }],
  ])('not %s', (_what, state) => expect(isToldToWait(state)).toBe(false));
});

describe('stop', () => {
  const endings: Ending[] = ['cancelled', 'edited', 'gave-up'];
  test.each(endings)('%s ends a wait and keeps the answer', (why) => {
    for (const state of [waiting, isDue]) {
      const ended = play(state, stop(why));
      expect(ended).toMatchObject({ phase: 'settled', ending: why, sequence: 2, attempts: state.attempts });
      expect([ended.deadlineMs, ended.waitFromMs]).toEqual([undefined, undefined]);
    }
  });
  test('the first request that is cancelled leaves nothing behind', () => {
    expect(play(sending, stop('cancelled'))).toMatchObject({
      phase: 'idle',
      ending: 'cancelled',
      attempts: [],
    });
  });
  test('a retry that is cancelled goes back to the answer before', () => {
    const back = play(isDue, retry(), stop('cancelled'));
    expect(back).toMatchObject({ phase: 'settled', ending: 'cancelled', attempts: isDue.attempts });
    expect(back.sentAtMs).toBeUndefined();
  });
  test.each([idle, settled])('has nothing to stop in $phase', (state) => {
    expect(play(state, stop('edited'))).toBe(state);
    expect(play(state, { type: 'stop-waiting', why: 'edited' })).toBe(state);
  });
});

describe('stop-waiting', () => {
  const edited: CallEvent = { type: 'stop-waiting', why: 'edited' };
  test('lets a request that is under way finish', () => {
    expect(play(sending, edited)).toBe(sending);
    expect(answered(play(sending, edited), picture()).phase).toBe('settled');
    const second = play(isDue, retry());
    expect(play(second, edited)).toBe(second);
  });
  test.each([waiting, isDue])('ends the $phase as stop does', (state) => {
    expect(play(state, edited)).toEqual(play(state, stop('edited')));
  });
});
