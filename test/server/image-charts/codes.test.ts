// In: requests that provoke every code this server raises, against real drawing children. Out: whether status, headers, picture and
// JSON of each are as documented, and the playground's own client understands them.
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { imageChartsErrors } from '#shared/errors-image-charts.ts';
import {
  codeDescription,
  type ImageChartsServedCode,
  imageChartsServed,
} from '#shared/image-charts-faults.ts';
import { RenderFailure } from '../../../server/render/render-failure.ts';
import { realPool, startServer, type TestServer } from '../../support/server.ts';
import { standInPool } from '../stand-in-pool.ts';
import { ask, bars, chartQuery, queryOf, signed, told } from './ask-image-charts.ts';

const pool = realPool(1);
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ pool, env: { LIMITS: 'off' } });
  expect((await ask(server.url, chartQuery())).status).toBe(200);
});
afterAll(async () => {
  await server.stop();
  await pool.close();
});

interface Case {
  code: ImageChartsServedCode;
  query: string;
  messages: string[];
  path?: string;
}
const described = (code: ImageChartsServedCode) => [codeDescription(code)];
const cases: Case[] = [
  { code: 'IS_VALIDATION_ERROR', query: '', messages: ['"value" must contain at least one of [c, chart]'] },
  {
    code: 'IS_VALIDATION_ERROR',
    query: chartQuery(bars(), { width: '50', encoding: 'hex' }),
    messages: ['"width" must be greater than or equal to 100', '"encoding" must be one of [url, base64]'],
  },
  {
    code: 'IS_VALIDATION_ERROR',
    query: signed(chartQuery(bars(), { width: '4000', height: '4000', icretina: '1' })),
    messages: ['"icretina": Width × height × ratio² must be at most 32 million pixels, this is 64 million'],
  },
  ...['icac=test_fixture', 'ichm=00', 'icac=nobody'].map((half) => ({
    code: 'IC_MISSING_ENT_PARAMETER' as const,
    query: `${chartQuery()}&${half}`,
    messages: described('IC_MISSING_ENT_PARAMETER'),
  })),
  // Half a signature is told before anything else, even where there is no chart.
  { code: 'IC_MISSING_ENT_PARAMETER', query: 'icac=x', messages: described('IC_MISSING_ENT_PARAMETER') },
  {
    code: 'IC_ACCOUNT_ID_NOT_FOUND',
    query: `${chartQuery()}&icac=nobody&ichm=00`,
    messages: described('IC_ACCOUNT_ID_NOT_FOUND'),
  },
  {
    code: 'IC_INVALID_SIGNATURE',
    query: `${signed(chartQuery())}0`,
    messages: described('IC_INVALID_SIGNATURE'),
  },
  {
    code: 'IC_INVALID_SIGNATURE',
    query: `${signed(chartQuery())}&width=600`,
    messages: described('IC_INVALID_SIGNATURE'),
  },
  {
    code: 'IC_RETINA_ERROR',
    query: chartQuery(bars(), { icretina: '1' }),
    messages: described('IC_RETINA_ERROR'),
  },
  {
    code: 'IC_BAD_JSON_ERROR',
    query: chartQuery('{type:'),
    messages: ['"chart" is not JSON: it cannot be read from line 1, column 7 on'],
  },
  {
    code: 'IC_BAD_JSON_ERROR',
    query: queryOf({ c: '{type:"bar",options:{onClick:()=>alert(1)}}' }),
    messages: ['"c" is not JSON: functions cannot be sent, a chart is plain data'],
  },
  {
    code: 'IC_BAD_JSON_ERROR',
    query: queryOf({ c: '{}', encoding: 'base64' }),
    messages: ['"c" is not JSON: it is not base64 of a text'],
  },
  {
    code: 'IC_BAD_DATA_FORMAT',
    query: chartQuery('null'),
    messages: ['"value": Expected object, received null'],
  },
  {
    code: 'IC_BAD_DATA_FORMAT',
    query: chartQuery({ type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }, { label: 'b' }] } }),
    messages: ['"data.datasets.1.data": Required'],
  },
  {
    code: 'IC_BAD_BACKGROUND_COLOR_ERROR',
    query: chartQuery(bars(), { bkg: 'colourful' }),
    messages: described('IC_BAD_BACKGROUND_COLOR_ERROR'),
  },
  {
    code: 'IC_CHARTJS_RENDERING_ERROR',
    query: chartQuery({ ...bars(), type: 'barr' }),
    messages: [
      "\"type\": Invalid value. Expected 'line' | 'bar' | 'pie' | 'doughnut' | 'radar' | 'polarArea', received 'barr'. Did you mean 'bar'?",
    ],
  },
  {
    code: 'IC_CHARTJS_RENDERING_ERROR',
    query: chartQuery(`{type:'bar',data:{datasets:[{data:[1]}]},options:{__proto__:{a:1}}}`),
    messages: ['"options.__proto__": The key "__proto__" is not allowed in a chart'],
  },
  {
    // Told where it stands in the chart that was sent, and refused even where it would have been dropped.
    code: 'IC_CHARTJS_RENDERING_ERROR',
    query: chartQuery(
      `{type:'bar',data:{datasets:[{data:[1]}]},options:{scales:{yAxes:[{ticks:{max:1e300}}]}},extra:{constructor:1}}`,
    ),
    messages: [
      '"options.scales.yAxes.0.ticks.max": Number must be between -1000000000000000 and 1000000000000000',
      '"extra.constructor": The key "constructor" is not allowed in a chart',
    ],
  },
  {
    code: 'IC_CHARTJS_RENDERING_ERROR',
    query: chartQuery({ type: 'bar', data: { datasets: [{ data: [1e300] }] } }),
    messages: ['"data.datasets.0.data.0": Number must be between -1000000000000000 and 1000000000000000'],
  },
  {
    code: 'IC_CHARTJS_RENDERING_ERROR',
    query: chartQuery({
      ...bars(),
      options: { scales: { xAxes: [{ type: 'time' }], yAxes: [{ ticks: { fontSize: 9000 } }] } },
    }),
    messages: [
      '"options.scales.x.type": Time axes are not available: send the dates as text in data.labels',
      '"options.scales.y.ticks.font.size": Number must be less than or equal to 200',
    ],
  },
];

