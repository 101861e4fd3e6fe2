// In: a number of rounds. Out: whether a server killed in the middle of 200 charged renders ever forgot one that it had answered,
// with its state in a file and with its state in a Redis.
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRedisStore } from '../../server/store/redis-store.ts';
import { createSqliteStore } from '../../server/store/sqlite-store.ts';
import { redisPath, startRedis } from '../server/store/redis-server.ts';
import { AT_ONCE, type Crashes, crashRounds } from './crash-rounds.ts';
import type { Verdict } from './verdict.ts';

export async function crash(rounds: number): Promise<Verdict[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chart-drill-'));
  const inFile = await crashRounds(rounds, {
    env: { DATA_DIR: folder },
    open: () => createSqliteStore({ folder, mostBytes: 2 ** 30 }),
  });
  const path = redisPath('the drill with a Redis');
  if (!path) return verdicts('file', inFile);
  const redis = await startRedis(path);
  try {
    const inRedis = await crashRounds(rounds, {
      env: { REDIS_URL: redis.url },
      async open() {
        const store = createRedisStore({ url: redis.url, onFault: () => {} });
        await store.connected();
        return store;
      },
    });
    return [...verdicts('file', inFile), ...verdicts('Redis', inRedis)];
  } finally {
    await redis.stop();
  }
}

function verdicts(where: string, { rounds, saved, lost }: Crashes): Verdict[] {
  const last = rounds.at(-1);
  const owed = rounds.filter(({ charged, acknowledged }) => charged < acknowledged);
  const odd = rounds.flatMap((round) => round.odd);
  const uncut = rounds.filter(({ cut }) => cut === 0).length;
  return [
    {
      what: `${where}: killed in the middle of ${AT_ONCE} renders`,
      seen: `${rounds.length} times, ${rounds.map(({ cut }) => cut).join(' ')} cut off`,
      promised: 'each time some',
      kept: uncut === 0,
    },
    {
      what: `${where}: rounds after which fewer were charged than answered`,
      seen: `${owed.length}; in all ${last?.acknowledged} answered, ${last?.charged} charged, ${last?.sent} sent`,
      promised: 'none',
      kept: owed.length === 0,
    },
    {
      what: `${where}: saved pictures lost or changed`,
      seen: [`${lost.length} of ${saved}`, ...lost.slice(0, 3)].join(' '),
      promised: 'none',
      kept: lost.length === 0 && saved > 0,
    },
    {
      what: `${where}: answers that no kill explains`,
      seen: [odd.length, ...new Set(odd)].slice(0, 3).join(' '),
      promised: 'none',
      kept: odd.length === 0,
    },
  ];
}
