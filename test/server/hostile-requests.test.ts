// In: two hundred random bodies of the worst kind, and real charts. Out: whether each gets a picture or a documented error, and
// the next request is unharmed.
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { bodySchema, errorRow, servedCodes } from '#shared/errors.ts';
import fc, { runs } from '../support/properties.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { chart, get, post } from './ask.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer({ env: { LIMITS: 'off' } });
  await vi.waitUntil(() => server.pool.ready(), { timeout: 15_000 });
}, 30_000);
afterAll(() => server.stop());

const nested = fc
  .tuple(fc.constantFrom('[', '{"a":'), fc.integer({ min: 1, max: 50_000 }))
  .map(([open, depth]) => `${open.repeat(depth)}1${(open === '[' ? ']' : '}').repeat(depth)}`);
const poison = fc.constantFrom(
  '"__proto__":{"polluted":true}',
  '"constructor":{"prototype":{"polluted":true}}',
  '"options":{"plugins":{"__proto__":{"polluted":true}}}',
  '"options":{"scales":{"__proto__":{"type":"linear"}}}',
  '"type":"__proto__"',
  '"then":"x"',
);
const poisoned = poison.map(
  (key) => `{"type":"bar","data":{"labels":["a"],"datasets":[{"data":[1]}]},${key}}`,
);
const hugeText = fc
  .tuple(fc.constantFrom('a', '\\u0000', '‮', '👨‍👩‍👧', '\\ud800', '\\n'), fc.integer({ min: 1, max: 60_000 }))
  .map(([unit, times]) => unit.repeat(times))
  .map(
    (text) =>
      `{"type":"bar","data":{"labels":["${text}"],"datasets":[{"label":"${text.slice(0, 600)}","data":[1]}]}}`,
  );
const extreme = fc.constantFrom(
  '1.79e308',
  '1e999',
  '-1e308',
  '5e-324',
  '1e15',
  '-0',
  'null',
  '"7"',
  '{}',
  '[]',
  '1e-13',
);
const numbers = fc
  .tuple(
    fc.constantFrom('line', 'bar', 'pie', 'doughnut', 'radar', 'polarArea'),
    fc.array(extreme, { maxLength: 5 }),
  )
  .map(([type, data]) => `{"type":"${type}","data":{"labels":["a","b"],"datasets":[{"data":[${data}]}]}}`);
const wrongTypes = fc
  .record(
    {
      type: fc.oneof(fc.constant('bar'), fc.jsonValue()),
      data: fc.oneof(
        fc.constant({ labels: ['a'], datasets: [{ data: [1] }] }),
        fc.record({ labels: fc.jsonValue(), datasets: fc.jsonValue() }),
      ),
      width: fc.oneof(fc.constant(300), fc.jsonValue()),
      options: fc.jsonValue(),
      theme: fc.jsonValue(),
      padding: fc.jsonValue(),
    },
    { requiredKeys: ['type', 'data'] },
  )
  .map((value) => JSON.stringify(value));
const anything = fc.oneof(fc.json(), fc.string({ unit: 'binary' }));

const documented = servedCodes.map((code) => errorRow(code));

async function expectPictureOrDocumentedError(answer: Response): Promise<void> {
  if (answer.status === 200) {
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect(bytes.subarray(1, 4).toString()).toBe('PNG');
    return;
  }
  const text = await answer.text();
  expect(text.length).toBeLessThan(64 * 1024);
  const body: unknown = JSON.parse(text);
  const rows = documented.filter(
    (row) => row.status === answer.status && bodySchema(row)?.safeParse(body).success,
  );
  expect(rows, `${answer.status} ${text}`).not.toHaveLength(0);
  expect(answer.status).toBeLessThan(500);
}

describe('hostile requests', () => {
  it('200 random bodies: a picture or a documented error each, nothing polluted', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    await fc.assert(
      fc.asyncProperty(fc.oneof(nested, poisoned, hugeText, numbers, wrongTypes, anything), async (body) =>
        expectPictureOrDocumentedError(await post(server.url, body)),
      ),
      runs(200),
    );
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
    expect((await post(server.url, chart())).status).toBe(200);
  }, 120_000);

  it.each([
    'chart=a&chart=b',
    'chart=',
    'chart',
    'chart[]=x',
    'type=bar',
    'type=bar&labels=%ff&data=1',
    'type=__proto__&labels=a&data=1',
    'type=bar&labels=a&data=1e999',
    '%00',
    'key[]=1&type=bar',
    '&&&===',
  ])('a strange query: %s', async (query) => {
    await expectPictureOrDocumentedError(await fetch(`${server.url}/api/v1/render?${query}`));
  });

  it.each([[[1.79e308]], [[3e307]], [[1e-310]], [[1e16, 1]]])(
    'values that would hang the renderer never reach it: %j',
    async (data) => {
      const { spawned } = server.pool.stats();
      const startMs = performance.now();
      const answer = await post(server.url, {
        type: 'doughnut',
        data: { labels: ['a'], datasets: [{ data }] },
      });
      expect([answer.status, performance.now() - startMs < 1000]).toEqual([400, true]);
      expect(server.pool.stats().spawned).toBe(spawned);
    },
  );
});

describe('the documentation’s own sample', () => {
  it('draws 800 × 400 by GET', async () => {
    const answer = await get(server.url, {
      type: 'line',
      width: 800,
      height: 400,
      data: { labels: ['Jan', 'Feb', 'Mar'], datasets: [{ label: 'Revenue', data: [12000, 15000, 18000] }] },
    });
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.headers.get('content-type'), bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([
      'image/png',
      800,
      400,
    ]);
  });

  it('draws the simple form, too', async () => {
    const answer = await fetch(
      `${server.url}/api/v1/render?type=pie&labels=a%2Cb,c&data=1,2&width=300&height=200`,
    );
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([answer.status, bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([200, 300, 200]);
  });
});