describe('a coded refusal', () => {
  it.each(cases)('$code: $messages', async ({ code, query, messages }) => {
    const { status, ...row } = imageChartsErrors[code];
    const answer = await ask(server.url, query);
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect(answer.headers.get('vary')).toMatch(/\bAccept\b(?!-)/);
    const picture = await told(answer);
    expect([picture.status, picture.code]).toEqual([status, code]);
    expect(picture.validation.map(({ message }) => message)).toEqual(messages);
    for (const item of picture.validation)
      expect(item).toEqual({
        message: expect.any(String),
        path: expect.any(Array),
        type: expect.any(String),
        context: expect.any(Object),
      });
    expect(picture.type).toBe('image/png');
    const { width, height, data } = PNG.sync.read(picture.bytes);
    expect([width, height, new Set(data).size > 10]).toEqual([500, 300, true]);
    expect(picture.verdict).toMatchObject({ kind: 'documented', code, departures: [] });

    const json = await told(await ask(server.url, query, { headers: { Accept: 'application/json' } }));
    expect([json.status, json.code, json.type]).toEqual([status, code, 'application/json']);
    expect(JSON.parse(json.bytes.toString())).toEqual({
      error: row.title,
      code,
      details: messages.map((message) => ({ path: expect.any(String), message })),
    });
    expect(json.verdict).toMatchObject({ kind: 'documented', code });
  });

  it('there is a case for every code that is said to be raised', () => {
    expect(new Set(cases.map(({ code }) => code))).toEqual(new Set(imageChartsServed));
  });

  it('has headers that are ASCII and short, and repeats no more than a word of the chart', async () => {
    const secret = 'geheim'.repeat(200);
    const datasets = Array.from({ length: 20 }, (_, i) => ({
      data: [1],
      label: i,
      [`${secret}é`]: 1,
      type: `ü${secret}`,
    }));
    const answer = await ask(server.url, chartQuery({ type: 'bar', data: { labels: ['é'], datasets } }));
    const header = answer.headers.get('x-ic-error-validation') ?? '';
    expect(answer.status).toBe(400);
    expect(header).toMatch(/^[\x20-\x7e]{50,4000}$/);
    expect(header).not.toContain('geheim'.repeat(20));
    expect((await told(answer)).verdict).toMatchObject({
      kind: 'documented',
      code: 'IC_CHARTJS_RENDERING_ERROR',
    });
  });

  it('has no body for HEAD', async () => {
    const answer = await ask(server.url, '', { method: 'HEAD' });
    expect([answer.status, answer.headers.get('x-ic-error-code')]).toEqual([400, 'IS_VALIDATION_ERROR']);
    expect((await answer.arrayBuffer()).byteLength).toBe(0);
  });
});

