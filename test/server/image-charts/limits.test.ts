// In: many requests and a clock that stands still until it is put forward. Out: whether the vendor's limits hold where they are on,
// to the request and to the second, and nowhere else.
import { afterEach, describe, expect, it } from 'vitest';
import { planRetry } from '#shared/retry.ts';
import { startServer, type TestServer } from '../../support/server.ts';
import { standInPool } from '../stand-in-pool.ts';
import { ask, bars, chartQuery, signed, told } from './ask-image-charts.ts';

let server: TestServer;
afterEach(() => server.stop());
const start = async (env: Record<string, string> = {}) => {
  server = await startServer({ pool: standInPool(), clock: 'fake', env });
};
const plain = chartQuery(bars());
const byTest = signed(plain);
const shop = { IMAGE_CHARTS_ACCOUNTS: 'shop:a-long-secret' };
const byShop = signed(plain, 'shop', 'a-long-secret');
const statuses = async (query: string, count: number) => {
  const answers = await Promise.all(Array.from({ length: count }, () => ask(server.url, query)));
  return answers.map(({ status }) => status).sort();
};
const times = (status: number, count: number) => Array.from({ length: count }, () => status);

describe('limits of the Image-Charts dialect', () => {
  it('the test account has 10 a minute, and going over it blocks its client for a minute', async () => {
    await start();
    expect(await statuses(byTest, 10)).toEqual(times(200, 10));
    server.advance(50_000);
    const answer = await ask(server.url, byTest);
    expect(answer.headers.has('retry-after')).toBe(false);
    expect(answer.headers.has('x-ic-error-code')).toBe(false);
    expect(answer.headers.has('x-ic-error-validation')).toBe(false);
    const { status, verdict, type } = await told(answer);
    expect([status, type]).toEqual([429, 'image/svg+xml']);
    expect(verdict).toMatchObject({ kind: 'documented', code: 'rate_limited' });
    // The minute's window is over, the block is not.
    server.advance(59_999);
    expect(await statuses(byTest, 3)).toEqual(times(429, 3));
    server.advance(1);
    expect(await statuses(byTest, 11)).toEqual([...times(200, 10), 429]);
  });

  it('waiting as the retry plan says is enough', async () => {
    await start();
    await statuses(byTest, 10);
    const { status, headers } = await ask(server.url, byTest);
    const plan = planRetry({
      ...{ rule: 'after-wait', dialect: 'image-charts', status, headers: Object.fromEntries(headers) },
      ...{ attempt: 1, receivedAtMs: server.now(), random: () => 0 },
    });
    expect(plan).toMatchObject({ kind: 'wait', waitMs: 60_000, source: 'known-block' });
    server.advance(60_000);
    expect(await statuses(byTest, 1)).toEqual([200]);
  });

  it('nobody else is limited so, unless the server says it', async () => {
    await start(shop);
    await statuses(byTest, 11);
    expect(await statuses(plain, 40)).toEqual(times(200, 40));
    expect(await statuses(byShop, 40)).toEqual(times(200, 40));
  });

  it('IMAGE_CHARTS_LIMITS=on gives it to whoever does not sign', async () => {
    await start({ ...shop, IMAGE_CHARTS_LIMITS: 'on' });
    expect(await statuses(plain, 12)).toEqual([...times(200, 10), 429, 429]);
    expect(await statuses(byShop, 20)).toEqual(times(200, 20));
    expect(await statuses(byTest, 1)).toEqual([200]);
  });

  it('everybody has 90 in 10 seconds, and is told when they end', async () => {
    await start(shop);
    expect(await statuses(plain, 92)).toEqual([...times(200, 90), 429, 429]);
    const refused = await ask(server.url, plain);
    expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '10']);
    expect(await statuses(byShop, 91)).toEqual([...times(200, 90), 429]);
    server.advance(10_000);
    expect(await statuses(plain, 1)).toEqual([200]);
  });

  it('refusals of charts count, half and wrong signatures do not', async () => {
    await start();
    for (let i = 0; i < 12; i++) expect((await ask(server.url, `${byTest}0`)).status).toBe(401);
    expect(await statuses(signed('c=no'), 10)).toEqual(times(400, 10));
    expect(await statuses(byTest, 1)).toEqual([429]);
  });

  it('LIMITS=off lifts all but those of the test account', async () => {
    await start({ LIMITS: 'off', IMAGE_CHARTS_LIMITS: 'on' });
    expect(await statuses(plain, 100)).toEqual(times(200, 100));
    expect(await statuses(byTest, 11)).toEqual([...times(200, 10), 429]);
  });
});
