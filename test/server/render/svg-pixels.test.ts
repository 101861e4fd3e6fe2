// The promise that the SVG is the same picture: shown by a real browser, it is compared with the PNG.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEntry } from '../../../server/render/entry.ts';
import { createPool, type RenderPool } from '../../../server/render/pool.ts';
import { examples } from '../../../src/examples.ts';
import { cardCharts } from '../../fixtures/card-charts.ts';
import { specOf } from '../../fixtures/charts.ts';
import { randomChart } from '../../fixtures/random-chart.ts';
import { noBrowser } from '../../support/page.ts';
import { FONTS } from './a-chart.ts';
import { type Browser, openBrowser } from './svg-browser.ts';

/** Share of pixels that may differ at pixelmatch's threshold 0.1: letters that sit a quarter of a pixel further right. */
const MOST_DIFFERENT = 0.001;
/** Among 500 odd charts, some of them hardly larger than their labels, the worst had 0.2 %. */
const MOST_DIFFERENT_OF_ODD_ONES = 0.003;

/** As the page shows it that the browser puts the SVG on: the rounded corners of a card are transparent. */
function onWhite(picture: PNG): PNG {
  const { data } = picture;
  for (let at = 0; at < data.length; at += 4) {
    const alpha = (data[at + 3] as number) / 255;
    for (let i = at; i < at + 3; i += 1)
      data[i] = Math.round((data[i] as number) * alpha + 255 * (1 - alpha));
    data[at + 3] = 255;
  }
  return picture;
}

describe.skipIf(noBrowser())('SVG in a browser and PNG', () => {
  let pool: RenderPool;
  let browser: Browser;

  beforeAll(async () => {
    const now = () => performance.now();
    pool = createPool({ entry: childEntry(FONTS), now, size: 1, spare: 0, places: 50, maxWaitMs: 15_000 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await pool.close();
  });

  async function difference(chart: object, devicePixelRatio: number) {
    const spec = { ...specOf(chart), devicePixelRatio };
    const png = await pool.render({ ...spec, format: 'png' });
    const svg = await pool.render({ ...spec, format: 'svg' });
    const drawn = onWhite(PNG.sync.read(png.bytes));
    const shown = await browser.show(svg.bytes.toString('utf8'), devicePixelRatio);
    expect([shown.width, shown.height]).toEqual([drawn.width, drawn.height]);
    const options = { threshold: 0.1 };
    const pixels = pixelmatch(shown.data, drawn.data, undefined, drawn.width, drawn.height, options);
    return pixels / (drawn.width * drawn.height);
  }

  for (const ratio of [1, 2])
    for (const { type, chart } of examples)
      it(`agree for ${type} at ratio ${ratio}`, async () => {
        expect(await difference(chart, ratio)).toBeLessThanOrEqual(MOST_DIFFERENT);
      });

  it.each([
    ['dark', { theme: { mode: 'dark' } }],
    ['turned labels', { options: { scales: { x: { ticks: { minRotation: 50 } } } } }],
    [
      'outlined labels',
      { options: { scales: { x: { ticks: { textStrokeWidth: 2, textStrokeColor: '#fc0' } } } } },
    ],
    [
      'lying bars with a border',
      {
        options: { indexAxis: 'y', elements: { bar: { borderWidth: 3, borderColor: 'oklch(0.6 0.2 30)' } } },
      },
    ],
    ['a narrow box for the legend', { options: { plugins: { legend: { position: 'left', maxWidth: 60 } } } }],
    ['bars beyond the axis', { options: { scales: { y: { min: 450, max: 600 } } } }],
  ])('agree for %s', async (_, own) => {
    const [{ chart } = { chart: {} }] = examples;
    expect(await difference({ ...chart, ...own }, 1)).toBeLessThanOrEqual(MOST_DIFFERENT);
  });

  it.each(cardCharts.map((chart) => [chart.header.title, chart] as const))(
    'agree for a card: %s',
    async (_, chart) => {
      expect(await difference(chart, 1)).toBeLessThanOrEqual(MOST_DIFFERENT);
    },
  );

  it.each([3, 7, 14, 22, 36, 53, 55, 71, 95, 115, 134])('agree for odd chart %d', async (seed) => {
    const chart = { ...randomChart(seed), backgroundColor: '#ffffff' };
    expect(await difference(chart, 1)).toBeLessThanOrEqual(MOST_DIFFERENT_OF_ODD_ONES);
  });
});
