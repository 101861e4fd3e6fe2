// In: the editor room, built and in a real browser. Out: what somebody at the keyboard sees of both editors and of the list.
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { readDraft } from '../../src/editor/draft.ts';
import { serveHarness } from '../support/serve-harness.ts';

let harness: Awaited<ReturnType<typeof serveHarness>>;
let browser: Browser;
let page: Page;
let complaints: string[];

beforeAll(async () => {
  harness = await serveHarness(join(import.meta.dirname, 'harness'));
  const args = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
  browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args });
}, 90_000);
afterAll(async () => {
  await browser?.close();
  await harness?.stop();
});
beforeEach(async () => {
  complaints = [];
  page = await browser.newPage({ viewport: { width: 900, height: 640 } });
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
});
afterEach(async () => {
  await page.close();
  expect(complaints).toEqual([]);
});

const box = () => page.getByRole('textbox', { name: 'Chart JSON', exact: true });
const text = async () => (await page.getByLabel('Text', { exact: true }).textContent()) ?? '';
const until = (read: () => Promise<unknown>) => expect.poll(read, { timeout: 8000 });
const replaceAll = async (typed: string) => {
  await box().focus();
  await page.keyboard.press('Control+A');
  await page.keyboard.type(typed);
};
const openMonaco = async (query = '') => {
  await page.goto(harness.url + query);
  await page.locator('.editor-monaco .view-lines').waitFor();
};

const chart = { type: 'bar', width: 9000, data: { labels: ['a', 'b'], datasets: [{ data: [1, 2] }] } };
const laidOut = `${JSON.stringify(chart, null, 2)}\n`;

describe('Monaco', () => {
  it('takes over with the same name, and typing over everything gives what was typed', async () => {
    await openMonaco();
    expect(await box().count()).toBe(1);
    for (const typed of [JSON.stringify(chart), laidOut]) {
      await replaceAll(typed);
      await until(async () => readDraft(await text()).value).toEqual(chart);
    }
    await until(() => page.locator('.squiggly-error').count()).toBe(1);
    expect(await page.getByRole('region', { name: 'Problems' }).innerText()).toContain(
      'Number must be less than or equal to 4000',
    );
  });

  it('survives three keys within one frame over a text with an empty last line', async () => {
    await openMonaco();
    await replaceAll('{"ty');
    await until(text).toBe('{"ty');
  });

  it('loads an example as one step of undo', async () => {
    await openMonaco();
    const before = await text();
    await page.getByRole('button', { name: 'Example' }).click();
    await until(text).toContain('"pie"');
    await box().focus();
    await page.keyboard.press('Control+Z');
    await until(text).toBe(before);
    await page.getByRole('button', { name: 'Width', exact: true }).click();
    await until(text).toBe(before.replace('800', '640'));
    await box().focus();
    await page.keyboard.press('Control+Z');
    await until(text).toBe(before);
  });

  it('sends with Ctrl+Enter, leaves Ctrl+K to the page, formats, walks and lets Tab out', async () => {
    await openMonaco();
    await replaceAll(JSON.stringify(chart));
    await page.keyboard.press('Control+Enter');
    await page.keyboard.press('Control+K');
    expect(await page.getByLabel('Submits').textContent()).toBe('1');
    expect(await page.getByLabel('Palette').textContent()).toBe('K');
    await page.keyboard.press('Shift+Alt+F');
    await until(text).toContain('    "labels": ["a", "b"],\n');
    await page.keyboard.press('F8');
    await page.keyboard.type('700');
    await until(text).toContain('"width": 700,');
    await page.keyboard.press('Control+M');
    await page.getByRole('button', { name: /^Tab leaves the editor/ }).waitFor();
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Tab leaves/);
    await page.reload();
    await page.getByRole('button', { name: /^Tab leaves the editor/ }).waitFor();
  });

  it('completes a key and goes on with the list of its values', async () => {
    await openMonaco();
    await replaceAll('{"ty');
    await page.locator('.suggest-widget.visible').waitFor();
    await until(() => page.locator('.suggest-widget .focused').innerText()).toContain('line | bar | pie …');
    await page.keyboard.press('Enter');
    await until(() => page.locator('.suggest-widget.visible .focused').innerText()).toMatch(/^"line"/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await until(text).toBe('{"type": "bar"');
    await page.keyboard.press('Enter');
    await until(text).toBe('{"type": "bar"\n');
  });

  const hard = {
    type: 'line',
    title: 'C:\\',
    returnUrl: true,
    data: {
      labels: ['[a] {b}', 'say "c", ]}', ''],
      datasets: [{ label: '\\"', data: [1, null, -2.5e3], hidden: false }, { data: [[1, 2]] }],
    },
    options: { legend: {}, plugins: [] },
  };
  const spaced = [2, 4].map((spaces) => JSON.stringify(hard, null, spaces));

  it.each(spaced)(
    'text that arrives in one piece stands there exactly, as one step of undo (%#)',
    async (whole) => {
      await openMonaco();
      const before = await text();
      for (const sent of [whole, whole.replaceAll('\n', '\r\n')]) {
        await box().focus();
        await page.keyboard.press('Control+A');
        await page.keyboard.insertText(sent);
        await until(text).toBe(whole);
        await page.keyboard.press('Control+Z');
        await until(text).toBe(before);
      }
    },
  );

  it('text typed letter by letter, lines and all, stands there exactly', async () => {
    await openMonaco();
    const whole = spaced[0] ?? '';
    await replaceAll(whole);
    await until(text).toBe(whole);
  });

  it('typing slowly, with every list of suggestions open, gives the same', async () => {
    await openMonaco();
    const whole = JSON.stringify({ type: 'bar', returnUrl: true, data: { labels: ['C:\\'] } }, null, 2);
    await box().focus();
    await page.keyboard.press('Control+A');
    await page.keyboard.type(whole, { delay: 40 });
    await until(text).toBe(whole);
  });

  it('Tab indents a line that was typed', async () => {
    await openMonaco();
    await replaceAll('{\n');
    await page.keyboard.press('Tab');
    await page.keyboard.type('1');
    await until(text).toBe('{\n  1');
  });

  it('jumps from the list to the place', async () => {
    await openMonaco();
    await replaceAll(JSON.stringify(chart));
    const problem = page.getByRole('button', { name: /Number must be/ });
    await problem.click();
    expect(await problem.evaluate((element) => document.activeElement === element)).toBe(false);
    await page.keyboard.press('Escape');
    expect(await problem.evaluate((element) => document.activeElement === element)).toBe(true);
    await page.keyboard.press('Enter');
    await page.keyboard.type('650');
    await until(text).toContain('"width":650,');
    await until(() => page.getByText(/^No problems\. 6 values checked/).count()).toBe(1);
  });

  it('waits for a pause of typing and brings the caret along', async () => {
    await page.goto(harness.url);
    await box().focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ');
    expect(await box().evaluate((element) => element.tagName)).toBe('TEXTAREA');
    await page.locator('.editor-monaco .view-lines').waitFor();
    await page.keyboard.type('1');
    await until(text).toMatch(/\n 1$/);
  });
});

