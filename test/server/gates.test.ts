// In: requests that are wrong in two ways at once. Out: whether the gates refuse in the order of the protocol.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startServer, type TestServer } from '../support/server.ts';
import { chart, get, post, withKey } from './ask.ts';
import { type StandInPool, standInPool } from './stand-in-pool.ts';

let pool: StandInPool;
let server: TestServer;
beforeAll(async () => {
  pool = standInPool();
  server = await startServer({ pool, clock: 'fake' });
});
afterAll(() => server.stop());

const huge = ' '.repeat(1_048_577);
const pdf = chart(0, { format: 'pdf' });
const limited = withKey('pk_test_rate_limited');
const wrong = withKey('pk_nobody');

describe('the order of the gates', () => {
  it.each([
    ['method before body', (u: string) => post(u, huge, {}, { method: 'PUT' }), 405],
    ['type before size', (u: string) => post(u, huge, { 'Content-Type': 'text/plain' }), 415],
    ['size before credentials', (u: string) => post(u, huge, wrong), 413],
    [
      'type before credentials',
      (u: string) => post(u, chart(), { ...wrong, 'Content-Encoding': 'gzip' }),
      415,
    ],
    ['credentials before syntax', (u: string) => post(u, '{', wrong), 401],
    [
      'credentials before URL length',
      (u: string) => fetch(`${u}/api/v1/render?key=no&c=${'e'.repeat(3000)}`),
      401,
    ],
    ['rate before syntax', (u: string) => post(u, '{', limited), 429],
    [
      'rate before URL length',
      (u: string) => fetch(`${u}/api/v1/render?key=pk_test_rate_limited&c=${'e'.repeat(3000)}`),
      429,
    ],
    ['URL length before base64', (u: string) => fetch(`${u}/api/v1/render?c=${'*'.repeat(3000)}`), 400],
    [
      'rules before plan',
      (u: string) => post(u, { ...pdf, width: 1 }, withKey('pk_test_trial_expired')),
      400,
    ],
    ['expiry before format', (u: string) => post(u, pdf, withKey('pk_test_trial_expired')), 402],
    ['format before quota', (u: string) => post(u, pdf, withKey('pk_test_quota_exceeded')), 402],
    ['plan before 304', (u: string) => get(u, pdf, { headers: { 'If-None-Match': '*' } }), 402],
  ])('%s', async (_, ask, status) => {
    await post(server.url, chart(), limited);
    expect((await ask(server.url)).status).toBe(status);
  });

  it('tells which 402 it was', async () => {
    const error = async (key: string) =>
      ((await (await post(server.url, pdf, withKey(key))).json()) as { error: string }).error;
    expect(await error('pk_test_trial_expired')).toMatch(/^Trial expired/);
    expect(await error('pk_test_quota_exceeded')).toMatch(/^PDF output/);
  });

  it('asks the renderer for none of them', async () => {
    expect(pool.asked.map(({ format }) => format)).toEqual(['png']);
  });

  it('reads 2000 characters of URL and not one more', async () => {
    const path = '/api/v1/render?type=bar&labels=a&data=1&pad=';
    expect((await fetch(server.url + path.padEnd(2000, 'x'))).status).toBe(200);
    expect((await fetch(server.url + path.padEnd(2001, 'x'))).status).toBe(400);
  });

  it('takes a body of exactly the cap', async () => {
    const text = JSON.stringify(chart(7));
    expect((await post(server.url, text.padEnd(1_048_576, ' '))).status).toBe(200);
  });

  it('stops reading a body of unknown length at the cap, and answers while it is still being sent', async () => {
    let sent = 0;
    const endless = new ReadableStream({
      pull(controller) {
        sent += 65_536;
        controller.enqueue(new Uint8Array(65_536).fill(32));
      },
    });
    const answer = await post(server.url, '', {}, { body: endless, duplex: 'half' } as RequestInit);
    expect(answer.status).toBe(413);
    await answer.arrayBuffer();
    expect(sent).toBeLessThan(64 * 2 ** 20);
  });
});
