// Without a network, from the second visit on: the page is there, a chart can be edited and shared, and errors can be studied.
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser } from '../support/page.ts';
import { stage } from '../support/stage.ts';

describe.skipIf(noBrowser())('without a network', () => {
  const set = stage();

  it('the page opens, edits, previews, makes links and simulates errors', async () => {
    const w = await set.walk({ keeps: true });
    await w.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await w.context.setOffline(true);
    await w.page.reload();
    await w.editor.waitFor();
    await w.write(barChart(['Offline', 'B']));
    const preview = w.page.getByRole('region', { name: 'Preview' });
    await preview.getByRole('img', { name: /Offline|bar/i }).waitFor();
    expect(await w.copied('Copy edit link')).toMatch(/#v1\./);
    await w.page.getByRole('link', { name: 'Error lab' }).click();
    const row = w.page.locator('tr[data-error-code="rate_limited"]');
    await row.getByRole('button', { name: 'Simulate' }).click();
    await w.page
      .locator('[data-error-code="rate_limited"]', { hasText: 'Too many requests' })
      .first()
      .waitFor();
    await w.close();
  });

  it('keeps no answer of the API', async () => {
    const w = await set.walk({ keeps: true });
    await w.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await w.write(barChart(['Kept', 'B']));
    await w.render();
    await w.page.getByRole('img', { name: 'Rendered chart' }).waitFor();
    const kept = await w.page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept).toContain('/');
    expect(kept.filter((path) => /^\/(api|renders|chart\.js|metrics|docs)/.test(path))).toEqual([]);
    await w.close();
  });
});
