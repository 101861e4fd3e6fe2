// In: charts in the Image-Charts dialect, against real drawing children. Out: whether the pictures are the ones that the other
// dialect draws, and travel with the same headers.
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '#shared/base64url.ts';
import { imageChartsErrors } from '#shared/errors-image-charts.ts';
import { realPool, startServer, type TestServer } from '../../support/server.ts';
import { get } from '../ask.ts';
import { standInPool } from '../stand-in-pool.ts';
import { ask, bars, chartQuery, queryOf, signed } from './ask-image-charts.ts';

const pool = realPool(1);
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ pool, env: { LIMITS: 'off' } });
});
afterAll(async () => {
  await server.stop();
  await pool.close();
});

async function picture(query: string, path?: string) {
  const answer = await ask(server.url, query, {}, path);
  const bytes = Buffer.from(await answer.arrayBuffer());
  expect([answer.status, answer.headers.get('x-ic-error-validation')]).toEqual([200, null]);
  const { width, height } = PNG.sync.read(bytes);
  return { bytes, size: [width, height], etag: answer.headers.get('etag'), headers: answer.headers };
}

const data = { labels: ['Jan', 'Feb', 'Mar'], datasets: [{ label: 'Sales', data: [3, 1, 2] }] };
const filled = { ...data, datasets: [{ label: 'Sales', data: [3, 1, 2], fill: true, tension: 0.4 }] };
const twos: [string, unknown, unknown][] = [
  [
    'bars with titles and grids',
    {
      type: 'bar',
      data,
      options: {
        title: { display: true, text: 'T', fontSize: 20 },
        legend: { display: true, position: 'bottom', labels: { fontColor: 'red' } },
        scales: {
          xAxes: [{ scaleLabel: { display: true, labelString: 'Month' }, gridLines: { color: '#ccc' } }],
          yAxes: [{ ticks: { min: -1, max: 5, stepSize: 2 } }],
        },
      },
    },
    {
      type: 'bar',
      data,
      options: {
        plugins: {
          title: { display: true, text: 'T', font: { size: 20 } },
          legend: { display: true, position: 'bottom', labels: { color: 'red' } },
        },
        scales: {
          x: { title: { display: true, text: 'Month' }, grid: { display: true, color: '#ccc' } },
          y: { min: -1, max: 5, ticks: { stepSize: 2 } },
        },
      },
    },
  ],
  ['lines', { type: 'line', data }, { type: 'line', data: filled }],
  ['lying bars', { type: 'horizontalBar', data }, { type: 'bar', data, options: { indexAxis: 'y' } }],
  [
    'a half doughnut',
    { type: 'doughnut', data, options: { rotation: Math.PI, circumference: Math.PI, cutoutPercentage: 40 } },
    {
      type: 'doughnut',
      data: { ...data, datasets: [{ label: 'Sales', data: [3, 1, 2], rotation: 270, circumference: 180 }] },
      options: { cutout: '40%' },
    },
  ],
  [
    'a radar',
    { type: 'radar', data, options: { scale: { ticks: { max: 4 } } } },
    {
      type: 'radar',
      data: { ...data, datasets: [{ label: 'Sales', data: [3, 1, 2], fill: true }] },
      options: { scales: { r: { max: 4 } } },
    },
  ],
];

