// In: the built server, killed in the middle of its work, again and again. Out: whether everything that it had answered still holds.
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { keyDigest } from '../../../server/auth.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { type ProductionServer, startProduction } from '../../support/production-server.ts';
import { chart, post, withKey } from '../ask.ts';

const KEY = 'customer-of-the-drill';
const SUBJECT = `quota key ${keyDigest(KEY).toString('hex', 0, 8)}`;
const AT_ONCE = 200;

const digest = (bytes: ArrayBuffer) => createHash('sha256').update(Buffer.from(bytes)).digest('hex');

/** Which saved pictures were answered, by path, with the digest of their bytes once these have been seen. */
type Promised = Map<string, string | undefined>;

async function see(server: ProductionServer, path: string, promised: Promised) {
  const answer = await fetch(server.url + path);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  const bytes = digest(await answer.arrayBuffer());
  expect(promised.get(path) ?? bytes).toBe(bytes);
  promised.set(path, bytes);
}

/** Half of the charts are asked for as pictures, half as links. How many answers came before the kill. */
async function workAndKill(server: ProductionServer, round: number, promised: Promised): Promise<number> {
  const killAfter = 5 + ((round * 37) % 60);
  let acknowledged = 0;
  const one = async (n: number) => {
    const returnUrl = n % 2 === 0;
    const spec = chart(round * AT_ONCE + n, { returnUrl, width: 300, height: 200 });
    const answer = await post(server.url, spec, withKey(KEY));
    if (answer.status !== 200) throw new Error(`${answer.status}: ${await answer.text()}`);
    if (returnUrl) promised.set(new URL(((await answer.json()) as { url: string }).url).pathname, undefined);
    else await answer.arrayBuffer();
    acknowledged += 1;
    if (acknowledged === killAfter) server.process.kill('SIGKILL');
    return returnUrl;
  };
  const ended = once(server.process, 'exit');
  const results = await Promise.allSettled(Array.from({ length: AT_ONCE }, (_, n) => one(n)));
  server.process.kill('SIGKILL');
  await ended;
  const refused = results.filter(({ status }) => status === 'rejected') as PromiseRejectedResult[];
  // Cut connections are what a kill looks like, and a busy machine may turn some away.
  expect(
    refused
      .map(({ reason }) => String(reason))
      .filter((reason) => !/fetch failed|terminated|^Error: 503/.test(reason)),
  ).toEqual([]);
  expect(refused.length).toBeGreaterThan(0);
  return acknowledged;
}

it('keeps every charge and every saved picture through ten kills under load', async () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'chart-drill-'));
  const env = {
    DATA_DIR,
    API_KEYS: `${KEY}:business`,
    RATE_LIMIT: '1000000',
    RENDER_QUEUE: '400',
    LOG_LEVEL: 'warn',
  };
  const promised: Promised = new Map();
  let acknowledged = 0;
  for (let round = 0; round < 10; round++) {
    const server = await startProduction(env);
    for (const path of promised.keys()) await see(server, path, promised);
    acknowledged += await workAndKill(server, round, promised);

    const store = await createSqliteStore({ folder: DATA_DIR, mostBytes: 2 ** 30 });
    const now = Date.now();
    const { used } = await store.hit(SUBJECT, { cost: 0, limit: 1e9, windowEndsAtMs: now, now });
    await store.close();
    expect(used).toBeGreaterThanOrEqual(acknowledged);
    expect(used).toBeLessThanOrEqual((round + 1) * AT_ONCE);
  }
  expect(promised.size).toBeGreaterThan(50);
  const server = await startProduction(env);
  for (const path of promised.keys()) await see(server, path, promised);
  await server.stop();
}, 300_000);
