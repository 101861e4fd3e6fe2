// In: the decoder, built and in a real browser. Out: what somebody who pastes sees, and whether a secret ever gets onto the page.
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { serveHarness } from '../../support/serve-harness.ts';
import { corpus } from './corpus.ts';

const noBrowser = inject('chromium') === '';
let harness: Awaited<ReturnType<typeof serveHarness>>;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  if (noBrowser) return;
  harness = await serveHarness(join(import.meta.dirname, 'harness'));
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath: inject('chromium'), args });
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});
beforeEach(async () => {
  if (noBrowser) return;
  complaints = [];
  const context = await browser.newContext({
    viewport: { width: 900, height: 900 },
    reducedMotion: 'reduce',
    permissions: ['clipboard-read', 'clipboard-write'],
  });
  page = await context.newPage();
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
  page.on('request', (request) => {
    if (!request.url().startsWith(harness.url)) complaints.push(`left the page: ${request.url()}`);
  });
  await page.goto(harness.url);
  await box().waitFor();
});
afterEach(async () => {
  if (noBrowser) return;
  await page.context().close();
  expect(complaints).toEqual([]);
});

const box = () => page.getByRole('textbox', { name: 'Paste a response' });
const region = () => page.getByRole('region', { name: 'Decoded response' });
const asked = () => page.getByLabel('Asked').textContent();

/** As a person does: from the clipboard, over whatever is selected. */
const paste = async (text: string) => {
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await box().focus();
  await page.keyboard.press('Control+V');
};
const sampleOf = (name: string): string => corpus.find((sample) => sample.name === name)?.text ?? '';
/** All that the page holds: the document, what stands in the box, and every state it went through on the way there. */
const everything = () =>
  page.evaluate(() => {
    const area = document.querySelector('textarea');
    const seen = (window as unknown as { seen?: string[] }).seen ?? [];
    return [document.documentElement.outerHTML, area?.value, area?.defaultValue, ...seen].join('\n');
  });
/** Writes down every change of the document and of the box from now on. */
const watchEverything = () =>
  page.evaluate(() => {
    const seen: string[] = [];
    (window as unknown as { seen: string[] }).seen = seen;
    const look = () =>
      seen.push(document.documentElement.outerHTML, document.querySelector('textarea')?.value ?? '');
    new MutationObserver(look).observe(document, {
      subtree: true,
      childList: true,
      attributes: true,
      characterData: true,
    });
    // In the first phase: before the page itself hears of it.
    for (const type of ['input', 'paste', 'drop', 'beforeinput']) document.addEventListener(type, look, true);
    document.addEventListener('selectionchange', look, true);
  });

