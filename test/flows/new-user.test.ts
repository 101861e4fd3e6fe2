// Somebody who has never been here has twelve rows in a spreadsheet and wants a picture's address: with the mouse in eight actions at
// most, and with the keyboard alone.
import type { Locator } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { openLink } from '../../src/share/open/open-link.ts';
import { noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const sheet = [
  'Month\tOrders\tReturns',
  ...months.map((month, i) => `${month}\t${400 + i * 9}\t${30 + i}`),
].join('\n');
const MOST_ACTIONS = 8;
/** A look at the page and a move of the hand before each action, of a person in no hurry. */
const SECONDS_AN_ACTION = 3;
const MOST_SECONDS = 30;
/** A page has fewer stops: a walk that comes around without finding its place has lost it. */
const MOST_STOPS = 200;

const wanted = {
  type: 'line',
  brandKitId: 'obsidian',
  options: { plugins: { title: { display: true, text: 'Orders' } } },
  data: { labels: months, datasets: [{ label: 'Orders' }, { label: 'Returns' }] },
};

const places = ({ page }: Walk) => ({
  use: page.getByRole('button', { name: 'Use as chart data' }),
  design: page.getByRole('button', { name: 'Design', exact: true }),
  line: page.getByRole('radio', { name: 'Line', exact: true }),
  title: page.getByRole('textbox', { name: 'Plot title', exact: true }),
  theme: page.locator('.design-part-head').getByRole('button', { name: 'Theme', exact: true }),
  kit: page.getByRole('radio', { name: 'Obsidian' }),
  copy: page.getByRole('button', { name: 'Copy image URL', exact: true }),
});

async function arrives(w: Walk): Promise<void> {
  await w.page.evaluate((text) => navigator.clipboard.writeText(text), sheet);
}

/** The address is the chart that was made, and the picture behind it is one. */
async function endsWithThePicture(w: Walk): Promise<void> {
  await expect.poll(w.clipboard).toContain('/api/v1/render?chart=');
  const url = await w.clipboard();
  const opened = openLink(url);
  expect(opened.ok && JSON.parse(opened.text)).toMatchObject(wanted);
  const answer = await fetch(url);
  expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
  await w.close();
}

describe.skipIf(noBrowser())('from a spreadsheet to an image URL', () => {
  const set = stage();

  it('in eight actions and thirty seconds at most', async () => {
    const w = await set.walk();
    await arrives(w);
    const { page } = w;
    const { use, design, title, theme, copy } = places(w);
    let actions = 0;
    const act = async (action: () => Promise<void>) => {
      actions += 1;
      await action();
    };
    const startMs = performance.now();
    await act(() => page.keyboard.press('Control+V'));
    await act(() => use.click());
    await act(() => design.click());
    await act(() => page.locator('.design-types label', { hasText: 'Line' }).click());
    await act(() => title.fill('Orders'));
    await act(() => theme.click());
    await act(() => page.locator('.design-kits label', { hasText: 'Obsidian' }).click());
    await act(() => copy.click());
    await expect.poll(w.clipboard).toContain('/api/v1/render?chart=');
    const seconds = (performance.now() - startMs) / 1000;
    expect(actions).toBeLessThanOrEqual(MOST_ACTIONS);
    expect(seconds + actions * SECONDS_AN_ACTION).toBeLessThan(MOST_SECONDS);
    await endsWithThePicture(w);
  });

  it('with the keyboard alone', async () => {
    const w = await set.walk();
    await arrives(w);
    const { page } = w;
    const { use, design, line, title, theme, kit, copy } = places(w);
    const tabTo = async (place: Locator, key = 'Tab') => {
      for (let stops = 0; stops < MOST_STOPS; stops += 1) {
        if (await place.evaluate((element) => element === document.activeElement)) return;
        await page.keyboard.press(key);
      }
      expect.unreachable(`${place} cannot be reached with ${key}`);
    };
    await page.keyboard.press('Control+V');
    await use.waitFor();
    await tabTo(use);
    await page.keyboard.press('Enter');
    await tabTo(design);
    await page.keyboard.press('Enter');
    const bar = page.getByRole('radio', { name: 'Bar', exact: true });
    await bar.waitFor();
    await tabTo(bar);
    await tabTo(line, 'ArrowLeft');
    await tabTo(title);
    await page.keyboard.press('Control+A');
    await page.keyboard.type('Orders');
    await tabTo(theme);
    await page.keyboard.press('Enter');
    const none = page.locator('.design-kits input:checked');
    await none.waitFor();
    await tabTo(none);
    await tabTo(kit, 'ArrowRight');
    await tabTo(copy);
    await page.keyboard.press('Enter');
    await endsWithThePicture(w);
  });
});
