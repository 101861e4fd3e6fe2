// A chart in a frame of another page: seen, asked about, and changed only once the person in the frame has allowed it.
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import AxeBuilder from '@axe-core/playwright';
import type { BrowserContextOptions, Frame, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { editHash } from '../../src/share/edit-link.ts';
import { barChart, noBrowser } from '../support/page.ts';
import { stage } from '../support/stage.ts';

/** The other page: frames what its address names, keeps what it is told, and says what it is asked to say. */
const html = `<!doctype html><title>Another page</title><iframe title="Chart" width="700" height="420"></iframe>
<script>
  const frame = document.querySelector('iframe');
  window.heard = [];
  addEventListener('message', ({ data }) => heard.push(data));
  frame.src = new URLSearchParams(location.search).get('frame');
  window.say = (word) => frame.contentWindow.postMessage({ source: 'chart-playground', version: 1, ...word }, '*');
</script>`;

describe.skipIf(noBrowser())('a chart in a frame', () => {
  const set = stage();
  let other: Server;
  let origin: string;
  beforeAll(async () => {
    other = createServer((_request, response) => response.setHeader('Content-Type', 'text/html').end(html));
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    origin = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
  });
  afterAll(() => other.close());

  const framed = async (
    query: string,
    look: BrowserContextOptions = {},
  ): Promise<{ page: Page; frame: Frame }> => {
    const context = await set.browser.newContext({ serviceWorkers: 'block', ...look });
    const page = await context.newPage();
    const address = `${set.url}/embed${query}${editHash(barChart(['Paris', 'Oslo']))}`;
    await page.goto(`${origin}/?frame=${encodeURIComponent(address)}`);
    const element = await page.waitForSelector('iframe');
    const frame = await element.contentFrame();
    if (!frame) throw new Error('The frame is not there');
    await frame.getByRole('img', { name: /bar/i }).waitFor();
    return { page, frame };
  };
  const heard = (page: Page, type: string) =>
    page.evaluate(
      (wanted) =>
        (globalThis as unknown as { heard: { type: string }[] }).heard.filter(({ type }) => type === wanted),
      type,
    );
  const say = (page: Page, word: object) =>
    page.evaluate((one) => (globalThis as unknown as { say: (w: object) => void }).say(one), word);

  it('is shown to anybody and speaks to nobody who was not named', async () => {
    const { page, frame } = await framed('');
    await say(page, { type: 'get', id: 1 });
    await say(page, { type: 'set', id: 2, text: barChart(['Rome']) });
    const link = frame.getByRole('link', { name: 'Open in the playground' });
    await expect.poll(() => link.getAttribute('href')).toMatch(/^\/#v1\./);
    expect(await heard(page, 'state')).toEqual([]);
    expect(await frame.getByRole('button', { name: 'Allow' }).count()).toBe(0);
    await page.context().close();
  });

  it('answers the page that was named, and changes once that is allowed', async () => {
    const { page, frame } = await framed(`?origin=${encodeURIComponent(origin)}&edit=1`);
    await say(page, { type: 'get', id: 'a' });
    await expect.poll(() => heard(page, 'state')).toMatchObject([{ id: 'a', ok: true, problems: [] }]);

    await say(page, { type: 'set', id: 'b', text: barChart(['Rome']) });
    await frame.getByRole('button', { name: 'Not now' }).click();
    await expect.poll(() => heard(page, 'refused')).toMatchObject([{ id: 'b' }]);

    await say(page, { type: 'set', id: 'c', text: barChart(['Lima']) });
    await frame.getByRole('button', { name: 'Allow' }).click();
    const editor = frame.getByRole('textbox', { name: 'Chart JSON' });
    await expect.poll(() => editor.inputValue()).toContain('Lima');
    await say(page, { type: 'set', id: 'd', text: '{ "type": "bar"' });
    await expect.poll(async () => (await heard(page, 'changed')).at(-1)).toMatchObject({ ok: false });
    await page.context().close();
  });

  it.each([
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['high contrast', { forcedColors: 'active' }],
    ['narrow', { viewport: { width: 320, height: 480 } }],
  ] as const)('asks for leave without a violation that axe knows, %s', async (_, look) => {
    const { page, frame } = await framed(`?origin=${encodeURIComponent(origin)}&edit=1`, look);
    await say(page, { type: 'set', id: 'a', text: barChart(['Rome']) });
    await frame.getByRole('button', { name: 'Allow' }).waitFor();
    const { violations } = await new AxeBuilder({ page }).include('iframe').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual(
      [],
    );
    await page.context().close();
  });
});
