// In: requests to a real server that answers, refuses, stalls and hangs up. Out: an exchange for all of it, but for a cancelled one.
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import {
  Cancelled,
  getRequest,
  postRequest,
  type RenderRequest,
  send,
  TIME_OUT_MS,
} from '../../src/request/send.ts';

let server: Server;
let url: string;
let answerWith: (response: ServerResponse, request: IncomingMessage) => void;
let seen: { method?: string; url?: string; headers: IncomingMessage['headers']; body: string };

beforeAll(async () => {
  server = createServer(async (request, response) => {
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    seen = {
      method: request.method,
      url: request.url,
      headers: request.headers,
      body: String(Buffer.concat(pieces)),
    };
    answerWith(response, request);
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
afterEach(() => vi.restoreAllMocks());

const never = new AbortController().signal;
const at = (request: RenderRequest): RenderRequest => ({ ...request, path: url + request.path });
const post = (text = '{}', key: string | null = null) => send(at(postRequest(text, key)), never);
const replies = (status: number, type: string | undefined, body: string | Buffer, more = {}) => {
  answerWith = (response) =>
    response.writeHead(status, { ...(type ? { 'Content-Type': type } : {}), ...more }).end(body);
};

describe('what goes out', () => {
  test('a POST carries the text byte for byte and says it is JSON', async () => {
    replies(200, 'image/png', 'png');
    const text = '{ "a": "ü🎉",,\r\n';
    const exchange = await post(text);
    expect(seen).toMatchObject({ method: 'POST', url: '/api/v1/render', body: text });
    expect(seen.headers).toMatchObject({ accept: '*/*', 'content-type': 'application/json' });
    expect(seen.headers.authorization).toBeUndefined();
    expect(exchange).toMatchObject({ method: 'POST', bodyBytes: Buffer.byteLength(text) });
    expect(exchange.requestHeaders).toEqual([
      ['Accept', '*/*'],
      ['Content-Type', 'application/json'],
    ]);
  });

  test('a GET carries path and query, and no body', async () => {
    replies(200, 'image/png', 'png');
    const exchange = await send(at(getRequest('/api/v1/render?chart=e30', null)), never);
    expect(seen).toMatchObject({ method: 'GET', url: '/api/v1/render?chart=e30', body: '' });
    expect(seen.headers['content-type']).toBeUndefined();
    expect(exchange).toMatchObject({ method: 'GET', bodyBytes: 0, requestHeaders: [['Accept', '*/*']] });
  });

  test('the key goes out as a Bearer token and is shown nowhere', async () => {
    replies(401, 'application/json', '{}');
    const exchange = await post('{}', 'pk_live_secret');
    expect(seen.headers.authorization).toBe('Bearer pk_live_secret');
    expect(exchange.requestHeaders).toContainEqual(['Authorization', 'Bearer ••••••••']);
    expect(JSON.stringify(exchange)).not.toContain('secret');
  });

  test.each([
    ['pk_“live”', 'Bearer pk_?live?'],
    ['pk_live\u200b', 'Bearer pk_live?'],
    ['pk\r\nX-Evil: 1', 'Bearer pk??X-Evil: 1'],
    ['pk_\ud800', 'Bearer pk_?'],
    ['\0', 'Bearer ?'],
    ['pk_\u00fc', 'Bearer pk_\u00fc'],
  ])(
    'a key that no header can carry is refused by the server, not passed as none: %j',
    async (key, header) => {
      replies(401, 'application/json', '{}');
      const { result } = await post('{}', key);
      expect(result).toMatchObject({ kind: 'answer', status: 401 });
      expect(seen.headers.authorization).toBe(header);
      expect(seen.headers['x-evil']).toBeUndefined();
    },
  );
});

describe('what comes back', () => {
  test('a picture', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 255]);
    replies(200, 'image/png', bytes, { 'X-Cache': 'MISS' });
    const before = Date.now();
    const exchange = await post();
    const { result } = exchange;
    expect(result).toMatchObject({ status: 200, statusText: 'OK', bytes: 6, body: null });
    expect(result).toMatchObject({ headers: { 'x-cache': 'MISS', 'content-type': 'image/png' } });
    const picture = 'picture' in result ? result.picture : null;
    expect(Buffer.from((await picture?.arrayBuffer()) ?? new ArrayBuffer(0))).toEqual(bytes);
    expect(picture?.type).toBe('image/png');
    expect(exchange.receivedAtMs).toBeGreaterThanOrEqual(before);
    expect(exchange.receivedAtMs).toBeLessThanOrEqual(Date.now());
    expect(Number.isInteger(exchange.durationMs)).toBe(true);
  });

  const refusal = '{"error":"Rate limit exceeded","retryAfter":120}';
  test.each<[what: string, status: number, type: string | undefined, body: string | null, picture: boolean]>([
    ['JSON error', 429, 'application/json; charset=utf-8', refusal, false],
    ['problem document', 400, 'application/problem+json', refusal, false],
    ['page of a proxy', 502, 'text/html', '<h1>Bad Gateway</h1>', false],
    ['XML', 403, 'application/xml', '<Error/>', false],
    ['error without a type', 500, undefined, 'oops', false],
    ['error as a picture', 400, 'image/png', null, false],
    ['JSON that is no error', 200, 'application/json', '{"url":"/renders/1.png"}', false],
    ['SVG', 200, 'image/svg+xml', null, true],
    ['PDF', 200, 'application/pdf', null, true],
  ])('%s', async (_what, status, type, body, isPicture) => {
    replies(status, type, body ?? 'bytes', { 'Retry-After': '120' });
    const { result } = await post();
    expect(result).toMatchObject({ kind: 'answer', status, body, headers: { 'retry-after': '120' } });
    expect('picture' in result && result.picture !== null).toBe(isPicture);
  });

  test('an empty answer', async () => {
    replies(204, undefined, '');
    expect((await post()).result).toMatchObject({ status: 204, bytes: 0, body: '' });
  });
});

describe('nothing usable comes back', () => {
  const cuts: [string, 'connect' | 'body', typeof answerWith][] = [
    ['before the head', 'connect', (response) => response.destroy()],
    [
      'within the body',
      'body',
      (response) => {
        response.writeHead(200, { 'Content-Type': 'image/png', 'Content-Length': '100' });
        response.write('half', () => response.destroy());
      },
    ],
  ];
  test.each(cuts)(
    'a connection cut %s is a network error, and it is told where',
    async (_when, stage, act) => {
      answerWith = act;
      const exchange = await post('{}', 'pk_live_secret');
      expect(exchange.result).toEqual({ kind: 'network_error', stage });
      expect(exchange).toMatchObject({ method: 'POST', bodyBytes: 2 });
      expect(JSON.stringify(exchange)).not.toContain('secret');
    },
  );

  test('so is a server that is not there', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    await once(other, 'listening');
    const { port } = other.address() as AddressInfo;
    other.close();
    await once(other, 'close');
    const request = { ...postRequest('{}', null), path: `http://127.0.0.1:${port}/` };
    expect((await send(request, never)).result).toEqual({ kind: 'network_error', stage: 'connect' });
  });

  test('a server that never ends its answer is given up, by a bound of its own', async () => {
    const tooLong = new AbortController();
    const bound = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(tooLong.signal);
    answerWith = (response) => {
      response.writeHead(200, { 'Content-Type': 'image/png' });
      response.write('half', () => tooLong.abort(new DOMException('late', 'TimeoutError')));
    };
    expect((await post()).result).toMatchObject({ kind: 'time_out' });
    expect(bound).toHaveBeenCalledExactlyOnceWith(TIME_OUT_MS);
  });
});

describe('Cancel', () => {
  const moments: [string, (stop: () => void) => typeof answerWith][] = [
    ['before the head', (stop) => () => stop()],
    [
      'within the body',
      (stop) => (response) => {
        response.writeHead(200, { 'Content-Type': 'image/png' });
        response.write('half', stop);
      },
    ],
  ];
  test.each(moments)('%s rejects, and the server sees the caller leave', async (_when, act) => {
    const controller = new AbortController();
    const left = new Promise<void>((resolve) => {
      const stopping = act(() => controller.abort());
      answerWith = (response, request) => {
        response.once('close', resolve);
        stopping(response, request);
      };
    });
    await expect(send(at(postRequest('{}', null)), controller.signal)).rejects.toBeInstanceOf(Cancelled);
    await left;
  });

  test('before it begins, nothing is sent', async () => {
    let asked = 0;
    answerWith = (response) => {
      asked++;
      response.end();
    };
    await expect(send(at(postRequest('{}', null)), AbortSignal.abort())).rejects.toBeInstanceOf(Cancelled);
    expect(asked).toBe(0);
  });
});
