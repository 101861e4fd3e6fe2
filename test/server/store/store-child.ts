// In: which engine and what to do, as arguments. Out: a process of its own that uses a store, and on stdout one line for each
// thing that the store has acknowledged. Started by the tests, which kill it.
import { createRedisStore } from '../../../server/store/redis-store.ts';
import { createSqliteStore } from '../../../server/store/sqlite-store.ts';
import { savedBytes } from './saved-bytes.ts';

const [engine = '', place = '', job = '', from = '0'] = process.argv.slice(2);
const MONTH_END_MS = Date.UTC(2100, 0, 1);

const store = await open();
if (job === 'race') await race();
else await workUntilKilled(Number(from));

async function open() {
  if (engine === 'sqlite') return createSqliteStore({ folder: place, mostBytes: 2 ** 30 });
  const redis = createRedisStore({ url: place, onFault: () => {} });
  await redis.connected();
  return redis;
}

/** 400 hits at once on a limit of 100; all processes begin at the word. */
async function race() {
  process.stdout.write('ready\n');
  await new Promise((go) => process.stdin.once('data', go));
  const hit = { cost: 1, limit: 100, windowEndsAtMs: MONTH_END_MS, now: Date.now() };
  const counts = await Promise.all(Array.from({ length: 400 }, () => store.hit('race', hit)));
  const taken = counts.filter(({ allowed }) => allowed).map(({ used }) => used);
  process.stdout.write(`${JSON.stringify(taken)}\n`);
  await store.close();
  process.stdin.destroy();
}

/** Hits and saves side by side, for ever. */
async function workUntilKilled(first: number) {
  const hits = async () => {
    for (;;) {
      const hit = { cost: 1, limit: Number.MAX_SAFE_INTEGER, windowEndsAtMs: MONTH_END_MS, now: Date.now() };
      const { used } = await store.hit('quota', hit);
      process.stdout.write(`hit ${used}\n`);
    }
  };
  const saves = async () => {
    for (let n = first; ; n++) {
      await store.save(`render ${n}`, savedBytes(n), { ttlMs: 1_000_000, now: Date.now() });
      process.stdout.write(`saved ${n}\n`);
    }
  };
  await Promise.all([hits(), hits(), hits(), saves()]);
}
