// The way from nothing to a finished chart: open the gallery, find, dress, choose, undo; with the mouse, with keys, on a phone.
import type { Locator } from 'playwright-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { templateSpec } from '#shared/templates/template-spec.ts';
import { barChart, noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

describe.skipIf(noBrowser())('the gallery of templates', () => {
  const set = stage();
  let w: Walk;
  beforeEach(async () => {
    w = await set.walk();
  });
  afterEach(() => w.close());

  const opened = async () => {
    await w.page.getByRole('button', { name: 'Templates' }).click();
    return w.page.getByRole('dialog', { name: 'Templates' });
  };
  const chart = async (): Promise<Record<string, unknown>> => JSON.parse(await w.editor.inputValue());
  const closed = (gallery: Locator) => expect.poll(() => gallery.isVisible()).toBe(false);

  it('replaces the text by the chart that the server draws, and undo brings the old one back', async () => {
    const before = barChart(['Mine']);
    await w.write(before);
    const gallery = await opened();
    await gallery.getByRole('searchbox').fill('funnel');
    await gallery.getByRole('button', { name: /^Conversion funnel/ }).click();
    await closed(gallery);
    await expect.poll(async () => readSpec(await chart())).toEqual(templateSpec('funnel-conversion'));
    await w.page.getByRole('region', { name: 'Preview' }).getByText('800 × 520 px at 2×').waitFor();
    expect(await w.page.getByRole('region', { name: 'Problems' }).innerText()).not.toMatch(/\berror/i);
    await w.editor.focus();
    await w.page.keyboard.press('Control+Z');
    await expect.poll(() => w.editor.inputValue()).toBe(before);
  });

  it('dresses every picture in a kit and a ground, and what is chosen and copied as well', async () => {
    const gallery = await opened();
    const tile = gallery.locator('[data-template="mrr-trend"]');
    const corner = () =>
      tile.locator('canvas').evaluate((canvas: HTMLCanvasElement) => {
        const [red, green, blue] = canvas.getContext('2d')?.getImageData(8, 8, 1, 1).data ?? [];
        return [red, green, blue];
      });
    await tile.locator('[data-drawn="true"]').waitFor();
    expect(await corner()).toEqual([13, 17, 23]);
    await gallery.getByRole('combobox', { name: 'Brand kit' }).selectOption('Linen');
    await expect.poll(corner).toEqual([250, 246, 239]);
    await gallery.getByRole('button', { name: 'Dark', exact: true }).click();
    await expect.poll(corner).toEqual([31, 26, 21]);
    const url = await w.copied('Copy template URL of MRR trend');
    expect(url).toBe(`${set.url}/api/v1/templates/mrr-trend/render?brandKitId=linen&mode=dark`);
    expect((await fetch(url)).status).toBe(200);
    await tile.getByRole('button', { name: /^MRR trend/ }).click();
    await expect.poll(chart).toMatchObject({ brandKitId: 'linen', theme: { mode: 'dark' } });
  });

  it('is walked through with keys alone', async () => {
    const gallery = await opened();
    const focused = () => w.page.evaluate(() => document.activeElement?.closest('li')?.dataset.template);
    await gallery.getByRole('searchbox').focus();
    await w.page.keyboard.press('ArrowDown');
    expect(await focused()).toBe('mrr-trend');
    await w.page.keyboard.press('ArrowRight');
    expect(await focused()).toBe('signups-bar');
    await w.page.keyboard.press('End');
    expect(await focused()).toBe('polarArea');
    await w.page.keyboard.press('Home');
    await w.page.keyboard.press('ArrowLeft');
    expect(await focused()).toBe('mrr-trend');
    await w.page.keyboard.press('ArrowDown');
    await w.page.keyboard.press('ArrowUp');
    expect(await focused()).toBe('mrr-trend');
    // Typing anywhere is searching.
    await w.page.keyboard.type('nps');
    expect(await gallery.getByRole('searchbox').inputValue()).toBe('nps');
    await w.page.keyboard.press('Enter');
    await w.page.keyboard.press('Enter');
    await expect.poll(chart).toMatchObject({ header: { title: 'Net promoter score' } });
    expect(await w.page.evaluate(() => document.activeElement?.textContent)).toContain('Templates');
  });

  it('holds the six examples on a shelf of their own, and says what it found', async () => {
    const gallery = await opened();
    await gallery.getByRole('button', { name: 'Basics' }).click();
    expect(await gallery.getByRole('status').first().innerText()).toBe('6 templates');
    await gallery.getByRole('searchbox').fill('nothing like it');
    await gallery.getByRole('button', { name: 'Show all' }).click();
    expect(await gallery.getByRole('status').first().innerText()).toBe('22 templates');
    await w.page.keyboard.press('Escape');
    await closed(gallery);
  });

  it('draws the pictures that are in sight, and no others, without asking the server', async () => {
    const asked: string[] = [];
    w.page.on('request', (request) => asked.push(request.url()));
    const gallery = await opened();
    await gallery.locator('[data-template="mrr-growth"] [data-drawn="true"]').waitFor();
    expect(await gallery.locator('[data-template="polarArea"] [data-drawn="true"]').count()).toBe(0);
    await gallery.locator('[data-template="polarArea"]').scrollIntoViewIfNeeded();
    await gallery.locator('[data-template="polarArea"] [data-drawn="true"]').waitFor();
    expect(asked.filter((url) => url.includes('/render'))).toEqual([]);
  });
});
