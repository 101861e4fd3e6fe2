// Versions as a person uses them: saved by name, brought back as one step that can be undone, the same in every tab, as a file.
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const first = barChart(['First', 'B'], { width: 640 });
const second = barChart(['Second', 'B'], { width: 700 });
const dialogOf = ({ page }: Walk) => page.getByRole('dialog', { name: 'History' });
const saveAs = async (w: Walk, name: string) => {
  await w.page.keyboard.press('Control+S');
  const dialog = dialogOf(w);
  await dialog.getByRole('textbox', { name: 'Name of this version' }).fill(name);
  await dialog.getByRole('button', { name: 'Save version' }).click();
  await dialog.locator('.version').first().waitFor();
};

describe.skipIf(noBrowser())('history', () => {
  const set = stage();

  it('brings a saved version back, and one undo gives exactly the text that was there', async () => {
    const w = await set.walk();
    await w.write(first);
    await saveAs(w, 'The first one');
    await w.page.keyboard.press('Escape');
    await w.write(second);
    await w.page.getByRole('button', { name: 'History' }).click();
    const row = dialogOf(w).locator('.version', { has: w.page.locator('input[value="The first one"]') });
    await row.getByText(/Since then: .*labels/).waitFor();
    await row.locator('canvas').waitFor();
    await row.getByRole('button', { name: 'Restore' }).click();
    await expect.poll(() => w.editor.inputValue()).toBe(first);
    await w.editor.focus();
    await w.page.keyboard.press('Control+Z');
    await expect.poll(() => w.editor.inputValue()).toBe(second);
    await w.close();
  });

  it('a deleted one comes back by Undo, and a file carries all to another browser', async () => {
    const w = await set.walk();
    await w.write(first);
    await saveAs(w, 'Carried');
    const dialog = dialogOf(w);
    await dialog.getByRole('button', { name: 'Delete Carried' }).click();
    await dialog.locator('.version').first().waitFor({ state: 'detached' });
    await dialog.getByRole('button', { name: 'Undo' }).click();
    await dialog.locator('.version').first().waitFor();
    const download = w.page.waitForEvent('download');
    await dialog.getByRole('button', { name: 'Export' }).click();
    const file = await (await download).path();

    const there = await set.walk();
    await there.page.getByRole('button', { name: 'History' }).click();
    await there.page.getByLabel('File with a history').setInputFiles(file);
    await dialogOf(there).getByText('1 version taken.').waitFor();
    await dialogOf(there).locator('input[value="Carried"]').waitFor();
    await w.close();
    await there.close();
  });

  it('is one history in two tabs: what one saves the other lists, and neither takes anything from the other', async () => {
    const here = await set.walk();
    await here.write(first);
    await saveAs(here, 'Of the first tab');
    const page = await here.context.newPage();
    await page.goto(`${set.url}/`);
    const there = { ...here, page, editor: page.getByRole('textbox', { name: 'Chart JSON' }) };
    await there.editor.waitFor();
    await there.write(second);
    await page.keyboard.press('Control+S');
    await dialogOf(there).locator('input[value="Of the first tab"]').waitFor();
    await dialogOf(there).getByRole('textbox', { name: 'Name of this version' }).fill('Of the second tab');
    await dialogOf(there).getByRole('button', { name: 'Save version' }).click();
    for (const w of [here, there])
      for (const name of ['Of the first tab', 'Of the second tab'])
        await dialogOf(w).locator(`input[value="${name}"]`).waitFor();
    await here.close();
  });
});
