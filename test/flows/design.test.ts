// The other face: fields that write into the text and nowhere else, a grid that is typed and pasted into, and both faces saying the
// same about the same place.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const text = `{
  "type": "bar",
  "width":   640,
  "data": { "labels": ["Jan", "Feb"],
    "datasets": [ { "label": "Old", "data": [1, 2] }, { "type": "line", "label": "New", "data": [3, 4] } ] }
}
`;

const textOf = (page: Page) =>
  page.locator('textarea.plain-area').evaluate((area: HTMLTextAreaElement) => area.value);
const face = (w: Walk, name: 'Design' | 'JSON') => w.page.getByRole('button', { name, exact: true }).click();
const field = (w: Walk, name: string) => w.page.getByRole('textbox', { name, exact: true });
const part = (w: Walk, name: string) =>
  w.page.locator('.design-part-head').getByRole('button', { name, exact: true }).click();

describe.skipIf(noBrowser())('the design panel', () => {
  const set = stage();

  const opened = async (written = text, options = {}): Promise<Walk> => {
    const w = await set.walk(options);
    await w.write(written);
    await face(w, 'Design');
    await w.page.locator('.design-types').waitFor();
    return w;
  };

  it('writes what is typed into the text while it is typed, as one step, and takes it out again', async () => {
    const w = await opened();
    await field(w, 'Title').pressSequentially('Orders');
    const named = text.replace('] }\n}', '] },\n  "header": { "title": "Orders" }\n}');
    expect(await textOf(w.page)).toBe(named);
    await w.page.keyboard.press('Control+Z');
    await expect.poll(() => textOf(w.page)).toBe(text);
    expect(await field(w, 'Title').inputValue()).toBe('');
    await w.page.keyboard.press('Control+Shift+Z');
    await expect.poll(() => textOf(w.page)).toBe(named);
    await field(w, 'Title').fill('');
    expect(await textOf(w.page)).toBe(text);
    // Steps, and one more step of the arrow key; a word is not written.
    await field(w, 'Width').press('ArrowUp');
    expect(await textOf(w.page)).toBe(text.replace('640', '641'));
    await field(w, 'Width').fill('1,200');
    await field(w, 'Width').pressSequentially('x');
    await w.page.getByText('Not a number').waitFor();
    expect(await textOf(w.page)).toBe(text.replace('640', '1200'));
    await w.close();
  });

  it('holds the data as a grid: keys, a pasted table, rows and series, and no half-written cell', async () => {
    const w = await opened();
    const { page } = w;
    const data = async () => JSON.parse(await textOf(page)).data;
    const grid = page.getByRole('grid', { name: 'Data of the chart' });
    await grid.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.type('1,234');
    await page.keyboard.press('Tab');
    await page.keyboard.type('7');
    await page.keyboard.press('Escape');
    expect(await textOf(page)).toBe(text.replace('[1, 2]', '[1, 1234]'));
    await page.keyboard.press('Delete');
    expect((await data()).datasets[1].data).toEqual([3, null]);
    await page.keyboard.press('Control+Z');
    await page.keyboard.press('Control+Z');
    await expect.poll(() => textOf(page)).toBe(text);
    await page.evaluate(() => navigator.clipboard.writeText('5\t6\t7\n8\t9\t10\n11\t12\t1 300'));
    await page.keyboard.press('Control+ArrowUp');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await page.keyboard.press('Control+V');
    await page.getByText('9 cells pasted, 1 new row and 1 new series.').waitFor();
    expect((await data()).datasets.map((one: { data: unknown }) => one.data)).toEqual([
      [5, 8, 11],
      [6, 9, 12],
      [7, 10, 1300],
    ]);
    await page.getByRole('button', { name: 'Move series right' }).click();
    expect((await data()).datasets.map((one: { label: string }) => one.label)).toEqual([
      'New',
      'Old',
      'Series 3',
    ]);
    await page.getByRole('button', { name: 'Add a row below' }).click();
    expect((await data()).datasets[2].data).toEqual([7, null, 10, 1300]);
    await page.getByRole('button', { name: 'Remove row' }).click();
    await page.getByRole('button', { name: 'Remove series' }).click();
    expect((await data()).datasets).toHaveLength(2);
    await w.close();
  });

  it('says what the other face says about the same place, and leads there and back', async () => {
    const w = await opened();
    const { page } = w;
    await field(w, 'Height').fill('9000');
    const sentence = 'Number must be less than or equal to 4000';
    await page.locator('[data-field="height"]').getByText(sentence).waitFor();
    await page.getByRole('region', { name: 'Problems' }).getByText(sentence).waitFor();
    await page.locator('[data-field="height"]').hover();
    await page.getByRole('button', { name: 'Show Height in JSON' }).click();
    await w.editor.waitFor();
    expect(
      await w.editor.evaluate((area: HTMLTextAreaElement) =>
        area.value.slice(area.selectionStart, area.selectionEnd),
      ),
    ).toBe('9000');
    // The caret in a place that is folded away.
    await w.editor.evaluate((area: HTMLTextAreaElement) => {
      const at = area.value.indexOf('"New"') + 2;
      area.setSelectionRange(at, at);
    });
    await page.keyboard.press('ArrowRight');
    await face(w, 'Design');
    const found = page.locator('.found[data-field="data.datasets.1.label"]');
    await found.waitFor();
    expect(await found.getByRole('textbox').inputValue()).toBe('New');
    await w.close();
  });

  it('shows a broken text as it was, changes nothing in it, and leads to the problem', async () => {
    const w = await opened();
    await face(w, 'JSON');
    await w.write('{"type":"bar",,');
    await face(w, 'Design');
    await w.page.getByText('The JSON is broken, so nothing can be changed here.').waitFor();
    expect(await field(w, 'Width').inputValue()).toBe('640');
    expect(await field(w, 'Width').isDisabled()).toBe(true);
    await w.page.getByRole('grid').focus();
    await w.page.keyboard.type('5');
    await w.page.keyboard.press('Enter');
    expect(await textOf(w.page)).toBe('{"type":"bar",,');
    await w.page.getByRole('button', { name: 'Go to the problem' }).click();
    await w.editor.waitFor();
    await w.close();
  });

  it('changes the kind of chart and says what cannot come along', async () => {
    const w = await opened();
    await w.page.getByRole('radio', { name: 'Pie' }).click({ force: true });
    await w.page.getByText('New (line) changed with it').waitFor();
    const { type, data } = JSON.parse(await textOf(w.page));
    expect([type, data.datasets]).toEqual([
      'pie',
      [
        { label: 'Old', data: [1, 2] },
        { label: 'New', data: [3, 4] },
      ],
    ]);
    await w.page.getByRole('searchbox', { name: 'Find a setting' }).fill('eyebrow');
    await expect.poll(() => w.page.locator('.design-row').count()).toBe(1);
    await w.close();
  });

  it('makes one step of a word with the big editor behind it as well', async () => {
    const w = await set.walk({ simple: false });
    await w.write(text);
    await w.page.locator('.monaco-editor').first().waitFor();
    await face(w, 'Design');
    await field(w, 'Title').pressSequentially('Ab');
    await field(w, 'Subtitle').pressSequentially('Cd');
    const value = () => w.page.evaluate(() => localStorage.getItem('chart-playground.draft') ?? '');
    await expect.poll(value).toContain('Cd');
    await w.page.keyboard.press('Control+Z');
    await expect.poll(() => field(w, 'Subtitle').inputValue()).toBe('');
    expect(await field(w, 'Title').inputValue()).toBe('Ab');
    await w.page.keyboard.press('Control+Z');
    await expect.poll(() => field(w, 'Title').inputValue()).toBe('');
    await w.close();
  });

  it.each([
    ['light', 1440, false],
    ['dark', 1440, true],
    ['on a phone', 390, false],
  ] as const)(
    'can be used by everybody: %s',
    async (_, width, dark) => {
      const w = await set.walk({ width, dark });
      await w.write(text.replace('640', '50'));
      await face(w, 'Design');
      for (const name of ['Theme', 'Axes', 'Data labels', 'Key figures', 'Card and footer'])
        await part(w, name);
      await w.page.getByRole('button', { name: /^Add a key figure/ }).click();
      await w.page.getByRole('button', { name: /Vertical/ }).click();
      const { violations } = await new AxeBuilder({ page: w.page }).include('.editor-panel').analyze();
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join('\n')}`)).toEqual(
        [],
      );
      const sizes = await w.page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        small: [...document.querySelectorAll<HTMLElement>('.design :is(button, input, select, textarea)')]
          .filter((control) => control.checkVisibility() && control.offsetHeight > 0)
          .filter(
            (control) =>
              Math.min(control.offsetHeight, control.offsetWidth) < 44 &&
              !control.closest('.grid-row, .switch, .design-colours-one'),
          )
          .map((control) => control.outerHTML.slice(0, 120)),
      }));
      expect(sizes.wide).toBeLessThanOrEqual(0);
      expect(width < 700 ? sizes.small : []).toEqual([]);
      await w.close();
      // axe looks at every node, of which a phone shows as many as a wall.
    },
    120_000,
  );
});
