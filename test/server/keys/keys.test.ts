// In: a running server, and keys made, moved and revoked beside it by the command. Out: whether each takes effect in time, and
// whether the key itself is written down anywhere.
import { mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Redis } from 'ioredis';
import { afterEach, describe, expect, it } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { readKey } from '../../../server/keys/key-form.ts';
import { createLog } from '../../../server/log.ts';
import { openStore } from '../../../server/store/open-store.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { chart, post, withKey } from '../ask.ts';
import { standInPool } from '../stand-in-pool.ts';
import { type RedisServer, redisPath, startRedis } from '../store/redis-server.ts';
import { keysCommand } from './keys-command.ts';

const path = redisPath('keys in a Redis');
const ID_LENGTH = 'pk_live_12345678'.length;

const ends: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The real store of that environment under a server whose clock the test holds, and the command for the same environment. */
async function open(env: Record<string, string>) {
  const log = createLog('silent');
  const store = await openStore({ config: readConfig(env), now: Date.now, log });
  const server = await startServer({
    pool: standInPool(),
    store,
    clock: 'fake',
    env: { RATE_LIMIT: '1000000' },
  });
  ends.push(() => server.stop());
  const keys = (...args: string[]) => keysCommand(env, ...args);
  return { server, keys, make: () => make(keys) };
}

async function make(keys: (...args: string[]) => ReturnType<typeof keysCommand>, ...more: string[]) {
  const made = await keys('create', '--plan', 'pro', '--name', 'Billing "A"', ...more);
  expect([made.code, made.out]).toEqual([0, expect.stringMatching(/^pk_(live|test)_\w+\n$/)]);
  const key = made.out.trim();
  return { key, id: readKey(key)?.id ?? '', told: made.told };
}

const pdf = (server: TestServer, key: string) => post(server.url, chart(0, { format: 'pdf' }), withKey(key));
const status = async (answer: Promise<Response>) => (await answer).status;

async function lifeOfAKey(server: TestServer, keys: (...args: string[]) => ReturnType<typeof keysCommand>) {
  const { key, id, told } = await make(keys);
  expect(told).toMatch(`Made ${id} for "Billing "A"" on the plan pro`);
  expect(told).not.toContain(key.slice(ID_LENGTH));
  expect(await status(pdf(server, key))).toBe(200);

  const listed = async () => JSON.parse((await keys('list', '--json')).out) as Record<string, unknown>[];
  const row = { id, name: 'Billing "A"', plan: 'pro', created: expect.any(String), revoked: null };
  // The day is that of the server's clock.
  await expect.poll(listed, { timeout: 10_000 }).toEqual([{ ...row, lastUsed: '2026-11-22' }]);

  const moved = await keys('move', id, '--plan', 'starter');
  expect([moved.code, moved.told]).toEqual([0, expect.stringMatching('from pro to starter. .* 1 s;')]);
  server.advance(1000);
  const refused = await pdf(server, key);
  expect([refused.status, await refused.json()]).toEqual([
    402,
    expect.objectContaining({ error: 'PDF output requires the Pro plan', plan: 'starter' }),
  ]);
  expect(await status(post(server.url, chart(), withKey(key)))).toBe(200);

  const revoked = await keys('revoke', id);
  expect([revoked.code, revoked.told]).toEqual([0, expect.stringMatching(`Revoked ${id} .* 1 s;`)]);
  server.advance(1000);
  const wrong = await post(server.url, chart(), withKey(key));
  expect([wrong.status, await wrong.json()]).toEqual([401, { error: 'Invalid API key' }]);
  expect(await keys('revoke', key)).toMatchObject({ code: 0, told: expect.stringMatching('was revoked on') });
  expect(await keys('move', id, '--plan', 'pro')).toMatchObject({ code: 1 });
  const table = (await keys('list')).out;
  expect(table).toMatch(/^id {16}plan {5}created {5}last used {3}revoked {5}name\n/);
  expect(table).toMatch(new RegExp(`^${id} {2}starter .* Billing "A"$`, 'm'));
  expect(server.logText()).toContain('invalid_api_key');
  return { key, id };
}

describe('with a file, while the server runs', () => {
  it('a key is made, works, is moved, is revoked; nowhere is more than its public beginning', async () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'chart-keys-'));
    const { server, keys } = await open({ DATA_DIR });
    const written = () => readdirSync(DATA_DIR).map((file) => readFileSync(join(DATA_DIR, file), 'latin1'));
    const { key, id } = await lifeOfAKey(server, keys);
    for (const kept of [written().join(''), server.logText()]) {
      expect(kept).not.toContain(key);
      // Neither in pieces: the part that must be secret, and its beginning.
      expect(kept).not.toContain(key.slice(ID_LENGTH, ID_LENGTH + 8));
    }
    expect(readdirSync(DATA_DIR)).toContain('chart-playground.db-wal');
    expect(written().join('')).toContain(id);
  }, 120_000);

  it('commands do not disturb requests under way, nor these them', async () => {
    const { server, make } = await open({ DATA_DIR: mkdtempSync(join(tmpdir(), 'chart-keys-')) });
    const statuses = new Set<number>();
    let over = false;
    let asked = 0;
    const load = async () => {
      for (; !over; asked++) statuses.add(await status(post(server.url, chart(asked % 900))));
    };
    const running = Promise.all([load(), load(), load(), load()]);
    const made = await Promise.all([make(), make()]);
    const before = asked;
    await expect.poll(() => asked).toBeGreaterThan(before);
    over = true;
    await running;
    expect([...statuses]).toEqual([200]);
    for (const { key } of made) expect(await status(pdf(server, key))).toBe(200);
  }, 60_000);

  it('a test key says that it needs TEST_KEYS, and whether they are on', async () => {
    const DATA_DIR = mkdtempSync(join(tmpdir(), 'chart-keys-'));
    const { server, keys } = await open({ DATA_DIR });
    const { key, told } = await make(keys, '--test');
    expect([key, told]).toEqual([
      expect.stringMatching(/^pk_test_/),
      expect.stringMatching('only where TEST_KEYS is on.\n'),
    ]);
    expect(await status(pdf(server, key))).toBe(200);
    const off = await keysCommand(
      { DATA_DIR, TEST_KEYS: 'off' },
      'create',
      '--test',
      '--plan=pro',
      '--name=x',
    );
    expect(off.told).toMatch('it is off');
  }, 60_000);
});

