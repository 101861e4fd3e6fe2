// The editor in the production build with its real Content-Security-Policy: Monaco and the plain one, seen from the outside.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const problems = (page: Page) => page.getByRole('region', { name: 'Problems' });
const monacoReady = (w: Walk) => w.page.locator('.monaco-editor .view-lines').waitFor();
/** The text as the page holds it: what it keeps as the draft. */
const draft = (w: Walk) =>
  w.page.evaluate(
    () => (JSON.parse(sessionStorage.getItem('chart-playground.draft') ?? '{}') as { text?: string }).text,
  );

describe.skipIf(noBrowser())('the editor', () => {
  const set = stage();

  for (const simple of [true, false]) {
    const name = simple ? 'plain' : 'Monaco';
    const open = async () => {
      const w = await set.walk({ simple });
      if (!simple) await monacoReady(w);
      return w;
    };

    it(`${name}: a problem is listed with its place, and a click leads there`, async () => {
      const w = await open();
      await w.write(
        '{\n  "type": "bar",\n  "data": { "labels": ["A"], "datasets": [{ "data": [1] }] },\n  "widht": 300\n}',
      );
      const entry = problems(w.page).getByRole('button', { name: /Unrecognized key "widht"/ });
      await entry.waitFor();
      expect(await entry.textContent()).toMatch(/4:\d/);
      await entry.click();
      await w.page.keyboard.insertText('"width"');
      await problems(w.page)
        .getByText(/No problems\. /)
        .waitFor();
      await w.page.getByRole('region', { name: 'Preview' }).getByText('300 × 400 px').waitFor();
      await w.close();
    });

    it(`${name}: an example is one step away and undone by one`, async () => {
      const w = await open();
      await w.write(barChart(['Mine']));
      await expect.poll(() => draft(w)).toContain('Mine');
      await w.page.getByRole('button', { name: 'Templates' }).click();
      await w.page.getByRole('button', { name: 'Two releases compared: Radar' }).click();
      await expect.poll(() => draft(w)).toContain('radar');
      await w.editor.focus();
      await w.page.keyboard.press('Control+Z');
      await expect.poll(() => draft(w)).toContain('Mine');
      await w.close();
    });

    it(`${name}: format and size of the request bar are written into the document`, async () => {
      const w = await open();
      await w.write('{ "type": "bar",   "data": { "labels": ["A"], "datasets": [{ "data": [1] }] } }');
      await w.page.getByRole('combobox', { name: 'Format' }).selectOption('svg');
      await w.page.getByRole('spinbutton', { name: 'Width' }).fill('320');
      await w.page.keyboard.press('Tab');
      await expect.poll(() => draft(w)).toMatch(/"width": 320/);
      expect(await draft(w)).toMatch(/"type": "bar", {3}"data"/);
      expect(await draft(w)).toMatch(/"format": "svg"/);
      await w.close();
    });

    it(`${name}: Ctrl+Enter renders and F6 leaves the editor`, async () => {
      const w = await open();
      await w.editor.focus();
      await w.page.keyboard.press('Control+Enter');
      await w.page.getByRole('img', { name: 'Rendered chart' }).waitFor();
      await w.editor.focus();
      await w.page.keyboard.press('F6');
      expect(
        await w.page.evaluate(() => document.activeElement?.closest('[aria-label="Editor"] .editor')),
      ).toBeNull();
      await w.close();
    });
  }

  it('typing letter by letter into Monaco gives the text that was typed', async () => {
    const w = await set.walk({ simple: false });
    await monacoReady(w);
    await w.write('');
    const typed = '{"type":"pie","data":{"labels":["A","B"],"datasets":[{"data":[1,2]}]},"width":300}';
    await w.page.keyboard.type(typed);
    await expect.poll(() => draft(w)).toBe(typed);
    await problems(w.page)
      .getByText(/No problems\. /)
      .waitFor();
    await w.close();
  });

  const laidOut = JSON.stringify(
    { type: 'bar', data: { labels: ['{"a": [', 'C:\\'], datasets: [{ data: [1, 2] }] }, returnUrl: true },
    null,
    2,
  );
  for (const way of ['type', 'insertText'] as const)
    it(`a chart of many lines stands in Monaco exactly as it came (${way})`, async () => {
      const w = await set.walk({ simple: false });
      await monacoReady(w);
      await w.editor.focus();
      await w.page.keyboard.press('Control+A');
      await w.page.keyboard[way](laidOut);
      await expect.poll(() => draft(w)).toBe(laidOut);
      await w.close();
    });

  it('Monaco keeps what can be undone while the window is narrow', async () => {
    const w = await set.walk({ simple: false });
    await monacoReady(w);
    await w.write(barChart(['First']));
    await w.write(barChart(['Second']));
    await expect.poll(() => draft(w)).toContain('Second');
    await w.page.setViewportSize({ width: 600, height: 800 });
    await w.page.getByRole('tab', { name: 'Preview' }).or(w.editor).first().waitFor();
    await w.page.setViewportSize({ width: 1440, height: 900 });
    await w.editor.focus();
    await w.page.keyboard.press('Control+Z');
    await expect.poll(() => draft(w)).toContain('First');
    await w.close();
  });

  it('a syntax error has a squiggle, a sentence and a place, and the last good chart stays, dimmed', async () => {
    const w = await set.walk({ simple: false });
    await monacoReady(w);
    await w.write('{ "type": "bar", }');
    await w.page.locator('.squiggly-error').first().waitFor();
    await problems(w.page).getByRole('button').filter({ hasText: 'syntax' }).first().waitFor();
    await w.page.getByText('Last valid version').waitFor();
    expect(await w.page.locator('.sheet.stale canvas').count()).toBe(1);
    await w.close();
  });

  it('warnings name what a person may not have meant', async () => {
    const w = await set.walk();
    await w.write('{"type":"bar","type":"line","data":{"labels":["A","B"],"datasets":[{"data":[1,2,3]}]}}');
    await problems(w.page)
      .getByText(/ignored/)
      .waitFor();
    expect(await problems(w.page).getByText('Warning').count()).toBe(2);
    await w.close();
  });

  it('the plain editor works before Monaco is there, and stays when it cannot be loaded', async () => {
    const w = await set.walk({
      simple: false,
      before: (page) =>
        page.route('**/assets/monaco-editor-*.js', (route) => route.abort()).then(() => undefined),
    });
    await w.write(barChart(['Plain']));
    await w.page.getByText(/Advanced editor unavailable/).waitFor();
    await w.render();
    await w.page.getByRole('img', { name: 'Rendered chart' }).waitFor();
    expect(await w.editor.evaluate((element) => element.tagName)).toBe('TEXTAREA');
    // The refused download is the one fault this walk is about.
    w.faults.splice(
      0,
      w.faults.length,
      ...w.faults.filter((fault) => !/monaco|dynamically imported/i.test(fault)),
    );
    await w.close();
  });

  it('text typed before Monaco arrives is in Monaco afterwards', async () => {
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const w = await set.walk({
      simple: false,
      before: (page) =>
        page
          .route('**/assets/monaco-editor-*.js', async (route) => {
            await held;
            await route.continue();
          })
          .then(() => undefined),
    });
    await w.write(barChart(['Early', 'bird']));
    letGo();
    await monacoReady(w);
    await expect.poll(() => draft(w)).toContain('Early');
    expect(await w.page.locator('.view-lines').innerText()).toContain('Early');
    await w.close();
  });

  it('Tab leaves Monaco after Ctrl+M, and the strip says so', async () => {
    const w = await set.walk({ simple: false });
    await monacoReady(w);
    await w.editor.focus();
    await w.page.keyboard.press('Control+M');
    await w.page.getByText(/Tab leaves the editor/).waitFor();
    await w.page.keyboard.press('Tab');
    expect(await w.page.evaluate(() => document.activeElement?.closest('.monaco-editor'))).toBeNull();
    await w.close();
  });
});
