// Links in and out: the copied edit link opens the same text elsewhere, a broken one says why, none of them holds a key, and a
// chart too long for a URL leaves as a command that works.
import { execFile } from 'node:child_process';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser, type Walk } from '../support/page.ts';
import { stage } from '../support/stage.ts';

const run = promisify(execFile);
const textOf = (w: Walk) => w.editor.evaluate((area: HTMLTextAreaElement) => area.value);
const long = barChart(Array.from({ length: 150 }, (_, i) => `It's label ${i}`));

async function openTarget(w: Walk, name: string): Promise<void> {
  const dialog = w.page.getByRole('dialog', { name: 'Share' });
  if (!(await dialog.isVisible())) await w.page.getByRole('button', { name: 'Share…' }).click();
  await dialog.getByRole('tab', { name, exact: true }).click();
}

describe.skipIf(noBrowser())('sharing', () => {
  const set = stage();

  const copiedLink = async (text: string, key?: string): Promise<string> => {
    const w = await set.walk();
    if (key) {
      await w.chooseKey('own');
      await w.page.locator('.own-key input').fill(key);
    }
    await w.write(text);
    const link = await w.copied('Copy edit link');
    await w.close();
    return link;
  };

  it('an edit link opens the same text in a fresh profile, broken JSON and all, and sends nothing', async () => {
    const text = '{\n  "type": "bar", // half done, übrigens 🎉\n';
    const link = await copiedLink(text);
    const w = await set.walk({ hash: new URL(link).hash });
    const sent: string[] = [];
    w.page.on('request', (request) => sent.push(request.url()));
    expect(await textOf(w)).toBe(text);
    await w.page.getByText('Opened from a link.').waitFor();
    expect(sent.filter((url) => url.includes('/api/v1/render'))).toEqual([]);
    await w.close();
  });

  it('a link does not cost the draft that was there', async () => {
    const link = await copiedLink(barChart(['From', 'Link']));
    const w = await set.walk();
    await w.write(barChart(['My', 'Draft']));
    await expect
      .poll(() => w.page.evaluate(() => localStorage.getItem('chart-playground.draft')))
      .toContain('Draft');
    await w.page.goto('about:blank');
    await w.page.goto(link);
    await w.editor.waitFor();
    expect(await textOf(w)).toContain('From');
    await w.page.getByRole('button', { name: 'Restore my draft' }).click();
    expect(await textOf(w)).toContain('My');
    await w.close();
  });

  const damages: [string, (hash: string) => string, string][] = [
    ['cut off', (hash) => hash.slice(0, -12), 'Its end is missing'],
    [
      'changed inside',
      (hash) => hash.replace(/.(?=.{8}$)/, (c) => (c === 'A' ? 'B' : 'A')),
      'Characters in it were changed',
    ],
    ['from the future', (hash) => hash.replace('#v1.', '#v9.'), 'newer version'],
  ];
  for (const [what, damage, sentence] of damages)
    it(`a link that was ${what} explains itself and leaves the page usable`, async () => {
      const hash = new URL(await copiedLink(barChart())).hash;
      const w = await set.walk({ hash: damage(hash) });
      await w.page.getByText(sentence).waitFor();
      await w.write(barChart(['Still', 'works']));
      await w.page
        .getByRole('button', { name: 'Copy image URL' })
        .and(w.page.locator('[aria-disabled="false"]'))
        .waitFor();
      await w.close();
    });

  it('no link and no command holds the key, nor does what the page keeps between visits', async () => {
    const key = 'pk_live_4f9s8d7f6g5h4j3k2l1';
    const link = await copiedLink(barChart(), key);
    expect(link).not.toContain(key);
    const w = await set.walk();
    await w.chooseKey('own');
    await w.page.locator('.own-key input').fill(key);
    for (const name of ['Copy image URL', 'Copy curl', 'Copy Node', 'Copy JavaScript']) {
      if (name !== 'Copy image URL') await openTarget(w, name.replace('Copy ', ''));
      await w.page.getByRole('button', { name }).click();
      await expect.poll(w.clipboard).toContain('/api/v1/render');
      expect(await w.clipboard()).not.toContain(key);
      expect(
        Buffer.from((await w.clipboard()).split('chart=')[1] ?? '', 'base64url').toString(),
      ).not.toContain(key);
    }
    await w.page.keyboard.press('Escape');
    await w.render();
    await w.card('invalid_api_key').waitFor();
    await w.page.getByText('Headers', { exact: true }).click();
    expect(await w.page.locator('body').innerText()).not.toContain(key);
    expect(await w.page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(key);
    expect(set.server.logged.join('\n')).not.toContain(key);
    await w.close();
  });

  it('a chart too long for a URL says by how much and leaves as a command that draws it', async () => {
    const w = await set.walk();
    await w.write(long);
    const meter = w.page.getByRole('meter', { name: 'URL length' });
    await w.page.getByText(/\d+ characters too long for a URL/).waitFor();
    expect(await meter.getAttribute('aria-valuetext')).toMatch(/^\d{4} of 2000 characters$/);
    await w.page
      .getByRole('button', { name: 'Copy image URL' })
      .and(w.page.locator('[aria-disabled="true"]'))
      .waitFor();
    await openTarget(w, 'curl');
    await w.page.getByRole('button', { name: 'Copy curl' }).click();
    await expect.poll(w.clipboard).toContain('--data-binary');
    const folder = await mkdtemp(join(tmpdir(), 'curl-'));
    await run('sh', ['-c', await w.clipboard()], { cwd: folder });
    const { width, height } = PNG.sync.read(await readFile(join(folder, 'chart.png')));
    expect([width, height]).toEqual([800, 400]);
    await w.close();
  });

  it('the draft survives a reload, of this tab and of the browser', async () => {
    const w = await set.walk();
    await w.write(barChart(['Kept', 'text']));
    await w.page.reload();
    await w.editor.waitFor();
    expect(await textOf(w)).toContain('Kept');
    const other = await w.context.newPage();
    await other.goto(set.url);
    const area = other.getByRole('textbox', { name: 'Chart JSON' });
    await area.waitFor();
    expect(await area.inputValue()).toContain('Kept');
    await w.close();
  });
});
