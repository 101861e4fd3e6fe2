// The same promise for the templates, cards and all: what the page draws of each is what the server draws, pixel by pixel.
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { templateChart } from '#shared/templates/template-chart.ts';
import { templateRenderPath } from '#shared/templates/template-list.ts';
import { templates } from '#shared/templates/templates.ts';
import { noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

/** Share of pixels that may differ at pixelmatch's threshold 0.1. */
const MOST_DIFFERENT = 0.001;

describe.skipIf(noBrowser())('preview and picture of a template', () => {
  const set = stage();
  let w: Walk;
  beforeAll(async () => {
    w = await set.walk();
  });
  afterAll(() => w.close());

  it.each(templates.map((template) => [template.id, template] as const))('%s', async (id, template) => {
    const chart = templateChart(template);
    await w.write(JSON.stringify(chart));
    const { title } = chart.header as { title: string };
    const canvas = w.page
      .getByRole('region', { name: 'Preview' })
      .locator('.layer:not([hidden]) canvas')
      .and(w.page.getByRole('img', { name: `: ${title}, ` }));
    await canvas.waitFor();
    const answer = await fetch(set.url + templateRenderPath(id));
    const drawn = PNG.sync.read(Buffer.from(await answer.arrayBuffer()));
    // Again until they agree: the first look may catch a canvas that is just being drawn.
    await expect
      .poll(async () => {
        const url = await canvas.evaluate((element: HTMLCanvasElement) => element.toDataURL('image/png'));
        const shown = PNG.sync.read(Buffer.from(url.split(',')[1] ?? '', 'base64'));
        expect([shown.width, shown.height]).toEqual([drawn.width, drawn.height]);
        return pixelmatch(shown.data, drawn.data, undefined, drawn.width, drawn.height, { threshold: 0.1 });
      })
      .toBeLessThanOrEqual(MOST_DIFFERENT * drawn.width * drawn.height);
  });
});
