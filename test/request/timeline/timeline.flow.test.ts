// In: the timeline, built and in a real browser. Out: what somebody who looks at it, listens to it or takes something from it gets.

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import AxeBuilder from '@axe-core/playwright';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { launch, noBrowser } from '../../support/page.ts';
import { serveHarness } from '../../support/serve-harness.ts';

describe.skipIf(noBrowser())('the timeline', () => {
  let harness: Awaited<ReturnType<typeof serveHarness>>;
  let browser: Browser;
  let context: BrowserContext;
  let page: Page;
  let complaints: string[];

  beforeAll(async () => {
    [harness, browser] = await Promise.all([serveHarness(join(import.meta.dirname, 'harness')), launch()]);
  });
  afterAll(async () => {
    await browser?.close();
    await harness?.stop();
  });
  beforeEach(() => {
    complaints = [];
  });
  afterEach(async () => {
    await context.close();
    expect(complaints).toEqual([]);
  });

  const open = async (scene: string, options: { width?: number; theme?: string; live?: boolean } = {}) => {
    const { width = 724, theme = 'light', live = false } = options;
    await context?.close();
    context = await browser.newContext({
      viewport: { width, height: 700 },
      permissions: ['clipboard-read', 'clipboard-write'],
      reducedMotion: 'reduce',
      timezoneId: 'UTC',
    });
    page = await context.newPage();
    page.on('pageerror', (error) => complaints.push(error.message));
    page.on('console', (line) => line.type() === 'error' && complaints.push(line.text()));
    const query = new URLSearchParams({ scene, theme, ...(live ? { live: '' } : {}) });
    await page.goto(`${harness.url}?${query}`);
    await page.getByRole('heading', { name: 'Timeline', exact: true }).first().waitFor();
  };
  const items = () => page.getByRole('list', { name: 'Attempts' }).getByRole('listitem');
  /** As a screen reader hears them: what is there for the eye alone is left out. */
  const heard = () =>
    items().evaluateAll((all) =>
      all.map((item) => {
        const copy = item.cloneNode(true) as HTMLElement;
        for (const silent of copy.querySelectorAll('[aria-hidden], details > :not(summary)')) silent.remove();
        for (const block of copy.querySelectorAll('p')) block.append(' ');
        return (copy.textContent ?? '').replace(/\s+/g, ' ').trim();
      }),
    );

  it.each<[string, string[]]>([
    [
      'waited',
      [
        'Attempt 1 429 rate_limited 84 milliseconds waited 10 seconds: Retry-After said 10',
        'Attempt 2 200 OK 210 milliseconds',
      ],
    ],
    [
      'cancelled',
      [
        'Attempt 1 429 rate_limited 84 milliseconds tried again by hand after 3.9 seconds of 10 seconds: Retry-After said 10',
        'Attempt 2 Cancelled before the answer 700 milliseconds',
      ],
    ],
    [
      'backoff',
      [
        'Attempt 1 No answer network_error 40 milliseconds waited 1.3 seconds: backoff, since nothing said how long',
        'Attempt 2 No answer network_error 50 milliseconds waited 2.3 seconds: backoff, since nothing said how long',
        'Attempt 3 200 OK 100 milliseconds',
      ],
    ],
    [
      'sending',
      [
        'Attempt 1 429 rate_limited 84 milliseconds waited 10 seconds: Retry-After said 10',
        'Attempt 2 Sending',
      ],
    ],
    ['wrong', ['Attempt 1 400 invalid_json 31 milliseconds not tried again: the request itself must change']],
    [
      'hours later',
      [
        'Attempt 1 429 rate_limited 84 milliseconds wait cancelled after 3 seconds of 10 seconds: Retry-After said 10',
        '3 hours later Attempt 2 200 OK 120 milliseconds',
      ],
    ],
  ])('%s: the list says each attempt and its wait', async (scene, words) => {
    await open(scene);
    await items().first().waitFor();
    expect(await heard()).toEqual(words);
  });

  it('a superseded call is found among the earlier ones, greyed, until the next call takes its place', async () => {
    await open('superseded');
    await items().first().waitFor();
    expect(await heard()).toEqual(['Attempt 1 200 OK 100 milliseconds']);
    await page.getByText('Earlier calls (1)').click();
    const call = page.getByRole('button', { name: /Superseded/ });
    await call.click();
    expect(await heard()).toEqual(['Attempt 1 Superseded by a newer request 400 milliseconds']);
    expect(await items().first().getAttribute('data-state')).toBe('superseded');
    expect(await call.getAttribute('aria-pressed')).toBe('true');
    const grey = await items()
      .locator('.send')
      .evaluate((bar) => getComputedStyle(bar).borderTopStyle);
    expect(grey).toBe('dashed');
  });

  it('bars stand on one axis: the second attempt begins where the first one’s wait ends', async () => {
    await open('waited');
    const box = async (n: number, part: string) => {
      const found = await items().nth(n).locator(`.track > .${part}`).boundingBox();
      if (!found) throw new Error(`No ${part} bar in item ${n}`);
      return found;
    };
    const [wait, second, track] = [
      await box(0, 'wait'),
      await box(1, 'send'),
      await items().first().locator('.track').boundingBox(),
    ];
    const end = wait.x + wait.width;
    expect(second.x - end).toBeGreaterThanOrEqual(0);
    expect((second.x - end) / (track?.width ?? 0)).toBeLessThan(0.02);
    expect(wait.width / (track?.width ?? 1)).toBeCloseTo(10_000 / 10_410, 2);
  });

  it('an attempt opens to its facts', async () => {
    await open('waited');
    await page.getByText('Attempt 1').click();
    await page.getByText('The server’s Retry-After header sets this wait (“10”).').waitFor();
    await page.getByText('Attempt 2').click();
    const facts = items().nth(1).locator('dl');
    expect((await facts.innerText()).replace(/\s+/g, ' ')).toMatch(
      /Sent 07:00:10\.200, automatically.*req-200.*queue.*13 ms.*draw.*60 ms/,
    );
  });

  it('compares policies', async () => {
    await open('waited');
    await page.getByText('Compare retry policies').click();
    const rows = page.getByRole('table', { name: 'Retry policies' }).locator('tbody tr');
    const cells = await rows.evaluateAll((all) =>
      all.map((row) => [...row.querySelectorAll('td')].slice(0, 2).map(({ textContent }) => textContent)),
    );
    expect(cells).toEqual([
      ['3', '2'],
      ['5', '4'],
      ['2', '1'],
    ]);
    await page.getByText(/saves up to 3 requests/).waitFor();
  });

  it('hands on a HAR and a report with a link to the chart', async () => {
    await open('waited');
    const [file] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Export HAR' }).click(),
    ]);
    expect(file.suggestedFilename()).toBe('chart-call-2026-11-22T07-00-00-000Z.har');
    const { log } = JSON.parse(await readFile(await file.path(), 'utf8'));
    expect([log.version, log.entries.length]).toEqual(['1.2', 2]);
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await page.getByText('Copied', { exact: true }).first().waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toContain('### Chart request succeeded: 429 → 200');
    expect(copied).toMatch(/- Chart: <http:\/\/[^>]+#v1\.d1\.[^>]+>/);
  });

  it('states that came before it was loaded, and while it was away, are all there', async () => {
    await open('waited', { live: true });
    const next = page.getByRole('button', { name: 'Next' });
    const show = page.getByRole('button', { name: 'Show' });
    // Sending, waiting; then the timeline comes.
    await next.click();
    await next.click();
    await show.click();
    await items().first().waitFor();
    expect(await items().count()).toBe(1);
    // Due, sending again, and away before the answer.
    await next.click();
    await next.click();
    await show.click();
    await next.click();
    await show.click();
    await items().nth(1).waitFor();
    expect(await items().evaluateAll((all) => all.map((item) => item.getAttribute('data-state')))).toEqual([
      'answered',
      'answered',
    ]);
    expect(await items().first().locator('.then').getAttribute('data-wait')).toBe('waited');
  });

  it('says so when there is nothing yet', async () => {
    await open('empty');
    await page.getByText('Each request appears here').waitFor();
    expect(await page.getByRole('button', { name: 'Export HAR' }).count()).toBe(0);
  });

  const screens = {
    wide: {},
    dark: { theme: 'dark' },
    phone: { width: 390 },
    'dark phone': { width: 390, theme: 'dark' },
  };
  for (const [screen, options] of Object.entries(screens))
    it(`axe finds nothing and nothing is wider than the screen: ${screen}`, async () => {
      for (const scene of ['many', 'cancelled', 'hours later', 'sending']) {
        await open(scene, options);
        for (const summary of await page.locator('.timeline summary').all()) await summary.click();
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map(({ id, nodes }) => `${scene} ${id}: ${nodes[0]?.html}`)).toEqual([]);
        const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        expect(overflow).toBeLessThanOrEqual(0);
      }
    });
});
