// The share dialog and the one that opens links: every place gets its text, what saves characters is one step and can be undone, what
// is private is shown and taken out, and a link comes back as the chart it was.
import AxeBuilder from '@axe-core/playwright';
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const textOf = (w: Walk) => w.editor.evaluate((area: HTMLTextAreaElement) => area.value);
const dialogOf = (w: Walk) => w.page.getByRole('dialog', { name: 'Share' });
const openShare = async (w: Walk) => {
  await w.page.getByRole('button', { name: 'Share…' }).click();
  await dialogOf(w).getByRole('tab').first().waitFor();
};
const long = JSON.stringify(
  {
    type: 'line',
    data: {
      labels: Array.from({ length: 150 }, (_, i) => `Day ${i}`),
      datasets: [
        { label: 'ann@acme.io', hidden: false, data: Array.from({ length: 150 }, (_, i) => Math.sin(i) * 9) },
      ],
    },
    options: { plugins: { title: { display: true, text: `Seen by ghp_${'Zq7wXv9kPmT4'.repeat(2)}` } } },
  },
  null,
  2,
);

describe.skipIf(noBrowser())('the share dialog', () => {
  const set = stage();

  it('by keyboard alone: through the places with the arrows, its own words for the picture, and back where one was', async () => {
    const w = await set.walk();
    await w.write(barChart());
    const button = w.page.getByRole('button', { name: 'Share…' });
    await button.focus();
    await w.page.keyboard.press('Enter');
    const dialog = dialogOf(w);
    await dialog.getByText(/^Inline link, \d+ characters: holds the whole chart/).waitFor();
    await dialog.getByRole('tab', { name: 'Image URL' }).focus();
    for (const _ of [1, 2]) await w.page.keyboard.press('ArrowDown');
    const html = dialog.getByRole('textbox', { name: 'HTML, to paste' });
    expect(await html.inputValue()).toContain('alt="Bar chart. S: A 1, B 2, C 3."');
    const alt = dialog.getByRole('textbox', { name: 'Alternative text' });
    await alt.fill('Three "bars" <rise>');
    expect(await html.inputValue()).toContain('alt="Three &#34;bars&#34; &#60;rise&#62;"');
    const copied = await w.copied('Copy HTML');
    expect(copied).toBe(await html.inputValue());
    await w.page.keyboard.press('Escape');
    await expect.poll(() => button.evaluate((element) => element === document.activeElement)).toBe(true);
    // Kept for this chart, and gone when asked for.
    await w.page.reload();
    await w.editor.waitFor();
    await openShare(w);
    await dialog.getByRole('tab', { name: 'Markdown', exact: true }).click();
    const markdown = dialog.getByRole('textbox', { name: 'Markdown, to paste' });
    expect(await markdown.inputValue()).toContain('![Three "bars" \\<rise\\>](');
    await alt.fill('');
    expect(await markdown.inputValue()).toContain('![Bar chart. S: A 1');
    await dialog.getByRole('button', { name: 'Reset to generated' }).click();
    expect(await alt.inputValue()).toBe('Bar chart. S: A 1, B 2, C 3.');
    await dialog.getByRole('button', { name: 'Test link' }).click();
    await dialog.getByText(/^200 OK · image\/png · .* kB/).waitFor();
    await w.close();
  });

  for (const simple of [true, false])
    it(`what saves characters is one step, and so is what is private, in the ${simple ? 'simple' : 'code'} editor`, async () => {
      const w = await set.walk({ simple });
      await w.write(long);
      const kept = () =>
        w.page.evaluate(
          () => JSON.parse(sessionStorage.getItem('chart-playground.draft') ?? '{}').text as string,
        );
      await expect.poll(kept).toBe(long);
      await openShare(w);
      const dialog = dialogOf(w);
      await dialog.getByRole('button', { name: /^Apply: Round \d+ numbers to 1 decimal/ }).click();
      await dialog.getByText(/^Done: round/).waitFor();
      await expect.poll(kept).not.toBe(long);
      expect(await kept()).toMatch(/7\.6,\s+8\.2/);
      await dialog.getByRole('button', { name: 'Undo' }).click();
      await expect.poll(kept).toBe(long);
      await dialog.getByText('2 things in the chart may not be meant for others').waitFor();
      await dialog.getByRole('button', { name: 'Redact all' }).click();
      await expect.poll(kept).not.toContain('acme');
      expect(await kept()).not.toContain('ghp_');
      await w.page.keyboard.press('Escape');
      await w.editor.focus();
      await w.page.keyboard.press('Control+Z');
      await expect.poll(kept).toBe(long);
      await openShare(w);
      await dialog.getByRole('button', { name: /^Show: A GitHub token/ }).click();
      await expect
        .poll(() => w.page.evaluate(() => document.getSelection()?.toString() ?? ''))
        .toContain(simple ? 'ghp_' : '');
      await w.close();
    });

  it('a chart too long for a link is stored when that is pressed, and not before', async () => {
    const w = await set.walk();
    const sent: string[] = [];
    w.page.on('request', (request) => request.method() === 'POST' && sent.push(request.url()));
    await w.write(long);
    await openShare(w);
    const dialog = dialogOf(w);
    await dialog.getByText(/^Stored link: too long for a URL/).waitFor();
    expect(sent).toEqual([]);
    await dialog.getByRole('button', { name: 'Store the picture' }).click();
    await dialog.getByText(/^Stored link, \d+ characters: public, kept for a year/).waitFor();
    const link = await dialog.getByRole('textbox', { name: 'Image URL, to paste' }).inputValue();
    const answer = await fetch(link);
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'image/png']);
    await dialog.getByRole('radio', { name: /^Inline link/ }).check();
    await dialog.getByText(/^Pinned inline link, .* over what this server takes/).waitFor();
    await w.close();
  });

  it('an Image-Charts link is signed before it can be copied', async () => {
    const w = await set.walk();
    await w.write(barChart());
    await w.page.getByRole('combobox', { name: 'API', exact: true }).selectOption('image-charts');
    await w.page.getByRole('checkbox', { name: /sign/i }).check();
    await openShare(w);
    const field = dialogOf(w).getByRole('textbox', { name: 'Image URL, to paste' });
    await expect
      .poll(() => field.inputValue())
      .toMatch(/\/chart\.js\/4\?c=.*icac=test_fixture.*ichm=[0-9a-f]{64}/);
    expect((await fetch(await field.inputValue())).status).toBe(200);
    await w.close();
  });

  it('a link is read in the dialog and becomes the text; undo brings the other one back', async () => {
    const w = await set.walk();
    await w.write(barChart(['Mine']));
    const before = await textOf(w);
    await w.page.keyboard.press('Control+K');
    await w.page.getByRole('combobox', { name: /command/i }).waitFor();
    await w.page.keyboard.type('open an image');
    await w.page.keyboard.press('Enter');
    const dialog = w.page.getByRole('dialog', { name: 'Open a link' });
    const field = dialog.getByRole('textbox', { name: 'Link' });
    await field.fill('https://example.com/');
    await dialog.getByText(/No chart is in this address/).waitFor();
    await field.fill(
      "<img src=\"https://charts.example/chart.js/2.8.0?c={type:'pie',data:{labels:['Opened'],datasets:[{data:[1]}]}}&amp;icac=me&amp;ichm=ff\">",
    );
    await dialog.getByText('An Image-Charts URL with the options of Chart.js 2, in HTML').waitFor();
    await dialog.getByText('Left out: icac (a credential), ichm (a credential).').waitFor();
    await dialog.getByRole('button', { name: 'Open in the editor' }).click();
    await expect.poll(() => textOf(w)).toContain('"Opened"');
    expect(JSON.parse(await textOf(w))).toMatchObject({ type: 'pie', width: 500, height: 300 });
    await w.page.keyboard.press('Control+Z');
    await expect.poll(() => textOf(w)).toBe(before);
    await w.close();
  });

  it('a link pasted into the editor is offered to be opened', async () => {
    const w = await set.walk();
    await w.write(barChart(['Copied']));
    const link = await w.copied('Copy image URL');
    await w.write('');
    await w.page.evaluate((text) => navigator.clipboard.writeText(text), link);
    await w.editor.focus();
    await w.page.keyboard.press('Control+V');
    await w.page.getByText('A Chart-Output URL: it holds a chart.').waitFor();
    await w.page.getByRole('button', { name: 'Open the chart' }).click();
    await expect.poll(() => textOf(w)).toContain('"Copied"');
    expect(await w.copied('Copy image URL')).toBe(link);
    await w.close();
  });

  it('nothing in either dialog fails axe, in light, in dark and on a phone', async () => {
    for (const look of [{}, { dark: true }, { width: 390, height: 844 }]) {
      const w = await set.walk(look);
      await w.write(long);
      if ('width' in look)
        await w.page.getByRole('navigation').getByRole('button', { name: 'Picture' }).click();
      await openShare(w);
      const dialog = dialogOf(w);
      await dialog.getByRole('tab', { name: 'HTML', exact: true }).click();
      const { violations } = await new AxeBuilder({ page: w.page }).include('dialog[open]').analyze();
      expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([]);
      await w.close();
    }
  }, 180_000);
});
