// In: the vendor's own client, pointed at this server. Out: whether it gets pictures and reads refusals as it does from the vendor.
import ChartJSImage from 'chart.js-image';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { realPool, startServer, type TestServer } from '../../support/server.ts';

const pool = realPool(1);
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ pool });
});
afterAll(async () => {
  await server.stop();
  await pool.close();
});

const client = (secret?: string) =>
  new ChartJSImage({ protocol: 'http', host: '127.0.0.1', port: server.port, timeout: 10_000, secret });
/** It takes objects, whatever its types say. */
const chart = {
  type: 'bar',
  data: { labels: ['Hello', "it's"], datasets: [{ label: 'Foo', data: [1, 2] }] },
};
const asText = (value: unknown) => value as string;
const size = (bytes: Buffer) => {
  const { width, height } = PNG.sync.read(bytes);
  return [width, height];
};

describe('chart.js-image', () => {
  it('gets a picture', async () => {
    expect(size(await client().chart(asText(chart)).toBuffer())).toEqual([500, 300]);
    expect(size(await client().c(asText(chart)).width('200').height('150').bkg('red').toBuffer())).toEqual([
      200, 150,
    ]);
    expect(await client().chart(asText(chart)).toDataURI()).toMatch(/^data:image\/png;base64,iVBORw0KGgo/);
  });

  it('gets one for a chart given as text, and for the example of its own README', async () => {
    const text = "{type:'bar',data:{labels:['Q1'],datasets:[{label:'Users',data:[50]}]}}";
    expect(size(await client().chart(text).toBuffer())).toEqual([500, 300]);
    const line = {
      type: 'line',
      data: {
        labels: ['January', 'February'],
        datasets: [
          {
            label: 'First',
            borderColor: 'rgb(255,+99,+132)',
            backgroundColor: 'rgba(255,+99,+132,+.5)',
            data: [57, -37],
          },
        ],
      },
      options: {
        title: { display: true, text: 'Chart.js Line Chart' },
        scales: {
          xAxes: [{ scaleLabel: { display: true, labelString: 'Month' } }],
          yAxes: [{ stacked: true, scaleLabel: { display: true, labelString: 'Value' } }],
        },
      },
    };
    const made = client().chart(asText(line)).backgroundColor('white').width('500').height('300');
    expect(size(await made.toBuffer())).toEqual([500, 300]);
  });

  it('reads the exact text where there is no chart', async () => {
    await expect(client().toBuffer()).rejects.toMatchObject({
      message: '"value" must contain at least one of [c, chart]',
      code: 'IS_VALIDATION_ERROR',
    });
  });

  it('is refused with icac alone', async () => {
    await expect(client().chart(asText(chart)).icac('test_fixture').toBuffer()).rejects.toMatchObject({
      code: 'IC_MISSING_ENT_PARAMETER',
    });
  });

  it('is let in with its own signature, and only with the right secret', async () => {
    const request = (secret: string) =>
      client(secret).chart(asText(chart)).icac('test_fixture').icretina('1');
    expect(size(await request('plop').toBuffer())).toEqual([1000, 600]);
    await expect(request('plopp').toBuffer()).rejects.toMatchObject({ code: 'IC_INVALID_SIGNATURE' });
  });

  it('is told about functions', async () => {
    const withFunction = { ...chart, options: { onClick: () => 1 } };
    await expect(client().chart(asText(withFunction)).toBuffer()).rejects.toMatchObject({
      code: 'IC_BAD_JSON_ERROR',
      message: '"chart" is not JSON: functions cannot be sent, a chart is plain data',
    });
  });
});
