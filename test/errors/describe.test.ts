// In: an answer for every row of the catalogue, and answers of no row. Out: a card with words, a move and its facts for each.
import { describe, expect, test } from 'vitest';
import { catalogue, type ErrorCode, errorRow } from '#shared/errors.ts';
import { type CardWords, describe as cardOf, moveWords } from '../../src/errors/describe.ts';
import { verdictOf } from '../../src/request/call.ts';
import type { Exchange } from '../../src/request/send.ts';
import { answer, answerOf, picture } from '../request/an-exchange.ts';

const words = (exchange: Exchange): CardWords | undefined =>
  cardOf({ exchange, verdict: verdictOf(exchange), plan: { kind: 'never' } });
const card = (exchange: Exchange): CardWords => words(exchange) ?? expect.fail('there is no card');
const factsOf = (code: ErrorCode) =>
  Object.fromEntries(card(answerOf(code)).facts.map(({ name, value }) => [name, value]));

const codes = Object.keys(catalogue) as ErrorCode[];

describe('every row of the catalogue has its card', () => {
  test.each(codes)('%s', (code) => {
    const row = errorRow(code);
    const { title, meaning, fix, move, origin, status, departures, ...rest } = card(answerOf(code));
    expect(rest.code).toBe(code);
    expect({ title, meaning, fix, move }).toEqual({
      title: row.title,
      meaning: row.meaning,
      fix: row.fix,
      move: row.move,
    });
    for (const sentence of [title, meaning, fix, moveWords[move], origin, status])
      expect(sentence).toMatch(/\S/);
    expect(meaning).toMatch(/[.)]$/);
    expect(fix).toMatch(/\.$/);
    // The documented answer departs in nothing from what is documented.
    expect(departures).toEqual([]);
  });

  test('no two rows of one API share a headline, but for the vendor’s back office', () => {
    const titles = codes.map((code) => errorRow(code).title).filter((title) => title !== 'Not a chart error');
    expect(titles).toHaveLength(new Set(titles).size);
  });
});

describe('the facts of documented answers', () => {
  test('the fields of a chart that breaks rules', () => {
    expect(card(answerOf('invalid_spec')).details).toEqual([
      { path: 'data.labels', message: 'At least 1 label is required' },
      { path: 'width', message: 'Number must be less than or equal to 4000' },
    ]);
    expect(card(answerOf('invalid_base64')).details).toEqual([
      { path: 'chart', message: 'Invalid base64 encoding' },
    ]);
    expect(card(answerOf('IS_VALIDATION_ERROR')).details).toEqual([{ path: 'c', message: '"c" is wrong' }]);
  });

  test('the plans of the three 402s', () => {
    expect(factsOf('quota_exceeded')).toEqual({
      Plan: 'trial',
      'Used this month': '10\u202f000 of 10\u202f000 renders',
    });
    expect(factsOf('trial_expired')).toEqual({ Plan: 'expired', 'Upgrade at': '/app/usage-billing' });
    expect(factsOf('pdf_requires_pro')).toEqual({ Plan: 'starter', 'Upgrade at': '/app/usage-billing' });
  });

  test('the sentence of the server, where it has one', () => {
    expect(factsOf('url_too_long')).toEqual({
      'Server says': 'URL exceeds 2000 characters. Use POST for complex charts.',
    });
    expect(factsOf('overloaded')).toEqual({ 'Server says': 'Too many renders are waiting. Please retry.' });
    expect(factsOf('invalid_json')).toEqual({});
    expect(factsOf('rate_limited')).toEqual({});
  });

  test('a use without its limit is not shown', () => {
    const body = { error: 'Monthly render quota exceeded', currentUsage: 5, plan: 'trial' };
    expect(card(answer(402, { body })).facts).toEqual([{ name: 'Plan', value: 'trial' }]);
  });

  test('the request id, for reporting', () => {
    expect(card(answerOf('internal_error')).requestId).toBe('req-1');
    expect(card(answer(500)).requestId).toBeUndefined();
  });
});

test('whose move it is', () => {
  const moveOf = (code: ErrorCode) => moveWords[card(answerOf(code)).move];
  expect(moveOf('invalid_spec')).toBe('Your move');
  expect(moveOf('rate_limited')).toBe('Just wait');
  expect(moveOf('internal_error')).toBe('Server’s fault');
});

test('where the card comes from', () => {
  const from = (code: ErrorCode) => [card(answerOf(code)).origin, card(answerOf(code)).status];
  expect(from('rate_limited')).toEqual(['Documented', '429']);
  expect(from('overloaded')).toEqual(['This server', '503']);
  expect(from('IC_MISSING_ENT_PARAMETER')).toEqual(['Seen in official clients', '400']);
  expect(from('IC_RETINA_ERROR')).toEqual(['Inferred', '403']);
  expect(from('bad_gateway')).toEqual(['Network', '502']);
  expect(from('network_error')).toEqual(['Network', 'No answer']);
});

test('the status as it came, with its words', () => {
  const exchange = answer(429, { statusText: 'Too Many Requests', headers: { 'retry-after': '1' } });
  expect(card(exchange).status).toBe('429 Too Many Requests');
});

test('an answer that was cut in the middle is not called none', () => {
  const { exchange, result } = {
    exchange: answerOf('network_error'),
    result: { kind: 'network_error' as const },
  };
  const cut = card({ ...exchange, result: { ...result, stage: 'body' } });
  expect(cut).toMatchObject({
    code: 'network_error',
    title: 'The answer was cut in the middle',
    status: 'Cut off',
  });
  expect(card({ ...exchange, result: { ...result, stage: 'connect' } })).toMatchObject({
    title: errorRow('network_error').title,
    meaning: errorRow('network_error').meaning,
  });
});

test('an answer that breaks its contract is explained all the same, and the breaches are named', () => {
  const { code, departures } = card(answer(429, { body: '<h1>Slow down</h1>' }));
  expect(code).toBe('rate_limited');
  expect(departures).toContain('The body is not the documented JSON.');
  expect(departures).toContain('The header Retry-After is missing or not readable.');
});

describe('answers that nobody documents', () => {
  test.each([
    [418, 'you'],
    [400, 'you'],
    [499, 'you'],
    [501, 'us'],
    [599, 'us'],
  ])('%d is %s', (status, move) => {
    const { title, ...rest } = card(answer(status, { body: '<html>' }));
    expect(rest).toMatchObject({
      code: 'undocumented',
      status: String(status),
      origin: 'Undocumented',
      move,
    });
    expect(title).toContain(String(status));
    expect(rest.meaning + rest.fix).toMatch(/\S/);
  });

  test('what they tell is shown', () => {
    const details = [{ path: 'width', message: 'too wide' }];
    const exchange = answer(400, {
      headers: { 'x-request-id': 'req-9' },
      body: { error: 'Something new', message: 'No luck.', details },
    });
    expect(card(exchange)).toMatchObject({
      details,
      facts: [{ name: 'Server says', value: 'No luck.' }],
      requestId: 'req-9',
      departures: [],
    });
  });

  test('a code of the other API that is newer than this catalogue keeps its name', () => {
    const exchange = answer(400, { headers: { 'x-ic-error-code': 'IC_BRAND_NEW' } });
    expect(card(exchange)).toMatchObject({ code: 'IC_BRAND_NEW', origin: 'Undocumented' });
  });
});

test('a success needs no card', () => expect(words(picture())).toBeUndefined());
