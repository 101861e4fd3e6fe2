// In: the configuration. Out: the store that it asks for, open; or a sentence on why it cannot be.
import { setTimeout as after } from 'node:timers/promises';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import { createInsuredStore } from './insured-store.ts';
import { createMemoryStore } from './memory-store.ts';
import { createRedisStore } from './redis-store.ts';
import { createSqliteStore } from './sqlite-store.ts';
import type { Store, StoreState } from './store.ts';

/** A `DATA_DIR` of this name is no folder: everything stays in memory and goes with the process. */
export const IN_MEMORY = ':memory:';
/** A Redis that is further away than this is not worth waiting for in every request. */
const ANSWER_MS = 100;
/** Renders do not need the Redis: after this long the server starts without it. */
const CONNECT_MS = 2000;

/** @throws StoreFailure for a DATA_DIR that cannot be used. A Redis that is away is no reason not to start. */
export async function openStore({
  config,
  now,
  log,
}: {
  config: Pick<Config, 'dataDir' | 'redisUrl' | 'savedBytes'>;
  now: () => number;
  log: Logger;
}): Promise<Store> {
  const onChange = (state: StoreState, cause: unknown) => {
    if (state === 'ok') log.info('the store answers again');
    else log.error({ cause: words(cause) }, 'the store does not answer: limits are counted in this process');
  };
  if (config.redisUrl !== undefined) {
    const engine = createRedisStore({
      url: config.redisUrl,
      onFault: (error) => log.warn({ cause: words(error) }, 'redis'),
    });
    await Promise.race([engine.connected(), after(CONNECT_MS, undefined, { ref: false })]);
    return createInsuredStore({ engine, answerMs: ANSWER_MS, now, onChange });
  }
  if (config.dataDir === IN_MEMORY) return createMemoryStore();
  const engine = await createSqliteStore({ folder: config.dataDir, mostBytes: config.savedBytes });
  return createInsuredStore({ engine, now, onChange });
}

/** An error and its causes, outermost first. */
export function words(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause === undefined ? error.message : `${error.message}: ${words(error.cause)}`;
}
