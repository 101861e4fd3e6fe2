import { afterEach, expect, it } from 'vitest';
import { createPool, type RenderPool } from '../../../server/render/pool.ts';
import type { PoolOptions } from '../../../server/render/pool-limits.ts';
import { RenderFailure } from '../../../server/render/render-failure.ts';
import { order } from './a-chart.ts';

const entry = {
  file: new URL('./hostile-child.ts', import.meta.url).pathname,
  execArgv: ['--import', 'tsx'],
  args: [],
};
const MB = 2 ** 20;
let pool: RenderPool;

/** One child and no spare: the next render proves the refill. */
const lonely = (own: Partial<PoolOptions> = {}) => {
  pool = createPool({
    entry,
    now: () => performance.now(),
    size: 1,
    spare: 0,
    maxWaitMs: 10_000,
    budget: { cpuMs: 1500, rssBytes: 768 * MB, wallMs: 15_000 },
    ...own,
  });
  return pool;
};

const failure = (render: Promise<unknown>) =>
  render.then(
    () => expect.unreachable('it was drawn'),
    (error) => {
      expect(error).toBeInstanceOf(RenderFailure);
      return error as RenderFailure;
    },
  );

const pidOf = async () => Number((await pool.render(order('pid'))).bytes);

afterEach(() => pool.close());

it('a chart that never ends is killed for its CPU, and the slot is refilled', async () => {
  lonely();
  const before = await pidOf();
  const error = await failure(pool.render(order('spin')));
  expect(error.reason).toBe('cpu');
  expect(error.retryAfterSeconds).toBeUndefined();
  const next = await pool.render(order('pid'));
  expect(Number(next.bytes)).not.toBe(before);
  expect(pool.stats().killed).toEqual({ cpu: 1, memory: 0, wall: 0 });
  expect(() => process.kill(before, 0)).toThrow('ESRCH');
});

it.each(['sleep', 'stop', 'halfAndHang'])('%s spends no CPU: that is ours', async (what) => {
  lonely({ budget: { cpuMs: 1500, rssBytes: 768 * MB, wallMs: 400 } });
  await pidOf();
  const error = await failure(pool.render(order(what)));
  expect(error.reason).toBe('wall');
  expect(error.retryAfterSeconds).toBeGreaterThanOrEqual(1);
  expect(pool.stats().killed.wall).toBe(1);
  expect(await pidOf()).toBeGreaterThan(0);
});

it('native memory is seen from outside and killed', async () => {
  lonely({ budget: { cpuMs: 15_000, rssBytes: 400 * MB, wallMs: 15_000 } });
  await pidOf();
  expect((await failure(pool.render(order('native')))).reason).toBe('memory');
  expect(pool.stats().killed.memory).toBe(1);
  expect(await pidOf()).toBeGreaterThan(0);
});

it('an exhausted heap kills the child itself and is called memory', async () => {
  lonely({ heapMb: 48, budget: { cpuMs: 15_000, rssBytes: 768 * MB, wallMs: 15_000 } });
  await pidOf();
  const error = await failure(pool.render(order('heap')));
  expect(error.reason).toBe('memory');
  expect(error.detail).toContain('heap out of memory');
  expect(await pidOf()).toBeGreaterThan(0);
});

it.each(['exit', 'kill', 'garbage', 'half', 'wrongId'])('%s costs exactly its one request', async (what) => {
  lonely();
  const before = await pidOf();
  const [lost, ...fine] = await Promise.all([
    failure(pool.render(order(what))),
    pool.render(order('pid')),
    pool.render(order('pid')),
  ]);
  expect(lost.reason).toBe('crashed');
  expect(lost.message).not.toContain(lost.detail);
  expect(fine.map(({ bytes }) => Number(bytes))).not.toContain(before);
  expect(pool.stats().crashed).toBe(1);
});

it('of two answers the first counts and the child goes', async () => {
  lonely();
  const before = await pidOf();
  expect((await pool.render(order('twice'))).bytes.toString()).toBe('first');
  expect(await pidOf()).not.toBe(before);
});

it('a throw is answered, with its words for the log only, and the child stays', async () => {
  lonely();
  const before = await pidOf();
  const error = await failure(pool.render(order('throw')));
  expect(error.reason).toBe('threw');
  expect(error.message).toBe('No picture: threw');
  expect(error.detail).toContain('thrown on order');
  expect(await pidOf()).toBe(before);
});

it('a spare is there at once when a child is killed, and other renders do not notice', async () => {
  lonely({ size: 2, spare: 1 });
  // Two at a time until the third is warm as well: only then is a spare left over.
  while (pool.stats().starting > 0) await Promise.all([pidOf(), pidOf()]);
  const [lost, ...fine] = await Promise.all([failure(pool.render(order('kill'))), pidOf(), pidOf(), pidOf()]);
  expect(lost.reason).toBe('crashed');
  expect(fine.every((pid) => pid > 0)).toBe(true);
  expect(pool.stats().spawned).toBe(4);
});
