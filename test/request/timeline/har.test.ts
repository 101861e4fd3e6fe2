// In: calls of the history. Out: a HAR log that holds to the fields and types of HAR 1.2, tells each attempt, and no secret.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { getRequest, postRequest } from '../../../src/request/send.ts';
import { har } from '../../../src/request/timeline/har.ts';
import { answer } from '../an-exchange.ts';
import { limited, Player, START, scenes, waited } from './scenes.ts';

const options = { origin: 'http://charts.test', nowMs: START + 60_000 };
const har12 = (() => {
  const comment = z.string().optional();
  const pair = z.strictObject({ name: z.string(), value: z.string(), comment });
  const cookie = z.strictObject({ name: z.string(), value: z.string() });
  const size = z.int().min(-1);
  const span = z.number().min(-1);
  const common = {
    httpVersion: z.string(),
    cookies: z.array(cookie),
    headers: z.array(pair),
    headersSize: size,
    bodySize: size,
    comment,
  };
  const request = z.strictObject({
    ...common,
    method: z.string().min(1),
    url: z.url(),
    queryString: z.array(pair),
    postData: z
      .strictObject({ mimeType: z.string(), params: z.array(pair), text: z.string(), comment })
      .optional(),
  });
  const content = z.strictObject({
    size: z.int().min(0),
    compression: z.int().optional(),
    mimeType: z.string().min(1),
    text: z.string().optional(),
    encoding: z.string().optional(),
    comment,
  });
  const response = z.strictObject({
    ...common,
    status: z.int().min(0),
    statusText: z.string(),
    content,
    redirectURL: z.string(),
  });
  const timings = z.strictObject({
    blocked: span.optional(),
    dns: span.optional(),
    connect: span.optional(),
    ssl: span.optional(),
    send: z.number().min(0),
    wait: z.number().min(0),
    receive: z.number().min(0),
    comment,
  });
  const entry = z
    .strictObject({
      pageref: z.string().optional(),
      startedDateTime: z.iso.datetime(),
      time: z.number().min(0),
      request,
      response,
      cache: z.strictObject({}),
      timings,
      serverIPAddress: z.string().optional(),
      connection: z.string().optional(),
      comment,
    })
    .refine(({ time, timings: { send, wait, receive } }) => time === send + wait + receive);
  const creator = z.strictObject({ name: z.string(), version: z.string(), comment });
  return z.strictObject({
    log: z.strictObject({
      version: z.literal('1.2'),
      creator,
      browser: creator.optional(),
      pages: z.array(z.unknown()).optional(),
      entries: z.array(entry),
      comment,
    }),
  });
})();

const read = (player: Player) => har12.parse(JSON.parse(JSON.stringify(har(player.history, options)))).log;

describe.each(Object.entries(scenes))('%s', (_name, play) => {
  test('holds to HAR 1.2, with one entry per attempt', () => {
    const player = play();
    expect(read(player).entries).toHaveLength(player.history.flatMap(({ tries }) => tries).length);
  });
});

test('429, the wait, 200', () => {
  const [first, second] = read(waited()).entries;
  expect(first).toMatchObject({
    startedDateTime: '2026-11-22T07:00:00.000Z',
    time: 84,
    request: {
      method: 'POST',
      url: 'http://charts.test/api/v1/render',
      postData: { mimeType: 'application/json' },
    },
    response: {
      status: 429,
      statusText: 'Too Many Requests',
      content: { mimeType: 'application/json', text: '{"error":"Rate limit exceeded","retryAfter":10}' },
    },
    timings: { send: 0, wait: 84, receive: 0 },
    comment: 'Attempt 1 of 2: 429 rate_limited, then waited 10 s: Retry-After said 10',
  });
  expect(first?.response.headers).toContainEqual({ name: 'retry-after', value: '10' });
  expect(second).toMatchObject({
    startedDateTime: '2026-11-22T07:00:10.200Z',
    response: { status: 200, content: { size: 12_345, mimeType: 'image/png' } },
  });
  expect(second?.response.content.text).toBeUndefined();
});

test('attempts without an answer have the status 0 and say why', () => {
  const comments = ['cancelled', 'superseded', 'backoff', 'sending'].map((name) => {
    const { entries } = read(scenes[name]?.() ?? new Player());
    return entries.filter(({ response }) => response.status === 0).map(({ response }) => response.comment);
  });
  expect(comments).toEqual([
    ['No answer: cancelled'],
    ['No answer: superseded'],
    ['No answer: network_error', 'No answer: network_error'],
    ['No answer: sending'],
  ]);
});

test('no secret: keys, signatures, test keys, credentials of an echoing server', () => {
  const secret = 'pk_live_s3cretS3cret';
  const request = {
    ...getRequest(`/api/v1/render?key=${secret}&ichm=aa11bb22cc33&chart=${secret}&width=5`, secret),
    headers: { 'X-Api-Key': 'other-secret-1' },
  };
  const echo = answer(401, {
    headers: { 'x-echo': secret, 'set-cookie': 'sid=cookie-secret-2' },
    body: { error: 'Invalid API key', message: `${secret} aa11bb22cc33 other-secret-1 pk_test_slow` },
  });
  const shown = {
    ...echo,
    path: request.path,
    requestHeaders: [['Authorization', `Bearer ${secret}`]] as const,
  };
  const player = new Player().send(0, request).answered(10, shown);
  player.send(20, postRequest('{"note":"token=abcdef0123456789"}', null)).answered(30, limited(1));
  const log = JSON.stringify(read(player));
  const planted = [
    secret,
    'aa11bb22cc33',
    'other-secret-1',
    'cookie-secret-2',
    'pk_test_slow',
    'abcdef0123456789',
  ];
  expect(planted.filter((one) => log.includes(one))).toEqual([]);
  const [entry] = read(player).entries;
  expect(entry?.request.url).toBe('http://charts.test/api/v1/render?chart=***&width=5');
  expect(entry?.request.queryString).toEqual([
    { name: 'chart', value: '***' },
    { name: 'width', value: '5' },
  ]);
  expect(entry?.request.headers).toEqual([{ name: 'Authorization', value: 'Bearer ••••••••' }]);
});

test('names the version of this project', () => {
  const { version } = JSON.parse(readFileSync(new URL('../../../package.json', import.meta.url), 'utf8'));
  expect(har([], options).log.creator.version).toBe(version);
});
