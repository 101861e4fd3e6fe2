// In: recorded calls. Out: what other clients would have done with the same server.
import { describe, expect, test } from 'vitest';
import { type Comparison, comparePolicies } from '../../../src/request/timeline/policies.ts';
import { answerOf, noAnswer } from '../an-exchange.ts';
import { limited, made, Player, scenes, waited } from './scenes.ts';

const compare = (player: Player): Comparison => {
  const call = player.history.at(-1);
  if (!call) throw new Error('Nothing was played');
  return comparePolicies(call);
};
const table = (player: Player) => {
  const compared = compare(player);
  return compared.ok
    ? compared.runs.map(({ policy, requests, refused, waitedMs, lateMs, end }) =>
        [policy, requests, refused, waitedMs, lateMs, end].join(' '),
      )
    : [compared.why];
};

test('told 10 s: both others ask in vain, and one comes late', () => {
  expect(table(waited())).toEqual([
    'fixed 3 2 10000 0 yes',
    'exponential 5 4 15000 5000 yes',
    'server-directed 2 1 10000 0 yes',
  ]);
  expect(compare(waited())).toMatchObject({
    yesMs: 10_000,
    how: 'told',
    words:
      'Waiting as the server says saves up to 3 requests that would only be refused, and is up to 5 s sooner.',
  });
});

test('the deadline alone is enough: nothing need have succeeded yet', () => {
  expect(table(new Player().send(0).answered(84, limited(10)))).toEqual(table(waited()));
});

test('refused again after the wait: the second deadline counts, and the server is asked at each', () => {
  const twice = new Player()
    .send(0)
    .answered(100, limited(7))
    .due(7100)
    .retry(7200)
    .answered(7300, limited(5));
  expect(table(twice)).toEqual([
    'fixed 4 3 15000 2800 yes',
    'exponential 5 4 15000 2800 yes',
    'server-directed 3 2 12200 0 yes',
  ]);
});

test('the server was sooner than it said: what was seen counts', () => {
  const early = new Player().send(0).answered(100, limited(60)).retry(3100, false).answered(3200, made());
  expect(compare(early)).toMatchObject({ yesMs: 3000, how: 'seen' });
  expect(table(early)).toEqual([
    'fixed 2 1 5000 2000 yes',
    'exponential 3 2 3000 0 yes',
    'server-directed 2 1 60000 57000 yes',
  ]);
  expect(compare(early)).toMatchObject({
    words:
      'Waiting as the server says saves up to 1 request that would only be refused, and is 57 s later than the luckiest of the others.',
  });
});

test('no word from the server: backoff, without jitter, until the moment at which it was seen to say yes', () => {
  expect(table(scenes.backoff?.() ?? new Player())).toEqual([
    'fixed 2 1 5000 1240 yes',
    'exponential 4 3 7000 3240 yes',
    'server-directed 3 2 4000 240 yes',
  ]);
});

test('no word, and away for longer than five tries: the protocol stops, the others go on', () => {
  const player = new Player().send(0).answered(40, noAnswer('time_out')).stop(100).retry(90_040, false);
  expect(table(player.answered(90_100, made()))).toEqual([
    'fixed 19 18 90000 0 yes',
    'exponential 8 7 95000 5000 yes',
    'server-directed 5 5 17000 0 gave-up',
  ]);
});

test('a wait of days does not keep the page busy', () => {
  expect(table(new Player().send(0).answered(84, limited(86_400 * 365)))[0]).toBe(
    'fixed 10000 10000 49995000 0 endless',
  );
});

describe('nothing to compare', () => {
  test.each<[string, Player, RegExp]>([
    ['a success', new Player().send(0).answered(50, made()), /first request succeeded/],
    [
      'a request that must change',
      new Player().send(0).answered(50, answerOf('invalid_json')),
      /No wait can help/,
    ],
    ['no answer yet', new Player().send(0), /No answer has come/],
    [
      'a server that never came back',
      new Player().send(0).answered(50, noAnswer('network_error')),
      /not known/,
    ],
    [
      'an outcome that is unknown',
      new Player().send(0).answered(50, answerOf('internal_error')),
      /not known/,
    ],
  ])('%s', (_what, player, why) =>
    expect(compare(player)).toEqual({ ok: false, why: expect.stringMatching(why) }),
  );
});
