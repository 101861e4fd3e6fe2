// In: charts made to hang or break a renderer, and the heaviest that are allowed, by POST and by GET. Out: whether each gets its
// documented refusal before a child is asked, or a picture of the right kind in every format; and whether the next one is well.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { toBase64Url } from '#shared/base64url.ts';
import { formats } from '#shared/chart-spec.ts';
import { bodySchema, errorRow } from '#shared/errors.ts';
import { LIMITS } from '#shared/limits.ts';
import { hostileCharts } from '../fixtures/hostile-charts.ts';
import { heavyCharts, oddCharts } from '../fixtures/odd-charts.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { chart, post } from './ask.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { LIMITS: 'off' } });
  await vi.waitUntil(() => server.pool.ready(), { timeout: 15_000 });
}, 30_000);
afterAll(() => server.stop());

const pathOf = (text: string) => `/api/v1/render?chart=${toBase64Url(text)}`;
const fits = (text: string) => pathOf(text).length <= LIMITS.urlCharacters;
const refusals = (['invalid_spec', 'invalid_json', 'invalid_base64', 'body_too_large'] as const).map(
  errorRow,
);

describe('a hostile chart', () => {
  const ways = hostileCharts.flatMap(({ what, text }) => [
    { what: `${what}, by POST`, send: () => post(server.url, text) },
    ...(fits(text) ? [{ what: `${what}, by GET`, send: () => fetch(server.url + pathOf(text)) }] : []),
  ]);

  it.each(ways)('$what: refused in the documented words, without a child', async ({ send }) => {
    const { spawned } = server.pool.stats();
    const answer = await send();
    const body: unknown = await answer.json();
    const row = refusals.find(
      (known) => known.status === answer.status && bodySchema(known)?.safeParse(body).success,
    );
    expect(row, JSON.stringify(body).slice(0, 300)).toBeDefined();
    expect(server.pool.stats()).toMatchObject({ spawned, busy: 0, queued: 0 });
  });
});

/** What the bytes of each format begin with, or hold. */
const looks: Record<(typeof formats)[number], (bytes: Buffer) => boolean> = {
  png: (bytes) => bytes.toString('latin1', 1, 4) === 'PNG',
  jpeg: (bytes) => bytes[0] === 0xff && bytes[1] === 0xd8,
  webp: (bytes) => bytes.toString('latin1', 8, 12) === 'WEBP',
  svg: (bytes) => bytes.toString('utf8').includes('<svg'),
  pdf: (bytes) => bytes.toString('latin1', 0, 5) === '%PDF-',
};

describe('an odd or heavy chart', () => {
  const cases = Object.entries({ ...oddCharts, ...heavyCharts }).flatMap(([what, text]) =>
    formats.map((format) => ({ what, format, text: `{"format":"${format}",${text.slice(1)}` })),
  );

  it.each(cases)('$what, as $format: drawn', async ({ format, text }) => {
    const answer = await post(server.url, text, { Authorization: 'Bearer pk_test_pro' });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, answer.status === 200 ? '' : bytes.toString()]).toEqual([200, '']);
    expect(looks[format](bytes)).toBe(true);
  });

  it('leaves the server as it was', async () => {
    expect((await post(server.url, chart())).status).toBe(200);
    expect(server.pool.stats()).toMatchObject({ crashed: 0, killed: { cpu: 0, memory: 0, wall: 0 } });
  });
});
