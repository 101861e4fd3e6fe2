// Quick fixes as a person uses them, in both editors: from the list and by Ctrl+., each one step that can be undone.
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const literal = "const chart = {type: 'bar', data: {labels: ['A', 'B'], datasets: [{data: ['1', '2'],}]}};";

describe.skipIf(noBrowser())('quick fixes', () => {
  const set = stage();

  it.each([
    ['plain', true],
    ['Monaco', false],
  ])(
    'in the %s editor: a pasted literal becomes a chart in two clicks, and two steps of undo lead back',
    async (_name, simple) => {
      const w = await set.walk({ simple });
      if (!simple) await w.page.locator('.editor-monaco .view-lines').waitFor();
      await w.write(literal);
      await w.page
        .getByRole('button', { name: /^Convert to JSON \(\d+ changes\)$/ })
        .first()
        .click();
      await w.page.getByRole('button', { name: 'Change texts to numbers (all 2)' }).click();
      const problems = w.page.getByRole('region', { name: 'Problems' });
      await problems
        .getByText(/^No problems/)
        .first()
        .waitFor();
      await w.editor.focus();
      await w.page.keyboard.press('Control+Z');
      await w.page.getByRole('button', { name: 'Change texts to numbers (all 2)' }).waitFor();
      await w.page.keyboard.press('Control+Z');
      await w.page
        .getByRole('button', { name: /^Convert to JSON/ })
        .first()
        .waitFor();
      await w.close();
    },
  );

  it('by keyboard alone: Ctrl+., an arrow, Enter, and the focus is in the text again', async () => {
    const w = await set.walk();
    await w.write(barChart(['A'], { widht: 640 }));
    await w.page.getByRole('button', { name: 'Rename to “width”' }).waitFor();
    await w.editor.focus();
    await w.page.keyboard.press('Control+.');
    const menu = w.page.getByRole('dialog', { name: 'Quick fixes' });
    await menu.getByRole('button', { name: 'Rename to “width”' }).waitFor();
    await w.page.keyboard.press('ArrowDown');
    await w.page.keyboard.press('ArrowUp');
    await w.page.keyboard.press('Enter');
    await menu.waitFor({ state: 'hidden' });
    await expect.poll(() => w.editor.inputValue()).toContain('"width":640');
    expect(await w.editor.evaluate((element) => element === document.activeElement)).toBe(true);
    await w.close();
  });
});
