// Somebody has numbers in a spreadsheet: pasted, dropped or typed, they become the chart's data, and its look stays.
import AxeBuilder from '@axe-core/playwright';
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { traceTasks } from '../bench/task-trace.ts';
import { noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const table = ['Month\tOrders\tReturns', ...months.map((month, i) => `${month}\t${400 + i}\t${30 + i}`)].join(
  '\n',
);
const styled = `{ "type": "line",
  "data": { "labels": ["Q1"], "datasets": [{ "label": "Old", "data": [1], "borderColor": "#10b981" }] } }`;

async function paste(page: Page, text: string) {
  await page.evaluate((pasted) => {
    const plain = new Blob([pasted], { type: 'text/plain' });
    // A spreadsheet puts the same cells as HTML beside the text: only the text is read.
    const html = new Blob(['<table><tr><td>wrong</td><td>1</td></tr></table>'], { type: 'text/html' });
    return navigator.clipboard.write([new ClipboardItem({ 'text/plain': plain, 'text/html': html })]);
  }, text);
  await page.keyboard.press('Control+V');
}

const drop = (page: Page, name: string, text: string) =>
  page.evaluate(
    ([fileName = '', content = '']) => {
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(new File([content], fileName));
      for (const kind of ['dragenter', 'dragover', 'drop'])
        document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    },
    [name, text],
  );

const dialog = (w: Walk) => w.page.getByRole('dialog', { name: 'Data' });
const chart = async (w: Walk) => JSON.parse(await w.editor.inputValue());
const violations = async (w: Walk) =>
  (await new AxeBuilder({ page: w.page }).analyze()).violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(' | ')}`,
  );

describe.skipIf(noBrowser())('data from a spreadsheet', () => {
  const set = stage();

  it('pasted into the text is one press away from the chart, which keeps its look', async () => {
    const w = await set.walk();
    await w.write(styled);
    await w.page.keyboard.press('Control+A');
    await paste(w.page, table);
    await w.page.getByText('This looks like a table of 12 rows and 3 columns.').waitFor();
    // The paste went through as any other.
    expect(await w.editor.inputValue()).toBe(table);
    expect(await violations(w)).toEqual([]);
    await w.page.getByRole('button', { name: 'Use as chart data' }).click();
    await w.page.getByText('12 labels and 2 series replace 1 label and 1 series.').waitFor();
    const { data, type } = await chart(w);
    expect(type).toBe('line');
    expect(data.labels).toEqual(months);
    expect(data.datasets).toMatchObject([
      { label: 'Orders', borderColor: '#10b981' },
      { label: 'Returns', data: months.map((_, i) => 30 + i) },
    ]);
    // A second look, and back to another reading of it.
    await w.page.getByRole('button', { name: 'Adjust…' }).click();
    await dialog(w).getByRole('combobox', { name: 'Role of Returns' }).selectOption('ignore');
    await dialog(w).getByText('12 labels and 1 series replace 12 labels and 2 series.').waitFor();
    await dialog(w).getByRole('button', { name: 'Use data' }).click();
    await expect.poll(async () => (await chart(w)).data.datasets.length).toBe(1);
    await w.editor.focus();
    await w.page.keyboard.press('Control+Z');
    await expect.poll(async () => (await chart(w)).data.datasets.length).toBe(2);
    await w.close();
  });

  it('is kept as text, and pasted JSON is left alone', async () => {
    const w = await set.walk();
    await w.editor.focus();
    await paste(w.page, table);
    await w.page.getByRole('button', { name: 'Keep as text' }).click();
    expect(await w.editor.inputValue()).toContain(table);
    await paste(w.page, table);
    await w.page.getByRole('button', { name: 'Use as chart data' }).waitFor();
    await w.page.keyboard.press('Escape');
    await w.page.getByRole('button', { name: 'Use as chart data' }).waitFor({ state: 'detached' });
    await w.page.keyboard.press('Control+A');
    await paste(w.page, styled);
    await w.page.getByRole('img', { name: /line, 1 series/ }).waitFor();
    expect(await w.page.getByText('This looks like').count()).toBe(0);
    await w.close();
  });

  it('in the code editor as well, and beside it', async () => {
    const w = await set.walk({ simple: false });
    await w.page.locator('.monaco-editor .view-lines').waitFor();
    await w.editor.focus();
    await w.page.keyboard.press('Control+A');
    await paste(w.page, table);
    await w.page.getByRole('button', { name: 'Use as chart data' }).click();
    await w.page.getByRole('img', { name: /2 series, 12 labels/ }).waitFor();
    await w.page.getByRole('button', { name: 'Close' }).click();
    await w.page.getByRole('heading', { name: 'Preview' }).click();
    await paste(w.page, 'a\tb\nx\t1.234\ny\t2.345');
    // Thousands or decimals? Nobody knows: the dialog asks.
    await w.page.getByRole('button', { name: 'Use as chart data' }).click();
    await dialog(w).getByRole('combobox', { name: 'Decimal mark' }).selectOption(',');
    await dialog(w).getByRole('combobox', { name: 'Thousands' }).selectOption('.');
    await w.page.keyboard.press('Tab');
    await dialog(w)
      .getByRole('img', { name: /1 series, 2 labels/ })
      .waitFor();
    await dialog(w).getByRole('button', { name: 'Use data' }).click();
    await expect.poll(() => w.page.locator('.monaco-editor .view-lines').textContent()).toContain('2345');
    await w.close();
  });

  it('dropped as a file opens the dialog; a dropped chart opens as text, in one step', async () => {
    const w = await set.walk();
    await drop(w.page, 'sales.csv', 'Land;Umsatz\nDE;1.234,50\nFR;99,5');
    await dialog(w).getByRole('gridcell', { name: '1.234,50' }).waitFor();
    await dialog(w).getByRole('button', { name: 'New chart' }).click();
    await dialog(w).getByRole('button', { name: 'Make the chart' }).click();
    await expect
      .poll(async () => (await chart(w)).data.datasets)
      .toEqual([{ label: 'Umsatz', data: [1234.5, 99.5] }]);
    const before = await w.editor.inputValue();
    await drop(w.page, 'chart.json', styled);
    await expect.poll(() => w.editor.inputValue()).toBe(styled);
    await w.editor.focus();
    await w.page.keyboard.press('Control+Z');
    await expect.poll(() => w.editor.inputValue()).toBe(before);
    await drop(w.page, 'photo.pdf', '%PDF-1.7');
    await dialog(w).locator('.data-none', { hasText: 'This is a file of a program' }).waitFor();
    await w.close();
  });

  for (const screen of [{}, { width: 390, height: 844, dark: true }])
    it(`by keyboard alone and for everybody (${screen.width ?? 'wide'})`, async () => {
      const w = await set.walk(screen);
      await w.page.keyboard.press('Control+K');
      await w.page.getByRole('combobox', { name: 'Find a command' }).fill('load data');
      await w.page.getByRole('option', { name: /Paste or load data/ }).waitFor();
      await w.page.keyboard.press('Enter');
      await dialog(w).locator('.data-none', { hasText: 'Nothing to read yet' }).waitFor();
      expect(await violations(w)).toEqual([]);
      await dialog(w).getByRole('textbox', { name: 'Table as text' }).focus();
      await paste(w.page, 'Day,A,B\nMon,1,2\nTue,about 3,4\nWed,5,');
      await dialog(w).getByText('1 not a number').waitFor();
      await dialog(w)
        .getByRole('img', { name: /2 series, 3 labels/ })
        .waitFor();
      const focused = () => w.page.evaluate(() => document.activeElement?.textContent ?? '');
      await dialog(w).getByRole('columnheader', { name: /Day/ }).focus();
      await w.page.keyboard.press('ArrowRight');
      await w.page.keyboard.press('ArrowDown');
      await w.page.keyboard.press('ArrowDown');
      expect(await focused()).toBe('about 3 (not a number)');
      await w.page.keyboard.press('Control+End');
      expect(await focused()).toBe('–');
      await w.page.keyboard.press('Control+Home');
      await w.page.keyboard.press('ArrowRight');
      await w.page.keyboard.press('Enter');
      await w.page.keyboard.press('i');
      await w.page.keyboard.press('Escape');
      expect(await focused()).toContain('A');
      await dialog(w).getByText('3 labels and 1 series replace').waitFor();
      expect(await violations(w)).toEqual([]);
      expect(
        await w.page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
      ).toBeLessThanOrEqual(0);
      await w.page.keyboard.press('Escape');
      await dialog(w).waitFor({ state: 'hidden' });
      await w.close();
    });

  it('50,000 rows never stop the page, and fewer of them are offered', async () => {
    const w = await set.walk();
    await w.write(styled);
    const rows = Array.from(
      { length: 50_000 },
      (_, i) => `${new Date(i * 6e4).toISOString()},${Math.round(Math.sin(i / 900) * 1e4)},${i % 97}`,
    );
    await w.page.getByRole('button', { name: 'Data', exact: true }).click();
    await dialog(w).locator('.data-none', { hasText: 'Nothing to read yet' }).waitFor();
    const end = await traceTasks(w.page);
    await drop(w.page, 'log.csv', `time,wave,saw\n${rows.join('\n')}`);
    await dialog(w).getByText('50,000 rows become 400.').waitFor();
    await dialog(w).getByRole('combobox', { name: 'What to do with the rows' }).selectOption('average');
    await dialog(w).getByRole('spinbutton').fill('100');
    await dialog(w).getByText('Each run of 500 rows becomes its average. 50,000 rows become 100.').waitFor();
    const tasks = await end();
    // A page that stands still is what this is about: the machine may be busy with other tests, numbers come from the bench.
    expect(Math.max(0, ...tasks)).toBeLessThan(400);
    await dialog(w).getByRole('button', { name: 'Use data' }).click();
    await expect.poll(async () => (await chart(w)).data.labels.length).toBe(100);
    await w.close();
  });
});
