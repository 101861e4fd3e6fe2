import { afterEach, expect, it } from 'vitest';
import { createPool, type RenderPool } from '../../../server/render/pool.ts';
import type { PoolOptions } from '../../../server/render/pool-limits.ts';
import type { RenderFailure } from '../../../server/render/render-failure.ts';
import { order } from './a-chart.ts';

const file = new URL('./hostile-child.ts', import.meta.url).pathname;
const entry = { file, execArgv: ['--import', 'tsx'], args: [] as string[] };
let pool: RenderPool;

const start = (own: Partial<PoolOptions> = {}) => {
  const budget = { cpuMs: 1500, rssBytes: 2 ** 30, wallMs: 600 };
  const now = () => performance.now();
  pool = createPool({ entry, now, size: 1, spare: 0, places: 2, maxWaitMs: 10_000, budget, ...own });
  return pool;
};

const reasonOf = (render: Promise<unknown>) =>
  render.then(
    () => 'drawn',
    ({ reason }: RenderFailure) => reason,
  );

const warm = () => pool.render(order('pid'));

afterEach(() => pool.close());

it('takes in as many as it has places and refuses the next at once, saying when to come back', async () => {
  start();
  await warm();
  const held = reasonOf(pool.render(order('sleep')));
  const waiting = [pool.render(order('pid')), pool.render(order('pid'))];
  expect(pool.stats()).toMatchObject({ busy: 1, queued: 2 });
  const refused = await pool.render(order('pid')).catch((error: RenderFailure) => error);
  expect(refused).toMatchObject({ reason: 'overloaded', retryAfterSeconds: 1 });
  expect(pool.stats()).toMatchObject({ busy: 1, queued: 2 });
  expect(await held).toBe('wall');
  expect(await Promise.all(waiting)).toHaveLength(2);
});

it('lets nobody wait longer than it promised', async () => {
  start({ maxWaitMs: 100 });
  while (!pool.ready()) await reasonOf(warm());
  const held = reasonOf(pool.render(order('sleep')));
  const late = await pool.render(order('pid')).catch((error: RenderFailure) => error);
  expect(late).toMatchObject({ reason: 'overloaded', detail: 'waited too long' });
  expect(pool.stats()).toMatchObject({ busy: 1, queued: 0 });
  expect(await held).toBe('wall');
});

it('drops a waiting render that nobody wants any more, and lets a running one end', async () => {
  start();
  const before = (await warm()).bytes.toString();
  const leaving = new AbortController();
  const running = reasonOf(pool.render(order('pid'), { signal: leaving.signal }));
  const waiting = reasonOf(pool.render(order('exit'), { signal: leaving.signal }));
  leaving.abort();
  expect(await Promise.all([running, waiting])).toEqual(['aborted', 'aborted']);
  expect(await reasonOf(pool.render(order('pid'), { signal: leaving.signal }))).toBe('aborted');
  expect((await warm()).bytes.toString()).toBe(before);
});

it('drains: what was accepted is drawn, what comes later is refused, no process is left', async () => {
  start();
  const accepted = [warm(), warm()];
  const closed = pool.close();
  expect(pool.ready()).toBe(false);
  expect(await reasonOf(warm())).toBe('closing');
  const [first] = await Promise.all(accepted);
  await closed;
  expect(pool.stats()).toMatchObject({ idle: 0, busy: 0, starting: 0 });
  expect(() => process.kill(Number(first?.bytes), 0)).toThrow('ESRCH');
});

it('recycles a child after its share of renders, only once the next one is warm', async () => {
  start({ recycleAfter: 3 });
  const first = (await warm()).bytes.toString();
  const seen = new Set<string>();
  while (pool.stats().recycled === 0) {
    const { bytes, waitMs } = await warm();
    seen.add(bytes.toString());
    expect(waitMs).toBeLessThan(100);
  }
  expect(seen).toEqual(new Set([first]));
  const next = await warm();
  expect(next.bytes.toString()).not.toBe(first);
  expect(next.waitMs).toBeLessThan(100);
  expect(pool.stats().crashed).toBe(0);
});

it.each([
  ['exit', 'ended with 3'],
  ['garbage', 'not a frame'],
  ['unfit', 'no ink'],
  ['hang', 'ended with SIGKILL'],
])(
  'a child that fails at its start (%s) is tried again with pauses, and refused meanwhile',
  async (how, words) => {
    start({
      entry: { ...entry, args: [how] }, // Only the one that hangs is ended by the clock; a busy machine must not end the others.
      startMs: how === 'hang' ? 1000 : 20_000,
      maxWaitMs: 200,
    });
    while (pool.stats().failedStarts < 3) expect(await reasonOf(warm())).toBe('overloaded');
    const refused = await warm().catch((error: RenderFailure) => error);
    expect(refused).toMatchObject({ reason: 'overloaded', retryAfterSeconds: 10 });
    expect(pool.ready()).toBe(false);
    // Three starts, and at most one more under way: failing does not multiply them.
    expect(pool.stats().spawned).toBeLessThanOrEqual(4);
    expect(pool.stats().lastFailure).toContain(words);
  },
);