describe('pictures of the Image-Charts dialect', () => {
  it.each(twos)('%s of version 2 are those of version 4', async (_, two, four) => {
    const drawn = await picture(chartQuery(two));
    const today = await picture(chartQuery(four), '/chart.js/4');
    expect(drawn.bytes.equals(today.bytes)).toBe(true);
    expect(drawn.etag).toBe(today.etag);
    expect([drawn.headers.get('x-cache'), today.headers.get('x-cache')]).toEqual(['MISS', 'HIT']);
  });

  it('version 2 means nothing to the path of version 4', async () => {
    const lying = chartQuery({ type: 'horizontalBar', data });
    expect((await ask(server.url, lying)).status).toBe(200);
    expect((await ask(server.url, lying, {}, '/chart.js/4')).status).toBe(400);
  });

  it('are shared with the other dialect', async () => {
    const chart = { ...bars(7), width: 500, height: 300 };
    const other = await get(server.url, chart);
    expect(other.headers.get('x-cache')).toBe('MISS');
    const here = await picture(chartQuery(bars(7)));
    expect([here.headers.get('x-cache'), here.etag]).toEqual(['HIT', other.headers.get('etag')]);
  });

  it.each([
    ['500 × 300 by default', {}, [500, 300]],
    ['as asked for', { width: '640', height: '200' }, [640, 200]],
    ['doubled by a signed icretina', { width: '200', height: '100', icretina: '1' }, [400, 200]],
    ['as they are with icretina=0', { icretina: '0' }, [500, 300]],
  ])('measure %s', async (_, more, size) => {
    expect((await picture(signed(chartQuery(bars(), more as Record<string, string>)))).size).toEqual(size);
  });

  it.each([
    ['relaxed JSON', queryOf({ c: "{type:'bar',data:{labels:['é+ö'],datasets:[{data:[1,2,],},]}} // end" })],
    ['plain spaces as plus signs', "c={type:'bar',+data:{labels:['a+b'],datasets:[{data:[1]}]}}"],
    [
      'base64',
      queryOf({
        c: Buffer.from('{type:"bar",data:{datasets:[{data:[1]}]}}').toString('base64'),
        encoding: 'base64',
      }),
    ],
    ['base64url', `encoding=base64&chart=${toBase64Url('{type:"bar",data:{datasets:[{data:[1]}]}}')}`],
    ['a chart in quotes', queryOf({ c: JSON.stringify("{type:'bar',data:{datasets:[{data:[1]}]}}") })],
    ['no labels', queryOf({ c: "{type:'pie',data:{datasets:[{data:[1,2,3]}]}}" })],
  ])('are drawn from %s', async (_, query) => {
    expect((await picture(query)).size).toEqual([500, 300]);
  });

  it('are the same when a plus sign of base64 has become a space', async () => {
    const text = `{"type":"bar","data":{"labels":["~~~???>>>"],"datasets":[{"data":[1]}]}}`;
    const base64 = Buffer.from(text).toString('base64');
    expect(base64).toMatch(/\+/);
    const raw = await picture(`encoding=base64&c=${base64}`);
    expect(raw.etag).toBe((await picture(queryOf({ encoding: 'base64', c: base64 }))).etag);
  });

  it('have the background that is asked for', async () => {
    const corner = async (more: Record<string, string>) => {
      const { data: pixels } = PNG.sync.read((await picture(chartQuery(bars(), more))).bytes);
      return [...pixels.subarray(0, 4)];
    };
    expect(await corner({})).toEqual([255, 255, 255, 255]);
    expect(await corner({ bkg: '#ff8000' })).toEqual([255, 128, 0, 255]);
    expect(await corner({ backgroundColor: '%23ff8000' })).toEqual([255, 128, 0, 255]);
    expect(await corner({ bkg: 'rgba(0,0,0,0)' })).toEqual([0, 0, 0, 0]);
  });

  it('are answered to HEAD and If-None-Match without a body', async () => {
    const query = chartQuery(bars(8));
    const head = await ask(server.url, query, { method: 'HEAD' });
    expect([head.status, head.headers.get('x-cache')]).toEqual([200, 'MISS']);
    const { etag } = await picture(query);
    expect(head.headers.get('etag')).toBe(etag);
    const held = await ask(server.url, query, { headers: { 'If-None-Match': etag ?? '' } });
    expect([held.status, (await held.arrayBuffer()).byteLength]).toEqual([304, 0]);
  });

  it('are drawn once for all who ask at the same time', async () => {
    const stand = standInPool();
    const other = await startServer({ pool: stand });
    stand.hold();
    const both = [
      ask(other.url, chartQuery(bars())),
      ask(other.url, signed(chartQuery(bars())), {}, '/chart.js/4'),
    ];
    await stand.until(1);
    stand.release();
    expect((await Promise.all(both)).map(({ status }) => status)).toEqual([200, 200]);
    expect(stand.asked).toHaveLength(1);
    await other.stop();
  });

  it('and answers of any kind can be read from any origin', async () => {
    for (const query of ['', chartQuery()]) {
      const { headers } = await ask(server.url, query);
      expect(headers.get('access-control-allow-origin')).toBe('*');
      expect(headers.get('access-control-expose-headers')).toMatch(/x-ic-error-code, x-ic-error-validation/);
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin');
    }
  });

  it('/errors.json lists every code of the catalogue with its meaning', async () => {
    const answer = await fetch(`${server.url}/errors.json`);
    expect(answer.headers.get('content-type')).toBe('application/json');
    expect(await answer.json()).toEqual(
      Object.entries(imageChartsErrors).map(([code, { meaning }]) => ({ code, description: meaning })),
    );
    expect((await fetch(`${server.url}/errors.json`, { method: 'POST' })).status).toBe(405);
  });
});
