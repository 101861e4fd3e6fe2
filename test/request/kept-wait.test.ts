// In: a call that waits, and a storage. Out: the same call after a reload, without the key, and only for the same chart.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type CallState, idle, nextCall } from '../../src/request/call.ts';
import { forgetWait, keepWait, keptWait } from '../../src/request/kept-wait.ts';
import { getRequest, postRequest } from '../../src/request/send.ts';
import { refusingStorage, standInStorage } from '../page/stand-in-storage.ts';
import { answerOf, picture } from './an-exchange.ts';

const KEY = 'pk_live_4f9s8d7f6g5h4j3k2l1';
const NAME = 'chart-playground.wait';
const text = '{ "type": "bar" }';

const call = (exchange = answerOf('rate_limited'), request = postRequest(text, KEY)): CallState => {
  const sending = nextCall(idle, { type: 'send', request, text, nowMs: 0 });
  return nextCall(sending, { type: 'answered', sequence: 1, exchange, random: () => 0 });
};
const waiting = call();

let kept: Map<string, string>;
beforeEach(() => {
  const made = standInStorage();
  kept = made.kept;
  vi.stubGlobal('sessionStorage', made.storage);
});
afterEach(() => vi.unstubAllGlobals());

describe('what waits', () => {
  test('goes on after a reload with the same deadline and the key chosen now', () => {
    keepWait(waiting);
    expect(waiting.phase).toBe('waiting');
    expect(keptWait(text, KEY)).toEqual(waiting);
    expect(keptWait(text, null)).toEqual({ ...waiting, request: { ...waiting.request, key: null } });
    expect(keptWait(text, 'pk_other')?.request?.key).toBe('pk_other');
  });

  test('is kept without the key, by POST and by GET', () => {
    for (const request of [postRequest(text, KEY), getRequest('/api/v1/render?chart=e30', KEY)]) {
      keepWait(call(answerOf('rate_limited'), request));
      expect(kept.size).toBe(1);
      expect([...kept.values()].join()).not.toContain(KEY);
    }
    expect(waiting.request?.key).toBe(KEY);
  });

  test('leads on as it would have done', () => {
    keepWait(waiting);
    const back = keptWait(text, KEY) ?? idle;
    const due = nextCall(back, { type: 'due' });
    expect(nextCall(due, { type: 'retry', automatic: true, nowMs: 1 })).toMatchObject({
      phase: 'sending',
      automaticTries: 1,
      sequence: 2,
    });
  });

  test('can be forgotten', () => {
    keepWait(waiting);
    forgetWait();
    expect(keptWait(text, KEY)).toBeUndefined();
    expect(kept.size).toBe(0);
  });
});

test('a call without a request is not kept', () => {
  keepWait(idle);
  expect(kept.size).toBe(0);
});

test('another chart has nothing to wait for', () => {
  keepWait(waiting);
  expect(keptWait(`${text} `, KEY)).toBeUndefined();
});

test('a call that no longer waits is not brought back', () => {
  for (const state of [call(picture()), nextCall(waiting, { type: 'due' }), call(answerOf('invalid_spec'))]) {
    keepWait(state);
    expect(keptWait(text, KEY)).toBeUndefined();
  }
});

describe('what something else left there is dropped', () => {
  const { request, attempts, deadlineMs } = waiting;
  const shape = { phase: 'waiting', sequence: 1, automaticTries: 0, text, request, attempts, deadlineMs };
  const without = (name: string) => Object.fromEntries(Object.entries(shape).filter(([key]) => key !== name));
  test.each([
    '',
    'null',
    '5',
    '[]',
    '{',
    '{"v":1}',
    '{"v":1,"state":null}',
    JSON.stringify({ v: 2, state: shape }),
    JSON.stringify({ state: shape }),
    JSON.stringify({ v: 1, state: without('text') }),
    JSON.stringify({ v: 1, state: without('request') }),
    JSON.stringify({ v: 1, state: without('attempts') }),
    JSON.stringify({ v: 1, state: without('deadlineMs') }),
    JSON.stringify({ v: 1, state: { ...shape, deadlineMs: Number.NaN } }),
  ])('%#', (value) => {
    kept.set(NAME, value);
    expect(keptWait(text, KEY)).toBeUndefined();
  });
  test('and the shape that they were made from is not', () => {
    kept.set(NAME, JSON.stringify({ v: 1, state: shape }));
    expect(keptWait(text, KEY)).toMatchObject({ deadlineMs });
  });
});

test('a storage that refuses costs the countdown after a reload and nothing else', () => {
  vi.stubGlobal('sessionStorage', refusingStorage);
  expect(() => keepWait(waiting)).not.toThrow();
  expect(() => forgetWait()).not.toThrow();
  expect(keptWait(text, KEY)).toBeUndefined();
});