describe('the plain editor', () => {
  it.each(['?simple', '?fail'])('keeps undo over outside edits (%s)', async (query) => {
    await page.goto(harness.url + query);
    const typed = JSON.stringify(chart);
    await replaceAll(typed);
    expect(await box().inputValue()).toBe(typed);
    await page.getByRole('button', { name: 'Width', exact: true }).click();
    await until(text).toBe(typed.replace('9000', '640'));
    await page.getByRole('button', { name: 'Example' }).click();
    await until(text).toContain('"pie"');
    await box().focus();
    await page.keyboard.press('Control+Z');
    await until(text).toBe(typed.replace('9000', '640'));
    expect(await box().inputValue()).toBe(await text());
    await page.keyboard.press('Control+Enter');
    expect(await page.getByLabel('Submits').textContent()).toBe('1');
  });

  it('says that the advanced one is missing, and marks problems all the same', async () => {
    await page.goto(`${harness.url}?fail`);
    await page.getByText('Advanced editor unavailable. Using the simple editor.').waitFor();
    expect(await page.getByRole('button', { name: 'Retry' }).count()).toBe(1);
    await replaceAll(laidOut);
    await page.locator('.plain-dot.plain-error').waitFor();
    expect(await page.locator('.plain-underline').first().textContent()).toBe('9000');
  });

  it('is the only one on a narrow screen, until Monaco has been there', async () => {
    await page.setViewportSize({ width: 390, height: 700 });
    await page.goto(harness.url);
    await page.evaluate(() => new Promise((done) => requestIdleCallback(done)));
    expect(await box().evaluate((element) => element.tagName)).toBe('TEXTAREA');
    await page.setViewportSize({ width: 900, height: 700 });
    await page.locator('.editor-monaco .view-lines').waitFor();
    const before = await text();
    await replaceAll('{}');
    await until(text).toBe('{}');
    await page.setViewportSize({ width: 390, height: 700 });
    await page.evaluate(
      () => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))),
    );
    await page.setViewportSize({ width: 900, height: 700 });
    await box().focus();
    for (const _ of '{}') await page.keyboard.press('Control+Z');
    await until(text).toBe(before);
  });

  it('greys what the server said about an earlier text', async () => {
    await page.goto(`${harness.url}?simple`);
    await page.getByRole('button', { name: 'Server' }).click();
    await page.getByRole('button', { name: /Label is taken.*server/ }).click();
    await page.keyboard.press('Escape');
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/Label is taken/);
    expect(await page.locator('.plain-mark').count()).toBe(1);
    await box().focus();
    await page.keyboard.press('Control+End');
    await page.keyboard.type(' ');
    await page.getByText('from an earlier request').waitFor();
    expect(await page.locator('.plain-mark').count()).toBe(0);
  });
});
