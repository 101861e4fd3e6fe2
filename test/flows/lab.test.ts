// The error lab: every row of the catalogue, each provoked on the real server, simulated without one, and loaded into the editor.
import { describe, expect, it } from 'vitest';
import { catalogueRows, type ErrorCode } from '#shared/errors.ts';
import { recipes } from '../../src/errors/lab/recipes.ts';
import { noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const codes = catalogueRows().map(({ code }) => code as ErrorCode);

describe.skipIf(noBrowser())('the error lab', () => {
  const set = stage();
  const open = async () => {
    const w = await set.walk();
    await w.page.getByRole('link', { name: 'Error lab' }).click();
    await w.page.getByRole('table', { name: 'Documented errors' }).waitFor();
    return w;
  };
  const rowOf = (w: Walk, code: string) => w.page.locator(`tr[data-error-code="${code}"]`);
  const cardOf = (w: Walk, code: string) => w.page.locator(`.lab-result [data-error-code="${code}"]`);

  it('has one row for each row of the catalogue', async () => {
    const w = await open();
    const shown = await w.page
      .getByRole('table', { name: 'Documented errors' })
      .locator('tr[data-error-code]')
      .evaluateAll((rows) => rows.map((row) => row.getAttribute('data-error-code')));
    expect(shown).toEqual(codes);
    await w.close();
  });

  it('reproduces each error that this server can raise, and shows its own card', async () => {
    const w = await open();
    const raised = codes.filter((code) => recipes[code].request);
    for (const code of raised) {
      await rowOf(w, code).getByRole('button', { name: 'Reproduce', exact: true }).click();
      await cardOf(w, code).waitFor();
      const off = await w.page.locator('.contract .off').allTextContents();
      expect([code, off]).toEqual([code, []]);
    }
    const rest = codes.filter((code) => !recipes[code].request);
    for (const code of rest)
      expect([code, await rowOf(w, code).getByRole('button', { name: 'Reproduce' }).count()]).toEqual([
        code,
        0,
      ]);
    await w.close();
  });

  it('simulates each error with the server gone', async () => {
    const w = await open();
    await w.page.route('**/api/**', (route) => route.abort());
    await w.context.setOffline(true);
    for (const code of codes) {
      await rowOf(w, code).getByRole('button', { name: 'Simulate', exact: true }).click();
      await cardOf(w, code).waitFor();
    }
    await w.close();
  });

  it('loads what causes an error into the editor, with its key, and Render shows the same card', async () => {
    const w = await open();
    await rowOf(w, 'pdf_requires_pro').getByRole('button', { name: 'Load', exact: true }).click();
    await w.render();
    await w.card('pdf_requires_pro').waitFor();
    expect(await w.page.getByRole('combobox', { name: 'API key' }).inputValue()).toBe('pk_test_starter');
    expect(await w.editor.inputValue()).toContain('"format": "pdf"');
    await w.page.goBack();
    await w.page.getByRole('table', { name: 'Documented errors' }).waitFor();
    await w.close();
  });

  it('is found by its address, and finds rows by words', async () => {
    const w = await set.walk();
    await w.page.goto(`${set.url}/errors`);
    await w.page.getByRole('searchbox', { name: 'Search errors' }).fill('402');
    await expect.poll(() => w.page.locator('tr[data-error-code]').count()).toBe(3);
    await w.page.getByRole('searchbox', { name: 'Search errors' }).fill('nothing like it');
    await w.page.getByRole('button', { name: 'Show all' }).click();
    await expect.poll(() => w.page.locator('tr[data-error-code]').count()).toBe(codes.length);
    await w.close();
  });
});
