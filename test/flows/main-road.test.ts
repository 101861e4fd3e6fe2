// The road everybody takes: type a chart, see it, get its picture, copy its URL, and find the same picture behind it.

import type { Page } from 'playwright-core';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser } from '../support/page.ts';
import { stage } from '../support/stage.ts';

describe.skipIf(noBrowser())('the main road', () => {
  const set = stage();

  for (const simple of [true, false])
    it(`leads from a keystroke to the same picture behind the copied URL (${simple ? 'plain' : 'Monaco'} editor)`, async () => {
      const w = await set.walk({ simple });
      await w.page.locator(simple ? '.editor-plain' : '.monaco-editor .view-lines').waitFor();
      await w.write(barChart(['Mon', 'Tue', 'Wed'], { width: 640, height: 320 }));
      await w.page.getByRole('region', { name: 'Preview' }).getByText('640 × 320 px').waitFor();
      const sent = await answersOf(w.page);
      await w.render();
      const picture = w.page
        .getByRole('region', { name: 'Response' })
        .getByRole('img', { name: 'Rendered chart' });
      await picture.waitFor();
      const size = await picture.evaluate((img: HTMLImageElement) => [img.naturalWidth, img.naturalHeight]);
      expect(size).toEqual([640, 320]);
      const url = await w.copied('Copy image URL');
      expect(url).toMatch(new RegExp(`^${set.url}/api/v1/render\\?chart=[\\w-]+$`));
      const answer = await fetch(url);
      const bytes = Buffer.from(await answer.arrayBuffer());
      expect(answer.headers.get('x-cache')).toBe('HIT');
      expect(sent).toHaveLength(1);
      expect(bytes.equals(sent[0] ?? Buffer.alloc(0))).toBe(true);
      const { width, height } = PNG.sync.read(bytes);
      expect([width, height]).toEqual([640, 320]);
      await w.close();
    });
});

/** The bytes of every answer to a POST, taken on their way: a browser gives those of a picture to nobody else. */
async function answersOf(page: Page): Promise<Buffer[]> {
  const bodies: Buffer[] = [];
  await page.route('**/api/v1/render', async (route) => {
    const response = await route.fetch();
    bodies.push(await response.body());
    await route.fulfill({ response });
  });
  return bodies;
}