describe.skipIf(!path)('with a Redis', () => {
  let redis: RedisServer;
  const start = async () => {
    redis = await startRedis(path ?? '');
    ends.push(() => redis.stop());
    return open({ REDIS_URL: redis.url });
  };

  it('a key is made, works, is moved, is revoked; nowhere is more than its public beginning', async () => {
    const { server, keys } = await start();
    const { key, id } = await lifeOfAKey(server, keys);
    const admin = new Redis(redis.url);
    const kept = JSON.stringify([await admin.keys('*'), await admin.hgetall('charts:keys')]);
    admin.disconnect();
    expect(kept).toContain(id);
    for (const text of [kept, server.logText()])
      expect(text).not.toContain(key.slice(ID_LENGTH, ID_LENGTH + 8));
  }, 120_000);

  it('that is away, a key seen lately passes for a minute; one not seen gets 503, and nobody 401', async () => {
    const { server, make } = await start();
    const [seen, unseen] = [await make(), await make()];
    expect(await status(pdf(server, seen.key))).toBe(200);
    await redis.signal('SIGKILL');
    const ask = async (key: string) => {
      const answer = await pdf(server, key);
      return [
        answer.status,
        answer.headers.get('retry-after'),
        (await answer.json().catch(() => ({}))) as object,
      ];
    };
    const busy = {
      error: 'Service overloaded',
      message: 'This key cannot be checked at the moment. Please retry.',
    };
    server.advance(59_999);
    expect((await ask(seen.key)).slice(0, 2)).toEqual([200, null]);
    expect(await ask(unseen.key)).toEqual([503, '2', busy]);
    server.advance(1);
    expect(await ask(seen.key)).toEqual([503, '2', busy]);
    // What needs no store to be judged is judged.
    expect((await ask(`${unseen.key.slice(0, -1)}_`))[0]).toBe(401);
    expect((await ask('pk_test_pro'))[0]).toBe(200);
    expect(await status(post(server.url, chart()))).toBe(200);
    await redis.startAgain();
    // It came back empty, so now it is known that there is no such key.
    await expect.poll(async () => (await ask(unseen.key))[0], { timeout: 8000 }).toBe(401);
  }, 60_000);
});

describe('what cannot be done is said in a sentence', () => {
  const DATA_DIR = mkdtempSync(join(tmpdir(), 'chart-keys-'));
  it.each([
    [
      'an unknown id',
      { DATA_DIR },
      ['revoke', 'pk_live_nobody00'],
      1,
      'No key has the id "pk_live_nobody00".',
    ],
    ['a store that keeps nothing', { DATA_DIR: ':memory:' }, ['list'], 1, 'DATA_DIR=:memory: keeps nothing'],
    ['a file for a folder', { DATA_DIR: '/dev/null/x' }, ['list'], 1, 'DATA_DIR: /dev/null/x'],
    [
      'a Redis that is not there',
      { REDIS_URL: 'redis://user:s3cr3t@127.0.0.1:1' },
      ['create', '--plan=pro', '--name=x'],
      1,
      'Cannot connect to the Redis at 127.0.0.1:1. Nothing was changed.',
    ],
    ['a faulty configuration', { PORT: 'x', DATA_DIR }, ['list'], 1, 'PORT: '],
    ['a faulty command', { DATA_DIR }, ['lst'], 2, 'Did you mean "list"?'],
    ['options that npm kept', { DATA_DIR, npm_config_plan: 'pro' }, ['create'], 2, 'npm keeps options'],
  ])('%s', async (_, env, args, code, told) => {
    const ended = await keysCommand(env as Record<string, string>, ...args);
    expect(ended).toEqual({ code, out: '', told: expect.stringContaining(told) });
    expect(ended.told).not.toMatch(/s3cr3t|\n +at /);
  });

  it('an id of which one letter is wrong', async () => {
    const { id, key } = await make((...args) => keysCommand({ DATA_DIR }, ...args));
    const mistyped = id.slice(0, -1) + (id.endsWith('x') ? 'y' : 'x');
    const ended = await keysCommand({ DATA_DIR }, 'move', mistyped, '--plan', 'pro');
    expect(ended).toMatchObject({
      code: 1,
      told: `No key has the id "${mistyped}". Did you mean "${id}"?\n`,
    });
    const wrongEnd = `${key.slice(0, -1)}_`;
    expect((await keysCommand({ DATA_DIR }, 'revoke', wrongEnd)).told).not.toContain(
      key.slice(ID_LENGTH, -1),
    );
  });

  it('help shows every command and ends well', async () => {
    const { code, out, told } = await keysCommand({}, 'help');
    expect([code, told]).toEqual([0, '']);
    for (const word of ['create', 'list', 'revoke', 'move', 'business']) expect(out).toContain(word);
  });
});
