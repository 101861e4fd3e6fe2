// The promise that the preview is the picture: the six examples as the page draws them and as the server does, pixel by pixel.
import pixelmatch from 'pixelmatch';
import type { Browser } from 'playwright-core';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { examples } from '../../src/examples.ts';
import { launch, noBrowser, walk } from '../support/page.ts';
import { type ProductionServer, startProduction } from '../support/production-server.ts';

/** Share of pixels that may differ at pixelmatch's threshold 0.1. */
const MOST_DIFFERENT = 0.001;

describe.skipIf(noBrowser())('preview and picture', () => {
  let browser: Browser;
  let server: ProductionServer;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startProduction({ RATE_LIMIT: '1000' })]);
  });
  afterAll(async () => {
    await browser.close();
    await server.stop();
  });

  for (const ratio of [1, 2])
    for (const { type, chart } of examples)
      it(`agree for ${type} at ratio ${ratio}`, async () => {
        const body = JSON.stringify({ ...chart, devicePixelRatio: ratio });
        const w = await walk(browser, server.url);
        await w.write(body);
        const preview = w.page.getByRole('region', { name: 'Preview' });
        // The canvas is named by its title, so this one is of this chart; its size tells the ratio.
        const canvas = preview
          .locator(`.layer:not([hidden]) canvas[width="${(chart as { width: number }).width * ratio}"]`)
          .and(preview.getByRole('img', { name: `${titleOf(chart)}, ${type},` }));
        await canvas.waitFor();
        const dataUrl = await canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL('image/png'));
        const shown = PNG.sync.read(Buffer.from(dataUrl.split(',')[1] ?? '', 'base64'));
        const answer = await fetch(`${server.url}/api/v1/render`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        });
        const drawn = PNG.sync.read(Buffer.from(await answer.arrayBuffer()));
        expect([shown.width, shown.height]).toEqual([drawn.width, drawn.height]);
        const differing = pixelmatch(shown.data, drawn.data, undefined, drawn.width, drawn.height, {
          threshold: 0.1,
        });
        expect(differing / (drawn.width * drawn.height)).toBeLessThanOrEqual(MOST_DIFFERENT);
        await w.close();
      });
});

const titleOf = (chart: object) =>
  (chart as { options: { plugins: { title: { text: string } } } }).options.plugins.title.text;
