// In: the address of a Redis or Valkey. Out: a store that any number of machines share. It fails at once when there is no
// connection, and connects again by itself; how long an answer may take, others decide (insured-store.ts).
import { Redis, type Result } from 'ioredis';
import { createRedisKeys, keyScripts } from './redis-keys.ts';
import type { Store } from './store.ts';
import { StoreFailure } from './store-failure.ts';

/** Everything that is ours in a Redis begins so. */
const PREFIX = 'charts:';
/** Keys outlast their window a little: the caller's clock decides when it ends, and clocks of machines differ. */
const GRACE_MS = 60_000;
/** Shorter than the life of anything else here: a full Redis with `volatile-ttl` lets go of these first. */
const PICTURE_MS = 600_000;
const LARGEST_PICTURE = 2 ** 20;
const LONGEST_PAUSE_MS = 1000;
/** A connection over which nothing has come for so long although something was asked is a dead one. */
const DEAD_AFTER_MS = 3000;
/** Nothing is under way any more at the end: a connection that does not say goodbye holds up no process. */
const GOODBYE_MS = 100;

// Fields: u(sed), e(nds). A window that has ended counts as none. Redis runs a script alone: nobody gets between look and take.
const HIT = `
  local cost, limit, now = tonumber(ARGV[1]), tonumber(ARGV[2]), tonumber(ARGV[4])
  local held = redis.call('HMGET', KEYS[1], 'u', 'e')
  local open = held[2] and tonumber(held[2]) > now
  local used = open and tonumber(held[1]) or 0
  local ends = open and held[2] or ARGV[3]
  if used + cost > limit then return {0, used, ends} end
  if cost > 0 then
    redis.call('HSET', KEYS[1], 'u', used + cost, 'e', ends)
    redis.call('PEXPIRE', KEYS[1], tonumber(ends) - now + ${GRACE_MS})
  end
  return {1, used + cost, ends}`;

const GIVE_BACK = `
  local held = redis.call('HMGET', KEYS[1], 'u', 'e')
  if held[2] == ARGV[2] and tonumber(held[2]) > tonumber(ARGV[3]) then
    redis.call('HSET', KEYS[1], 'u', math.max(0, tonumber(held[1]) - tonumber(ARGV[1])))
  end`;

// What is there and has not ended stays, and lives longer.
const SAVE = `
  local held = redis.call('HGET', KEYS[1], 'e')
  local now, ends = tonumber(ARGV[2]), tonumber(ARGV[3])
  if held and tonumber(held) > now then
    if ends <= tonumber(held) then return end
  else
    redis.call('HSET', KEYS[1], 'b', ARGV[1])
  end
  redis.call('HSET', KEYS[1], 'e', ARGV[3])
  redis.call('PEXPIRE', KEYS[1], ends - now + ${GRACE_MS})`;

declare module 'ioredis' {
  interface RedisCommander<Context> {
    hit(key: string, ...facts: number[]): Result<[number, number, string], Context>;
    giveBack(key: string, ...facts: number[]): Result<null, Context>;
    save(key: string, bytes: Buffer, ...facts: number[]): Result<null, Context>;
  }
}

/** @param onFault hears what the connection says about itself; it may repeat itself with every try */
export function createRedisStore({
  url,
  onFault,
}: {
  url: string;
  onFault: (error: Error) => void;
}): Store & { connected(): Promise<void> } {
  const redis = new Redis(url, {
    keyPrefix: PREFIX,
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    // Whoever asked has been told that there is no answer; asked again, a hit would count twice.
    autoResendUnfulfilledCommands: false,
    connectTimeout: DEAD_AFTER_MS,
    socketTimeout: DEAD_AFTER_MS,
    keepAlive: DEAD_AFTER_MS,
    disconnectTimeout: GOODBYE_MS,
    retryStrategy: (tries) => Math.min(LONGEST_PAUSE_MS, 50 * 2 ** Math.min(tries, 8)),
    scripts: {
      hit: { lua: HIT, numberOfKeys: 1 },
      giveBack: { lua: GIVE_BACK, numberOfKeys: 1 },
      save: { lua: SAVE, numberOfKeys: 1 },
      ...keyScripts,
    },
  });
  redis.on('error', onFault);

  async function ask<T>(question: Promise<T>): Promise<T> {
    try {
      return await question;
    } catch (error) {
      throw new StoreFailure('Redis does not answer as it should', error);
    }
  }

  return {
    /** Settles at the first connection. */
    connected: () =>
      new Promise((resolve) => {
        if (redis.status === 'ready') resolve();
        else redis.once('ready', resolve);
      }),
    async hit(key, { cost, limit, windowEndsAtMs, now }) {
      const [allowed, used, ends] = await ask(redis.hit(`count ${key}`, cost, limit, windowEndsAtMs, now));
      return { allowed: allowed === 1, used, resetAtMs: Number(ends) };
    },
    async giveBack(key, { cost, resetAtMs, now }) {
      await ask(redis.giveBack(`count ${key}`, cost, resetAtMs, now));
    },
    async get(key, now) {
      const [bytes, ends] = await ask(redis.hmgetBuffer(`saved ${key}`, 'b', 'e'));
      return bytes && ends && Number(ends) > now ? bytes : undefined;
    },
    async save(key, bytes, { ttlMs, now }) {
      await ask(redis.save(`saved ${key}`, asBuffer(bytes), now, now + ttlMs));
    },
    keys: createRedisKeys(redis, ask),
    pictures: {
      get: async (name) => (await ask(redis.getBuffer(`picture ${name}`))) ?? undefined,
      put(name, bytes) {
        if (bytes.byteLength > LARGEST_PICTURE) return;
        redis.set(`picture ${name}`, asBuffer(bytes), 'PX', PICTURE_MS).catch(onFault);
      },
    },
    state: () => (redis.status === 'ready' ? 'ok' : 'degraded'),
    // Redis does it by itself.
    sweep: async () => {},
    async close() {
      redis.disconnect();
    },
  };
}

const asBuffer = (bytes: Uint8Array) => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