describe('what has no code in this dialect', () => {
  const stand = standInPool();
  let other: TestServer;
  beforeAll(async () => {
    other = await startServer({ pool: stand, env: { LIMITS: 'off' } });
  });
  afterAll(() => other.stop());
  const json = { headers: { Accept: 'application/json' } };

  it.each([
    ['overloaded', 503, 'overloaded', '3'],
    ['closing', 503, 'overloaded', '3'],
    ['wall', 503, 'overloaded', '3'],
    ['crashed', 500, 'internal_error', null],
  ] as const)(
    'a render that ends with %s is %d, told as an SVG when nobody can draw',
    async (reason, status, code, wait) => {
      stand.failWith(new RenderFailure(reason, 'secret detail', 3));
      const answer = await ask(other.url, chartQuery(bars(1)));
      expect(answer.headers.get('retry-after')).toBe(wait);
      const { type, bytes, verdict, ...rest } = await told(answer);
      expect([rest.status, rest.code, type]).toEqual([status, null, 'image/svg+xml']);
      expect(answer.headers.has('x-ic-error-validation')).toBe(false);
      expect(bytes.toString()).toMatch(/^<svg [^>]*width="500" height="300"/);
      expect(bytes.toString()).not.toContain('secret');
      expect(verdict).toMatchObject({ kind: 'documented', code });
      expect((await ask(other.url, chartQuery(bars(1)), json)).status).toBe(status);
      stand.failWith(undefined);
    },
  );

  it.each(['cpu', 'memory', 'blank', 'threw'] as const)(
    'a chart that the renderer gives back with %s is at fault',
    async (reason) => {
      stand.failWith(new RenderFailure(reason, 'secret detail'));
      const { status, code, validation, type } = await told(await ask(other.url, chartQuery(bars(2))));
      expect([status, code, type]).toEqual([400, 'IC_CHARTJS_RENDERING_ERROR', 'image/svg+xml']);
      expect(validation).toHaveLength(1);
      expect(JSON.stringify(validation)).not.toContain('secret');
      expect(other.logText()).toContain('secret detail');
      stand.failWith(undefined);
    },
  );

  it('no refusal takes the place of a chart: where nobody is idle, nobody is asked to draw it', async () => {
    const before = stand.asked.length;
    const { status, type, bytes } = await told(await ask(other.url, queryOf({ c: '{', bkg: '<&"' })));
    expect([status, type]).toEqual([400, 'image/svg+xml']);
    expect(bytes.toString()).toContain('IC_BAD_');
    expect(stand.asked).toHaveLength(before);
  });

  it('other addresses and methods are refused as everywhere', async () => {
    const missing = await ask(server.url, chartQuery(), {}, '/chart.js/2.9.4');
    expect([missing.status, missing.headers.get('content-type')]).toEqual([404, 'image/png']);
    const asked = await ask(server.url, '', json, '/chart.js/3/x');
    expect([asked.status, await asked.json()]).toEqual([
      404,
      { error: 'Not found', message: 'Charts are drawn at /chart.js/2.8.0 and /chart.js/4.' },
    ]);
    const posted = await ask(server.url, chartQuery(), { method: 'POST', ...json });
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });
});
