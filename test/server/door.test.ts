// In: more requests at once than the queue has places. Out: whether those too many are told so at once, in the documented words,
// and everybody else is served.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { pino } from 'pino';
import { afterEach, expect, it } from 'vitest';
import { errorBody } from '#shared/errors.ts';
import { createDoor } from '../../server/door.ts';
import { createHttpServer } from '../../server/http-server.ts';

const PLACES = 2;
/** As many as may be open before the door shuts: the places, and those passing through. */
const MOST = PLACES + 16;

let stop = async () => {};
afterEach(() => stop());

/** An app that answers nothing on the render route until it is told to, and everything else at once. */
async function start(state = { free: 0, busy: false }) {
  const lines: Record<string, unknown>[] = [];
  const log = pino({ base: null }, { write: (line: string) => void lines.push(JSON.parse(line)) });
  const waiting: (() => void)[] = [];
  let told = () => {};
  const fetch_ = (asked: Request): Response | Promise<Response> => {
    const { pathname } = new URL(asked.url);
    if (pathname !== '/api/v1/render' || asked.method === 'OPTIONS') return new Response(pathname);
    return new Promise((resolve) => {
      waiting.push(() => resolve(new Response('drawn')));
      told();
    });
  };
  const refused: unknown[] = [];
  const crowd = () => ({
    inside: Math.min(PLACES, waiting.length),
    free: state.free,
    waitSeconds: 1.2,
  });
  const onRefused = (...counted: unknown[]) => void refused.push(counted);
  const door = createDoor({ crowd, busy: () => state.busy, log, onRefused });
  const { server } = createHttpServer({ fetch: fetch_, log, now: Date.now, door });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const open = Array.from({ length: MOST }, () => post(url));
  const release = () => {
    for (const answer of waiting.splice(0)) answer();
  };
  stop = async () => {
    release();
    await Promise.all(open);
    server.closeAllConnections();
    server.close();
  };
  await new Promise<void>((resolve) => {
    told = () => waiting.length >= MOST && resolve();
    told();
  });
  return { url, lines, refused, waiting, open, release };
}

const post = (url: string, body = '{}') =>
  fetch(`${url}/api/v1/render`, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body });

it('one too many is refused at once, in the words of the catalogue, readable by a page of any origin', async () => {
  const { url, lines, refused, waiting } = await start();
  const answer = await fetch(`${url}/api/v1/render?chart=secret`, { headers: { 'X-Request-Id': 'mine-1' } });
  expect(answer.status).toBe(503);
  expect(await answer.json()).toEqual(
    errorBody('overloaded', { message: 'Too many renders are waiting. Please retry.' }),
  );
  expect(Object.fromEntries(answer.headers)).toMatchObject({
    'retry-after': '2',
    'cache-control': 'no-store',
    'content-type': 'application/json',
    'access-control-allow-origin': '*',
    'access-control-expose-headers': expect.stringContaining('Retry-After'),
    'x-content-type-options': 'nosniff',
    'x-request-id': 'mine-1',
  });
  expect(waiting).toHaveLength(MOST);
  expect(refused).toEqual([[503, 'overloaded']]);
  expect(lines.at(-1)).toMatchObject({
    requestId: 'mine-1',
    path: '/api/v1/render',
    status: 503,
    code: 'overloaded',
  });
  expect(JSON.stringify(lines)).not.toContain('secret');
});

it('a body that comes with it is thrown away, and the connection serves on', async () => {
  const { url, release, open } = await start();
  const refused = await post(url, 'x'.repeat(900_000));
  expect(refused.status).toBe(503);
  await refused.arrayBuffer();
  release();
  for (const one of open) expect(await (await one).text()).toBe('drawn');
  const next = post(url);
  const settled = setInterval(release, 5);
  expect((await next).status).toBe(200);
  clearInterval(settled);
});

it.each(['/healthz', '/readyz', '/metrics', '/renders/a.png', '/'])(
  '%s is answered all the same',
  async (path) => {
    const { url } = await start();
    expect(await (await fetch(url + path)).text()).toBe(path);
  },
);

it('so is the question whether one may ask', async () => {
  const { url } = await start();
  expect((await fetch(`${url}/api/v1/render`, { method: 'OPTIONS' })).status).toBe(200);
});

it('many open requests alone shut nothing while there is a place to wait', async () => {
  const { url, waiting, release } = await start({ free: 20, busy: false });
  const one = post(url);
  while (waiting.length <= MOST) await new Promise(setImmediate);
  release();
  expect((await one).status).toBe(200);
});

it('in a rush only those pass who can be drawn, until there is relief', async () => {
  const state = { free: 0, busy: false };
  const { url, waiting, release } = await start(state);
  const [status, passing] = [async () => (await post(url)).status, MOST - PLACES];
  Object.assign(state, { free: passing, busy: true });
  const before = post(url);
  while (waiting.length <= MOST) await new Promise(setImmediate);
  state.free = 0;
  expect(await status()).toBe(503);
  state.free = passing + 1;
  expect(await status()).toBe(503);
  state.free += 1;
  const drawable = post(url);
  while (waiting.length <= MOST + 1) await new Promise(setImmediate);
  expect(await status()).toBe(503);
  state.free = 32;
  const relieved = post(url);
  while (waiting.length <= MOST + 2) await new Promise(setImmediate);
  release();
  expect((await Promise.all([before, drawable, relieved])).map((answer) => answer?.status)).toEqual([
    200, 200, 200,
  ]);
});
