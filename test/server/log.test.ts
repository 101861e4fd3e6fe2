// In: requests full of keys and charts. Out: whether the log tells what happened, and neither of the two.
import { once } from 'node:events';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { RenderFailure } from '../../server/render/render-failure.ts';
import { startProduction } from '../support/production-server.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { chart, get, post, withKey } from './ask.ts';
import { type StandInPool, standInPool } from './stand-in-pool.ts';

let server: TestServer;
let pool: StandInPool;
beforeAll(async () => {
  pool = standInPool();
  server = await startServer({ pool, env: { API_KEYS: 'sk_live_s3cr3t:pro' } });
});
afterAll(() => server.stop());

it('every request has one line with id, method, path without query, status, code, time, cache and plan', async () => {
  const answer = await get(server.url, chart(), { headers: withKey('sk_live_s3cr3t') });
  expect(server.lines.at(-1)).toEqual({
    level: 30,
    time: expect.stringMatching(/^\d{4}-.*Z$/),
    msg: 'request',
    requestId: answer.headers.get('x-request-id'),
    method: 'GET',
    path: '/api/v1/render',
    status: 200,
    ms: expect.any(Number),
    cache: 'MISS',
    plan: 'pro',
  });
});

it('no key and no chart ever gets into it', async () => {
  const marked = chart(1, { options: { plugins: { title: { display: true, text: 'M4RK3D' } } } });
  const key = 'sk_live_s3cr3t';
  const asks = [
    () => post(server.url, marked, withKey(key)),
    () => post(server.url, marked, { Authorization: key }),
    () => post(server.url, marked, withKey(`${key}X`)),
    () => get(server.url, marked),
    () => fetch(`${server.url}/api/v1/render?key=${key}&type=bar&labels=M4RK3D&data=1`),
    () => fetch(`${server.url}/api/v1/render?apiKey=${key}X&type=bar&labels=M4RK3D&data=1`),
    () => fetch(`${server.url}/nowhere?key=${key}`),
    () => post(server.url, { ...marked, M4RK3D: 1 }, withKey(key)),
    () => post(server.url, '{"M4RK3D'),
  ];
  const before = server.lines.length;
  for (const ask of asks) await (await ask()).arrayBuffer();
  pool.failWith(new RenderFailure('cpu', 'budget spent'));
  await post(server.url, { ...marked, width: 801 }, withKey(key));
  pool.failWith(undefined);
  expect(server.lines.filter(({ msg }) => msg === 'request')).toHaveLength(before + asks.length + 1);
  expect(server.logText()).not.toMatch(/s3cr3t|M4RK3D/);
});

it('a long cause is cut at 2 KB', async () => {
  pool.failWith(new Error('x'.repeat(300_000)));
  await post(server.url, chart(2));
  pool.failWith(undefined);
  const failure = server.lines.find(({ msg }) => msg === 'failure');
  expect(failure?.cause).toHaveLength(2048);
});

it('a server that is told to end has written every line before it does', async () => {
  const production = await startProduction();
  const asked = 57;
  for (let i = 0; i < asked; i += 1) await (await fetch(`${production.url}/healthz`)).arrayBuffer();
  const read = once(production.process, 'close');
  await production.stop();
  await read;
  const lines = production.logged.filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
  expect(lines.filter(({ msg }) => msg === 'request')).toHaveLength(asked);
  expect(lines.at(-1)).toMatchObject({ msg: 'draining', signal: 'SIGTERM' });
}, 30_000);
