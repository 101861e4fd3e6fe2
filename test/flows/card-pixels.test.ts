// The promise that the preview is the picture, for what is drawn by more than Chart.js: cards, kits, data labels, annotations, whose
// parts the page has to load first.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { cardCharts } from '../fixtures/card-charts.ts';
import { noBrowser } from '../support/page.ts';
import { stage } from '../support/stage.ts';

/** Share of pixels that may differ at pixelmatch's threshold 0.1. */
const MOST_DIFFERENT = 0.001;

describe.skipIf(noBrowser())('preview and picture of cards', () => {
  const set = stage();

  it.each([1, 2])('agree at ratio %i', async (ratio) => {
    const w = await set.walk();
    const preview = w.page.getByRole('region', { name: 'Preview' });
    for (const chart of cardCharts) {
      const body = JSON.stringify({ ...chart, devicePixelRatio: ratio });
      await w.write(body);
      const canvas = preview
        .locator(`.layer:not([hidden]) canvas[width="${chart.width * ratio}"]`)
        .and(preview.getByRole('img', { name: `${chart.header.title}, ${chart.type},` }));
      await canvas.waitFor();
      const answer = await fetch(`${set.url}/api/v1/render`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body,
      });
      const drawn = PNG.sync.read(Buffer.from(await answer.arrayBuffer()));
      const url = await canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL('image/png'));
      const shown = PNG.sync.read(Buffer.from(url.split(',')[1] ?? '', 'base64'));
      expect([shown.width, shown.height]).toEqual([drawn.width, drawn.height]);
      const options = { threshold: 0.1 };
      const differing = pixelmatch(shown.data, drawn.data, undefined, drawn.width, drawn.height, options);
      expect(differing, chart.header.title).toBeLessThanOrEqual(MOST_DIFFERENT * drawn.width * drawn.height);
    }
    await w.close();
  });
});
