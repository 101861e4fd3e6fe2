// In: queries meant to hang, crash, pollute or flood. Out: whether each is answered soon, by a picture or a documented refusal.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageChartsServed } from '#shared/image-charts-faults.ts';
import fc, { runs } from '../../support/properties.ts';
import { realPool, startServer, type TestServer } from '../../support/server.ts';
import { ask, chartQuery, queryOf, told } from './ask-image-charts.ts';

const pool = realPool(2);
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ pool, env: { LIMITS: 'off' } });
});
afterAll(async () => {
  await server.stop();
  await pool.close();
});

const paths = ['/chart.js/2.8.0', '/chart.js/4'];

async function expectPictureOrCode(query: string): Promise<void> {
  for (const path of paths) {
    const { status, code, verdict, bytes } = await told(await ask(server.url, query, {}, path));
    const fine = status === 200 ? bytes.toString('latin1', 1, 4) === 'PNG' : verdict.kind === 'documented';
    expect([query.slice(0, 300), status, fine]).toEqual([query.slice(0, 300), status, true]);
    expect([200, 400, 401, 403]).toContain(status);
    expect([null, ...imageChartsServed]).toContain(code);
  }
}

const chartLike = fc
  .record(
    {
      type: fc.constantFrom('bar', 'line', 'pie', 'radar', 'horizontalBar', 'polarArea', '__proto__'),
      data: fc.oneof(
        fc.constant({ labels: ['a'], datasets: [{ data: [1] }] }),
        fc.record({
          labels: fc.jsonValue(),
          datasets: fc.array(fc.record({ data: fc.jsonValue(), label: fc.jsonValue() })),
        }),
      ),
      options: fc.oneof(
        fc.jsonValue(),
        fc.record({
          legend: fc.jsonValue(),
          title: fc.jsonValue(),
          rotation: fc.jsonValue(),
          scale: fc.jsonValue(),
        }),
        fc.record({
          scales: fc.record({ xAxes: fc.array(fc.jsonValue()), yAxes: fc.jsonValue(), y: fc.jsonValue() }),
        }),
      ),
    },
    { requiredKeys: ['type', 'data'] },
  )
  .map((chart) => chartQuery(chart));
const anyQuery = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'&=%+{}[]\'":,ca1chart') }).map((text) => `c=${encodeURI(text)}`),
  fc
    .dictionary(
      fc.constantFrom(
        'c',
        'chart',
        'width',
        'height',
        'bkg',
        'encoding',
        'icac',
        'ichm',
        'icretina',
        '__proto__',
        'x',
      ),
      fc.oneof(
        fc.string(),
        fc.constantFrom('1', '300', 'base64', "{type:'bar',data:{datasets:[{data:[1]}]}}"),
      ),
    )
    .map(queryOf),
);

describe('hostile requests in the Image-Charts dialect', () => {
  it('are pictures or documented refusals, every one', async () => {
    const before = Object.getOwnPropertyNames(Object.prototype);
    await fc.assert(fc.asyncProperty(fc.oneof(chartLike, anyQuery), expectPictureOrCode), runs(150));
    expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(before);
  }, 120_000);

  it.each([
    ['nesting', `c=${'['.repeat(50_000)}`],
    ['open quotes', `c=${"'\\".repeat(8_000)}`],
    ['open comments', `c=${'/*'.repeat(25_000)}`],
    ['base64 of nothing', `encoding=base64&c=${'A'.repeat(50_000)}`],
    ['many parameters', 'c={}&'.repeat(10_000)],
    ['many numbers', chartQuery(`{type:'bar',data:{datasets:[{data:[${'1,'.repeat(12_000)}]}]}}`)],
    ['numbers without end', chartQuery({ type: 'bar', data: { datasets: [{ data: [1e308, -1e308] }] } })],
    ['Infinity', chartQuery("{type:'bar',data:{datasets:[{data:[Infinity,NaN]}]}}")],
    [
      'a step of nothing',
      chartQuery(
        "{type:'bar',data:{datasets:[{data:[1e6]}]},options:{scales:{yAxes:[{ticks:{stepSize:1e-9}}]}}}",
      ),
    ],
    [
      'many axes',
      chartQuery(`{type:'bar',data:{datasets:[{data:[1]}]},options:{scales:{yAxes:[${'{},'.repeat(900)}]}}}`),
    ],
  ])('%s', async (_, query) => {
    const startMs = performance.now();
    await expectPictureOrCode(query);
    expect(performance.now() - startMs).toBeLessThan(2000);
  });
});
