// In: a connection to a Redis. Out: the keys in it: one hash, a field for each id, so that every change is a single step. It has
// no end, so a full Redis with `volatile-ttl` never lets go of it.
import type { Redis, Result } from 'ioredis';
import { oldestFirst, type StoredKey, type StoredKeys } from './stored-keys.ts';

const HASH = 'keys';

// Two servers may note a use while somebody revokes: only what is named changes.
const CHANGE = `
  local held = redis.call('HGET', KEYS[1], ARGV[1])
  if not held then return nil end
  local key = cjson.decode(held)
  for name, value in pairs(cjson.decode(ARGV[2])) do key[name] = value end
  held = cjson.encode(key)
  redis.call('HSET', KEYS[1], ARGV[1], held)
  return held`;

export const keyScripts = { changeKey: { lua: CHANGE, numberOfKeys: 1 } };

declare module 'ioredis' {
  interface RedisCommander<Context> {
    changeKey(hash: string, id: string, change: string): Result<string | null, Context>;
  }
}

const keyOf = (text: string | null) => (text === null ? undefined : (JSON.parse(text) as StoredKey));
const keysOf = (texts: string[]) => texts.map((text) => JSON.parse(text) as StoredKey);

/** @param ask waits for an answer and says so when there is none */
export function createRedisKeys(redis: Redis, ask: <T>(question: Promise<T>) => Promise<T>): StoredKeys {
  return {
    add: async (key) => (await ask(redis.hsetnx(HASH, key.id, JSON.stringify(key)))) === 1,
    find: (id) => ask(redis.hget(HASH, id).then(keyOf)),
    list: async () => (await ask(redis.hvals(HASH).then(keysOf))).sort(oldestFirst),
    change: (id, change) => ask(redis.changeKey(HASH, id, JSON.stringify(change)).then(keyOf)),
  };
}