describe.skipIf(noBrowser)('the decoder', () => {
  it('explains a pasted 429, loads its chart, offers to provoke it and says when the wait ended', async () => {
    await paste(sampleOf('a HAR entry whose body is base64'));
    await page.locator('[data-error-code="internal_error"]').waitFor();
    await page.getByRole('button', { name: 'Clear' }).click();
    expect(await box().inputValue()).toBe('');
    expect(await box().evaluate((area) => area === document.activeElement)).toBe(true);
    await paste(sampleOf('one HAR entry'));
    await page.locator('[data-error-code="rate_limited"]').waitFor();
    const text = await region().innerText();
    expect(text).toContain('Too many requests');
    expect(text).toContain('2 secrets were removed');
    expect(await page.getByRole('status').first().textContent()).toBe(
      'Too many requests, rate_limited. 2 secrets were removed',
    );
    expect(text).toContain('Retry-After header');
    expect(await region().locator('time').getAttribute('datetime')).toBe('2026-11-22T06:57:00.000Z');
    await page.getByRole('button', { name: 'Load the chart' }).click();
    await page.getByRole('button', { name: 'Reproduce here' }).click();
    expect(await asked()).toBe(
      'load {"type":"bar","data":{"labels":["a"],"datasets":[]}}\nreproduce rate_limited',
    );
  });

  it('leads from a field to the editor, with the keyboard alone', async () => {
    await paste(sampleOf('raw request and answer, with the chart between them'));
    const field = page.getByRole('button', { name: 'data.labels' });
    await field.waitFor();
    await page.getByRole('button', { name: 'Clear' }).focus();
    for (let step = 0; step < 2; step++) await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain('data.labels');
    await page.keyboard.press('Enter');
    expect(await asked()).toBe('jump data.labels with its chart');
  });

  it('says honestly that it knows nothing, and what it saw', async () => {
    await paste('Why is my chart empty?');
    await page.locator('[data-error-code="unrecognised"]').waitFor();
    expect(await region().innerText()).toMatch(
      /Not recognised[\s\S]*This is what I saw[\s\S]*Why is my chart empty/,
    );
  });

  it('shows each sample', async () => {
    const names = await page.getByRole('group', { name: 'Samples' }).getByRole('button').allInnerTexts();
    expect(names).toHaveLength(3);
    const codes: (string | null)[] = [];
    for (const name of names) {
      await page.getByRole('button', { name, exact: true }).click();
      codes.push(await region().getAttribute('data-error-code'));
      await page.getByRole('button', { name: 'Clear' }).click();
    }
    expect(codes).toEqual(['rate_limited', 'invalid_spec', 'IC_INVALID_SIGNATURE']);
  });

  it('never lets a secret onto the page: pasted, dropped, dropped as a file, or put into the box at once', async () => {
    await watchEverything();
    const secret = 'Zq7wXv9kPmT4Zq7wXv9k';
    const text = `curl -v 'https://me:${secret}@host/api/v1/render?key=${secret}' -H 'Cookie: sid=${secret}'\n> Authorization: Bearer ${secret}\n>\n< HTTP/1.1 401 Unauthorized\n< set-cookie: a=${secret}\n<\n{"error":"Invalid API key","apiKey":"${secret}"}`;
    const ways: Record<string, () => Promise<void>> = {
      paste: () => paste(text),
      fill: () => box().fill(text),
      type: async () => {
        await box().focus();
        await page.keyboard.insertText(text);
      },
      drop: () => dropped(text, false),
      file: () => dropped(text, true),
    };
    for (const [way, act] of Object.entries(ways)) {
      await act();
      await page.locator('[data-error-code="invalid_api_key"]').waitFor();
      for (const summary of await region().locator('summary').all()) await summary.click();
      const held = await page.evaluate(() =>
        [document.documentElement.outerHTML, document.querySelector('textarea')?.value].join('\n'),
      );
      expect(held, way).not.toContain(secret);
      expect(held, way).toContain('••••••••');
      await page.getByRole('button', { name: 'Clear' }).click();
    }
  });

  it('never held it for a moment either, where it was pasted', async () => {
    await watchEverything();
    for (const sample of corpus.filter(({ text: { length } }) => length < 20_000)) {
      await paste(`${sample.text}\nAuthorization: Bearer Zq7wXv9kPmT4\npk_live_Zq7wXv9kPmT4`);
      await region().waitFor();
      await page.getByRole('button', { name: 'Clear' }).click();
    }
    expect(await everything()).not.toMatch(/Zq7wXv9kPmT4|S3cr3tS3cr3t/);
  });

  it.each([
    ['light', 900],
    ['dark', 900],
    ['light', 390],
  ])('has no fault that axe finds: %s, %i px', async (theme, width) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(`${harness.url}?theme=${theme}`);
    const states = [
      '',
      sampleOf('curl -v with marks, notes and a body without a line end'),
      sampleOf('raw request and answer, with the chart between them'),
      sampleOf('our own log'),
      'nothing known',
    ];
    for (const text of states) {
      await box().fill(text);
      for (const summary of await region().locator('summary').all()) await summary.click();
      // What lies under a resting pointer has its hover colours.
      await page.mouse.move(0, 0);
      const { violations } = await new AxeBuilder({ page }).analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    }
  });
});

const dropped = (text: string, asFile: boolean) =>
  box().evaluate(
    (area, given) => {
      const data = new DataTransfer();
      if (given.asFile) data.items.add(new File([given.text], 'reply.txt', { type: 'text/plain' }));
      else data.setData('text/plain', given.text);
      area.dispatchEvent(new DragEvent('drop', { dataTransfer: data, bubbles: true, cancelable: true }));
    },
    { text, asFile },
  );
