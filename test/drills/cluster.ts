// In: how often the Redis is killed. Out: whether two servers with one Redis act as one, and whether anybody notices when it is gone.
import { setTimeout as after } from 'node:timers/promises';
import { chart, get, post, withKey } from '../server/ask.ts';
import { redisPath, startRedis } from '../server/store/redis-server.ts';
import { type ProductionServer, startProduction } from '../support/production-server.ts';
import { timesVerdict, type Verdict } from './verdict.ts';

const LIMIT = 100;
const AT_ONCE = 400;
const KEYS = ['customer-1', 'customer-2', 'customer-3'] as const;
const AWAY_MS = 2000;
const TOLD_WITHIN_MS = 5000;

export async function cluster(kills: number): Promise<Verdict[]> {
  const path = redisPath('the drill of two servers');
  if (!path) throw new Error('This drill needs a Redis');
  const redis = await startRedis(path);
  const env = {
    REDIS_URL: redis.url,
    API_KEYS: KEYS.map((key) => `${key}:business`).join(','),
    RATE_LIMIT: String(LIMIT),
    RENDER_QUEUE: '400',
    LOG_LEVEL: 'fatal',
    TRUST_PROXY: '1',
  };
  const servers = await Promise.all([startProduction(env), startProduction({ ...env, RENDER_WORKERS: '1' })]);
  const url = (n: number) => servers[n % 2]?.url ?? '';
  try {
    const admitted = [];
    for (const key of KEYS) admitted.push(await race(url, key));
    const hits = await sharedHits(url);
    const { statuses, toldMs } = await withoutRedis(servers, kills, redis);
    const failures = [...statuses].filter(([status]) => status !== 200);
    return [
      {
        what: `admitted of ${AT_ONCE} at once through both, a key after the other`,
        seen: admitted.map(({ passed, limited }) => `${passed} (429: ${limited})`).join(', '),
        promised: `${LIMIT} each`,
        kept: admitted.every(({ passed, limited }) => passed === LIMIT && limited === AT_ONCE - LIMIT),
      },
      {
        what: 'drawn by one, asked of the other',
        seen: hits.join(' '),
        promised: 'HIT, both ways',
        kept: hits.every((cache) => cache === 'HIT'),
      },
      {
        what: `answers while the Redis was killed and started ${kills} times`,
        seen: [...statuses].map(([status, count]) => `${status}: ${count}`).join(', '),
        promised: '200 only',
        kept: failures.length === 0,
      },
      timesVerdict('until /readyz of each told, gone and back', toldMs, TOLD_WITHIN_MS),
    ];
  } finally {
    await Promise.all(servers.map((server) => server.stop()));
    await redis.stop();
  }
}

type Url = (n: number) => string;

async function race(url: Url, key: string) {
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, (_, n) => post(url(n), chart(), withKey(key))),
  );
  const count = (wanted: number) => answers.filter(({ status }) => status === wanted).length;
  return { passed: count(200), limited: count(429) };
}

/** Asked with HEAD, which draws nothing: the picture travels to the Redis after the answer. */
async function sharedHits(url: Url): Promise<string[]> {
  const hits = [];
  for (const n of [0, 1]) {
    const spec = chart(100 + n, { width: 320, height: 200 });
    await (await get(url(n), spec, from(n))).arrayBuffer();
    let cache = '';
    for (let tries = 0; cache !== 'HIT' && tries < 40; tries += 1) {
      await after(25);
      cache = (await get(url(n + 1), spec, { ...from(n), method: 'HEAD' })).headers.get('x-cache') ?? '';
    }
    hits.push(cache);
  }
  return hits;
}

/** Each request from another address, or the limit would end the load. */
const from = (n: number) => ({
  headers: { 'X-Forwarded-For': `10.${n >> 16}.${(n >> 8) & 255}.${n & 255}` },
});

async function withoutRedis(
  servers: readonly ProductionServer[],
  kills: number,
  redis: Awaited<ReturnType<typeof startRedis>>,
) {
  const statuses = new Map<number, number>();
  const toldMs: number[] = [];
  let n = 1000;
  let over = false;
  const load = async () => {
    while (!over) {
      n += 1;
      const server = servers[n % servers.length]?.url ?? '';
      const answer = await get(server, chart(n % 90, { width: 200, height: 120 }), from(n));
      await answer.arrayBuffer();
      statuses.set(answer.status, (statuses.get(answer.status) ?? 0) + 1);
    }
  };
  /** Resolves when `/readyz`, which stays 200, says so. */
  const told = async (server: ProductionServer, store: string) => {
    const startMs = performance.now();
    for (;;) {
      const answer = await fetch(`${server.url}/readyz`);
      if (answer.status !== 200) throw new Error(`/readyz: ${answer.status}`);
      if (((await answer.json()) as { store: string }).store === store) break;
      if (performance.now() - startMs > 4 * TOLD_WITHIN_MS) break;
      await after(20);
    }
    toldMs.push(performance.now() - startMs);
  };
  const running = Promise.all([load(), load(), load(), load()]);
  for (let kill = 0; kill < kills; kill += 1) {
    await redis.signal('SIGKILL');
    await Promise.all(servers.map((server) => told(server, 'degraded')));
    await after(AWAY_MS);
    await redis.startAgain();
    await Promise.all(servers.map((server) => told(server, 'ok')));
  }
  over = true;
  await running;
  return { statuses, toldMs };
}
