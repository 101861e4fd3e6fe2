// In: a call of the history. Out: its report: readable, capped, without a way out of its cells and fences, and without secrets.
import { describe, expect, test } from 'vitest';
import { getRequest } from '../../../src/request/send.ts';
import { markdown } from '../../../src/request/timeline/markdown.ts';
import { answer } from '../an-exchange.ts';
import { made, Player, scenes, waited } from './scenes.ts';

const report = (player: Player, link?: string) => {
  const call = player.history.at(-1);
  if (!call) throw new Error('Nothing was played');
  return markdown(call, { origin: 'http://charts.test', link });
};

test('429, the wait, 200', () => {
  expect(report(waited(), 'http://charts.test/#v1.d1.x.y').split('\n')).toEqual([
    '### Chart request succeeded: 429 → 200',
    '',
    '- Request: `POST http://charts.test/api/v1/render`',
    '- API: Chart-Output',
    '- Started: 2026-11-22T07:00:00.000Z',
    '- Chart: <http://charts.test/#v1.d1.x.y>',
    '',
    '| # | Status | Code | Took | Request id | Then |',
    '|--:|---|---|--:|---|---|',
    '| 1 | 429 | `rate_limited` | 84 ms | `req-429` | waited 10 s: Retry-After said 10 |',
    '| 2 | 200 | OK | 210 ms | `req-200` |  |',
    '',
    'Reply (429):',
    '',
    '```json',
    '{"error":"Rate limit exceeded","retryAfter":10}',
    '```',
    '',
  ]);
});

test.each([
  ['cancelled', '| 2 | Cancelled | before the answer | 700 ms |  |  |'],
  [
    'backoff',
    '| 1 | No answer | `network_error` | 40 ms |  | waited 1.3 s: backoff, since nothing said how long |',
  ],
  [
    'wrong',
    '| 1 | 400 | `invalid_json` | 31 ms | `req-400` | not tried again: the request itself must change |',
  ],
  [
    'edited',
    '| 1 | 429 | `rate_limited` | 84 ms | `req-429` | wait ended after 3 s of 10 s, since the chart was edited: Retry-After said 10 |',
  ],
])('%s', (name, line) => expect(report(scenes[name]?.() ?? new Player())).toContain(line));

describe('a hostile reply', () => {
  const of = (body: string, headers: Record<string, string> = {}) =>
    report(new Player().send(0).answered(10, answer(418, { body, headers })));

  test('cannot end its fence', () => {
    const lines = of('a\n```\n````\n# b').split('\n');
    expect(lines.filter((line) => line.startsWith('`````'))).toEqual(['`````text', '`````']);
  });
  test('is capped', () => {
    const text = of('x'.repeat(5000));
    expect(text).toContain('(and 3000 more characters)');
    expect(text).not.toContain('x'.repeat(2001));
  });
  test('cannot end its cell', () => {
    const row = of('', { 'x-request-id': 'a|b`c' })
      .split('\n')
      .find((line) => line.startsWith('| 1'));
    expect(row).toContain('`` a\\|b`c ``');
  });
});

test('no secret, and no endless URL', () => {
  const secret = 'pk_live_s3cretS3cret';
  const request = getRequest(
    `/api/v1/render?apiKey=${secret}&note=pk_test_pro&chart=${'a'.repeat(900)}`,
    secret,
  );
  const player = new Player().send(0, request).answered(10, answer(500, { body: { error: `No ${secret}` } }));
  const text = report(player.send(20, request).answered(40, made()));
  expect(text).not.toMatch(/s3cret|pk_test/);
  expect(text).toContain('…`');
  expect(text.split('\n')[2]?.length).toBeLessThan(340);
  expect(
    report(new Player().send(0, request).answered(10, answer(500, { body: { error: `No ${secret}` } }))),
  ).not.toMatch(/s3cret/);
});
