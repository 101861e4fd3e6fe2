// Every kind of wait on the real page, with a clock that is moved by hand: what the button says, what is spoken, when it is sent.
import type { Page } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { barChart, noBrowser, type Walk } from '../support/page.ts';
import {
  type Api,
  drawn,
  type Reply,
  refusal,
  retryButton,
  setHidden,
  stubApi,
  timer,
} from '../support/retry-stub.ts';
import { stage } from '../support/stage.ts';

const NOW = Date.UTC(2026, 9, 21, 7, 27);
/** Longer than the page waits before it fetches what only a refusal needs. */
const AHEAD_MS = 3000;
const MINUTE = 60_000;
const httpDate = (epochMs: number) => new Date(epochMs).toUTCString();
const note = (page: Page) => page.locator('.retry-block .note');
const limited = (retryAfter: string, date = NOW): Reply => ({
  status: 429,
  headers: { 'Retry-After': retryAfter, Date: httpDate(date) },
});

describe.skipIf(noBrowser())('waiting, by a clock that is moved by hand', () => {
  const set = stage();

  type Told = { automatic: boolean; reply: Reply };
  /** A page whose clock stands at 07:27:00, with a refusal on it. */
  const refused = async ({ automatic, reply }: Told): Promise<{ w: Walk; api: Api }> => {
    let api: Api | undefined;
    let cardFetched = false;
    const w = await set.walk({
      before: async (page) => {
        await page.clock.install({ time: NOW - 10 * MINUTE });
        await page.addInitScript((autoRetry) => {
          const settings = { v: 1, theme: 'system', autoRetry, simpleEditor: true };
          localStorage.setItem('chart-playground.settings', JSON.stringify(settings));
        }, automatic);
        api = await stubApi(page, (route) => refusal(route, reply));
        page.on('requestfinished', (request) => {
          cardFetched ||= /\/refusal-[^/]+\.js$/.test(request.url());
        });
      },
    });
    if (!api) throw new Error('There is no page');
    // The part that sends is loaded after the first paint, and the card a moment after it: both must be there before the clock
    // stands still.
    await w.page.getByRole('button', { name: 'Render', exact: true }).waitFor();
    await w.page.clock.pauseAt(NOW - AHEAD_MS);
    await w.page.clock.runFor(AHEAD_MS);
    await expect.poll(() => cardFetched).toBe(true);
    w.page.setDefaultTimeout(20_000);
    await w.render();
    await expect.poll(() => api?.sent.length).toBe(1);
    // React holds the first sight of a part that is loaded late for a moment.
    await w.page.clock.runFor(400);
    await w.page.locator('.error-card').waitFor();
    return { w, api };
  };
  /** Moves the clock step by step until so many requests were sent; the steps in between are for what is not a timer. */
  const until = (w: Walk, api: Api, count: number) =>
    expect
      .poll(() => w.page.clock.runFor(50).then(() => api.sent.length), { timeout: 10_000, interval: 10 })
      .toBe(count);

  describe('Retry-After', () => {
    const values: [value: string, button: RegExp, note: RegExp][] = [
      ['0', /^Retry now$/, /sets this wait \(“0”\)/],
      ['1', /^Retry in 0:01$/, /sets this wait \(“1”\)/],
      ['7', /^Retry in 0:07$/, /sets this wait/],
      ['86400', /^Retry in about 24 h$/, /sets this wait/],
      ['86401', /^Retry later$/, /sets this wait/],
      ['1.5', /^Retry in 0:0[12]$/, /Estimated.*“1\.5”.*could not be understood/],
      ['-1', /^Retry in 0:0[12]$/, /Estimated.*“-1”.*could not be understood/],
      ['soon', /^Retry in 0:0[12]$/, /Estimated.*“soon”.*could not be understood/],
      ['Wed, 21 Oct 2026 07:28:00 GMT', /^Retry in 1:00$/, /sets this wait \(“Wed, 21 Oct/],
      ['Sunday, 06-Nov-94 08:49:37 GMT', /^Retry now$/, /sets this wait \(“Sunday/],
      ['Sun Nov  6 08:49:37 1994', /^Retry now$/, /sets this wait \(“Sun Nov/],
      ['Fri, 31 Feb 2026 07:28:00 GMT', /^Retry in 0:0[12]$/, /Estimated.*could not be understood/],
    ];

    it('in every form says what it means on the button, and why beside it', async () => {
      const { w, api } = await refused({ automatic: false, reply: limited('7') });
      for (const [value, button, why] of values) {
        api.answer = (route) => refusal(route, limited(value));
        const before = api.sent.length;
        await w.render();
        // Spaces are folded when the text is read.
        await note(w.page)
          .filter({ hasText: value.replace(/ +/g, ' ') })
          .waitFor();
        expect([value, await retryButton(w.page).innerText()]).toEqual([
          value,
          expect.stringMatching(button),
        ]);
        expect(await note(w.page).innerText()).toMatch(why);
        expect(await retryButton(w.page).getAttribute('aria-disabled')).toBe(
          String(!/now/.test(button.source)),
        );
        expect(api.sent).toHaveLength(before + 1);
      }
      await w.close();
    });

    it.each([-10, 10])('as a date is right though the device’s clock is off by %d minutes', async (off) => {
      const serverNow = NOW - off * MINUTE;
      const reply = limited(httpDate(serverNow + MINUTE), serverNow);
      const { w, api } = await refused({ automatic: true, reply });
      expect(await retryButton(w.page).innerText()).toBe('Retry in 1:00');
      api.answer = drawn;
      await w.page.clock.runFor(59_900);
      expect(api.sent).toHaveLength(1);
      await until(w, api, 2);
      await w.close();
    });

    it('of more than a day does not tick and sends nothing by itself, even then', async () => {
      const { w, api } = await refused({ automatic: true, reply: limited('86401') });
      expect(await timer(w.page).innerText()).toMatch(/^until .* tomorrow$/);
      await w.page.clock.fastForward(86_400_000 + 5000);
      await w.page.getByRole('button', { name: 'Retry now' }).waitFor();
      await w.page.clock.runFor(5000);
      expect(api.sent).toHaveLength(1);
      await w.close();
    });

    it('on a 413 changes nothing: the request must change', async () => {
      const reply = {
        status: 413,
        headers: { 'Retry-After': '3' },
        body: { error: 'Request body too large' },
      };
      const { w, api } = await refused({ automatic: true, reply });
      await w.page.getByText('Retrying will not help: the request itself must change.').waitFor();
      expect(await timer(w.page).count()).toBe(0);
      await w.page.clock.runFor(60_000);
      expect(api.sent).toHaveLength(1);
      await w.close();
    });

    it('on a 503 may be a date as well', async () => {
      const headers = { 'Retry-After': httpDate(NOW + 20_000), Date: httpDate(NOW) };
      const reply = { status: 503, headers, body: { error: 'Service overloaded', message: 'Busy.' } };
      const { w, api } = await refused({ automatic: true, reply });
      expect(await retryButton(w.page).innerText()).toBe('Retry in 0:20');
      api.answer = drawn;
      await w.page.clock.runFor(19_900);
      expect(api.sent).toHaveLength(1);
      await until(w, api, 2);
      await w.close();
    });

    it('that this page may not see is said, and the wait is a guess', async () => {
      const { w } = await refused({ automatic: false, reply: { status: 429 } });
      expect(await note(w.page).innerText()).toMatch(/^Estimated.*did not expose it to this page/);
      expect(await retryButton(w.page).innerText()).toMatch(/^Retry in 0:0[12]$/);
      await w.close();
    });
  });

  it('a second 429 starts a wait of its own, and after three tries the page stops', async () => {
    const { w, api } = await refused({ automatic: true, reply: limited('60') });
    for (const [tries, seconds] of [
      [2, '5'],
      [3, '9'],
      [4, '5'],
    ] as const) {
      api.answer = (route) => refusal(route, limited(seconds));
      await w.page.clock.runFor(59_000);
      await until(w, api, tries);
      await expect.poll(() => retryButton(w.page).innerText()).toBe(`Retry in 0:0${seconds}`);
    }
    await note(w.page).getByText('Stopped retrying by itself after 3 tries.').waitFor();
    await w.page.clock.runFor(60_000);
    expect(api.sent).toHaveLength(4);
    await w.close();
  });

  it('time goes on in a hidden tab, but is sent only a second after somebody looks', async () => {
    const { w, api } = await refused({ automatic: true, reply: limited('7') });
    api.answer = drawn;
    await setHidden(w.page, true);
    await w.page.clock.runFor(60_000);
    await setHidden(w.page, false);
    expect(await timer(w.page).innerText()).toBe('0:00');
    await w.page.clock.runFor(950);
    expect(api.sent).toHaveLength(1);
    await until(w, api, 2);
    await w.close();
  });

  it('Cancel within that second stops it', async () => {
    const { w, api } = await refused({ automatic: true, reply: limited('7') });
    await setHidden(w.page, true);
    await w.page.clock.runFor(60_000);
    await setHidden(w.page, false);
    await w.page.getByRole('group', { name: 'Retry' }).getByRole('button', { name: 'Cancel' }).click();
    await w.page.getByText('The wait was cancelled.').waitFor();
    await w.page.clock.runFor(60_000);
    expect(api.sent).toHaveLength(1);
    await w.close();
  });

  it('an edit ends the wait, and nothing is sent at its deadline', async () => {
    const { w, api } = await refused({ automatic: true, reply: limited('7') });
    await w.write(barChart(['X', 'Y']));
    await w.page.getByText('The wait was cancelled because the chart changed.').waitFor();
    await w.page.clock.runFor(60_000);
    expect(api.sent).toHaveLength(1);
    await w.close();
  });

  it('Escape ends it, with the focus in the card', async () => {
    const { w, api } = await refused({ automatic: true, reply: limited('7') });
    await retryButton(w.page).focus();
    await w.page.keyboard.press('Escape');
    await w.page.getByText('The wait was cancelled.').waitFor();
    expect(await retryButton(w.page).evaluate((button) => button === document.activeElement)).toBe(true);
    await w.page.clock.runFor(60_000);
    expect(api.sent).toHaveLength(1);
    await w.close();
  });

  it('who wants less motion gets the text without the bar', async () => {
    const { w } = await refused({ automatic: false, reply: limited('40') });
    const bar = w.page.locator('.retry-block .bar');
    expect([await bar.count(), await bar.isVisible()]).toEqual([1, false]);
    await w.page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await bar.isVisible()).toBe(true);
    await w.close();
  });

  it('a screen reader hears the start, 30 s, 10 s, the try and what came of it, and no ticking', async () => {
    const { w, api } = await refused({ automatic: true, reply: limited('40') });
    const said: string[] = [];
    await w.page.exposeFunction('heard', (text: string) => said.push(text));
    await w.page.evaluate(() => {
      const region = document.querySelector('.response') ?? document.body;
      const last = new Map<Element | string, string>();
      const listen = () => {
        for (const live of region.querySelectorAll<HTMLElement>('[role=status],[role=alert]')) {
          // A line that is drawn anew with the same words is not news.
          const name = live.classList.contains('result-line') ? 'result line' : live;
          const text = live.innerText.replace(/\s+/g, ' ').trim();
          if (text && last.get(name) !== text)
            (window as unknown as { heard: (text: string) => void }).heard(text);
          last.set(name, text);
        }
      };
      listen();
      new MutationObserver(listen).observe(region, { subtree: true, childList: true, characterData: true });
    });
    api.answer = drawn;
    for (let second = 0; second < 40; second++) await w.page.clock.runFor(1000);
    await until(w, api, 2);
    await w.page.getByRole('img', { name: 'Rendered chart' }).waitFor();
    await expect.poll(() => said.length).toBeGreaterThan(5);
    expect(said.map((text) => text.replace(/\d+ ms/, '_ ms'))).toEqual([
      '429 Too Many Requests _ ms 31 B JSON',
      expect.stringMatching(/^Too many requests .*next window opens\.$/),
      'Retry possible in 40 seconds. Automatic retry is on.',
      '30 seconds left.',
      '10 seconds left.',
      'Trying again.',
      '200 OK _ ms 70 B PNG try 2',
    ]);
    await w.close();
  });
});
