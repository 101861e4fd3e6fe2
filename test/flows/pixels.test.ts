// The promise that the preview is the picture: the six examples as the page draws them and as the server does, pixel by pixel.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { examples } from '../../src/examples.ts';
import { noBrowser } from '../support/page.ts';
import { stage } from '../support/stage.ts';

/** Share of pixels that may differ at pixelmatch's threshold 0.1. */
const MOST_DIFFERENT = 0.001;

describe.skipIf(noBrowser())('preview and picture', () => {
  const set = stage();

  for (const ratio of [1, 2])
    for (const { type, chart } of examples)
      it(`agree for ${type} at ratio ${ratio}`, async () => {
        const body = JSON.stringify({ ...chart, devicePixelRatio: ratio });
        const w = await set.walk();
        await w.write(body);
        const preview = w.page.getByRole('region', { name: 'Preview' });
        // The canvas is named by its title, so this one is of this chart; its size tells the ratio.
        const canvas = preview
          .locator(`.layer:not([hidden]) canvas[width="${(chart as { width: number }).width * ratio}"]`)
          .and(preview.getByRole('img', { name: `${titleOf(chart)}, ${type},` }));
        await canvas.waitFor();
        const answer = await fetch(`${set.url}/api/v1/render`, {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body,
        });
        const drawn = PNG.sync.read(Buffer.from(await answer.arrayBuffer()));
        // Again until they agree: the first look may catch a canvas whose chart is just being replaced by the same one.
        await expect
          .poll(async () => {
            const url = await canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL('image/png'));
            const shown = PNG.sync.read(Buffer.from(url.split(',')[1] ?? '', 'base64'));
            expect([shown.width, shown.height]).toEqual([drawn.width, drawn.height]);
            const options = { threshold: 0.1 };
            return pixelmatch(shown.data, drawn.data, undefined, drawn.width, drawn.height, options);
          })
          .toBeLessThanOrEqual(MOST_DIFFERENT * drawn.width * drawn.height);
        await w.close();
      });
});

const titleOf = (chart: object) =>
  (chart as { options: { plugins: { title: { text: string } } } }).options.plugins.title.text;
