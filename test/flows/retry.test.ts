// A 429 with its countdown, in real time and on the real server: to the deadline, through a hidden tab, a reload and an edit.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barChart, launch, noBrowser, type Walk, walk } from '../support/page.ts';
import { type ProductionServer, startProduction } from '../support/production-server.ts';
import { deadlineOf, drawn, picture, refusal, setHidden, stubApi, timer } from '../support/retry-stub.ts';

/** Two renders with the key that allows one in ten seconds, each walk as a client of its own. */
async function limited(w: Walk): Promise<void> {
  await w.chooseKey('pk_test_rate_limited');
  await w.render();
  await picture(w.page).waitFor();
  await w.render();
  await timer(w.page).waitFor();
}

describe.skipIf(noBrowser())('waiting for Retry-After', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser.close());

  /** A server of its own for each walk: the limit is per client, and all walks come from one address. */
  const onOwnServer = async (act: (w: Walk) => Promise<void>) => {
    const server: ProductionServer = await startProduction({ RATE_LIMIT: '1000' });
    const w = await walk(browser, server.url);
    await act(w);
    await w.close();
    await server.stop();
  };

  it('counts down to the deadline and then succeeds by itself, hidden in between', () =>
    onOwnServer(async (w) => {
      await limited(w);
      const asked = await w.page.evaluate(() =>
        performance.getEntriesByType('resource').map(({ name }) => name),
      );
      expect(asked.filter((name) => name.endsWith('/api/v1/render'))).toHaveLength(2);
      const deadline = await deadlineOf(w.page);
      expect(deadline - Date.now()).toBeGreaterThan(6000);
      expect(deadline - Date.now()).toBeLessThanOrEqual(10_000);
      await setHidden(w.page, true);
      let sent = 0;
      w.page.on('request', (request) => {
        if (request.method() === 'POST') sent++;
      });
      await expect.poll(() => Date.now(), { timeout: 15_000 }).toBeGreaterThan(deadline + 1500);
      // Time went on in the background, but nothing was sent from there.
      expect(sent).toBe(0);
      await setHidden(w.page, false);
      await picture(w.page).waitFor();
      expect(sent).toBe(1);
      expect(await w.page.locator('.result-line').textContent()).toContain('try 2');
    }));

  it('sends at the deadline and not before, without a touch', () =>
    onOwnServer(async (w) => {
      await limited(w);
      const deadline = await deadlineOf(w.page);
      const request = await w.page.waitForRequest((r) => r.method() === 'POST');
      const sentAt = Date.now();
      expect(sentAt).toBeGreaterThanOrEqual(deadline - 5);
      expect(sentAt).toBeLessThan(deadline + 2500);
      expect(request.postData()).toContain('"type"');
      await picture(w.page).waitFor();
    }));

  it('goes on after a reload with the same deadline', () =>
    onOwnServer(async (w) => {
      await limited(w);
      const deadline = await deadlineOf(w.page);
      await w.page.reload();
      await timer(w.page).waitFor();
      expect(await deadlineOf(w.page)).toBe(deadline);
      await picture(w.page).waitFor({ timeout: 20_000 });
      expect(Date.now()).toBeGreaterThanOrEqual(deadline);
    }));

  it('ends when the chart is edited, and keeps the reply on the page', () =>
    onOwnServer(async (w) => {
      await limited(w);
      await w.write(barChart(['X', 'Y']));
      await w.page.getByText('The wait was cancelled because the chart changed.').waitFor();
      await w.card('rate_limited').waitFor();
      expect(await timer(w.page).count()).toBe(0);
    }));

  it('ends on Cancel and on Escape, and Retry works by hand', () =>
    onOwnServer(async (w) => {
      await limited(w);
      const retry = w.page.getByRole('button', { name: 'Retry request' });
      expect(await retry.getAttribute('aria-disabled')).toBe('true');
      await retry.focus();
      await w.page.keyboard.press('Enter');
      await w.page.getByText(/seconds? left\./).waitFor({ state: 'attached' });
      await w.page.keyboard.press('Escape');
      await w.page.getByText('The wait was cancelled.').waitFor();
      await w.page.getByRole('button', { name: 'Retry now' }).click();
      await timer(w.page).waitFor();
      await w.page.getByRole('group', { name: 'Retry' }).getByRole('button', { name: 'Cancel' }).click();
      await w.page.getByText('The wait was cancelled.').waitFor();
    }));

  it('waits for a click when automatic retries are off, and remembers that', () =>
    onOwnServer(async (w) => {
      await limited(w);
      await w.page.getByRole('switch', { name: 'Retry automatically' }).click();
      const ready = w.page.getByRole('button', { name: 'Retry now' });
      await ready.waitFor({ timeout: 15_000 });
      await ready.click();
      await picture(w.page).waitFor();
      const kept = await w.page.evaluate(() => localStorage.getItem('chart-playground.settings'));
      expect(JSON.parse(kept ?? '{}')).toMatchObject({ autoRetry: false });
    }));

  for (const key of ['pk_test_overloaded', 'pk_test_bad_gateway', 'pk_test_drop'])
    it(`${key} succeeds at the second try`, () =>
      onOwnServer(async (w) => {
        await w.chooseKey(key);
        await w.render();
        await timer(w.page).waitFor();
        await picture(w.page).waitFor({ timeout: 20_000 });
        expect(await w.page.locator('.result-line').textContent()).toContain('try 2');
      }));

  it.each([-10, 10])('obeys a date though the clocks differ by %d minutes', (minutes) =>
    onOwnServer(async (w) => {
      const serverNow = Date.now() + minutes * 60_000;
      const headers = {
        Date: new Date(serverNow).toUTCString(),
        'Retry-After': new Date(serverNow + 2000).toUTCString(),
      };
      const api = await stubApi(w.page, (route) => refusal(route, { status: 429, headers }));
      await w.render();
      await timer(w.page).waitFor();
      const deadline = await deadlineOf(w.page);
      const refusedAt = api.sent[0] ?? 0;
      expect(deadline - refusedAt).toBeGreaterThanOrEqual(2000);
      expect(deadline - refusedAt).toBeLessThan(3000);
      api.answer = drawn;
      await picture(w.page).waitFor();
      expect(api.sent[1]).toBeGreaterThanOrEqual(deadline - 5);
      expect(api.sent).toHaveLength(2);
    }),
  );

  it('guesses where the header cannot be seen, and says so', () =>
    onOwnServer(async (w) => {
      const api = await stubApi(w.page, (route) => refusal(route, { status: 429 }));
      await w.render();
      await w.card('rate_limited').getByText('did not expose it to this page').waitFor();
      const deadline = await deadlineOf(w.page);
      api.answer = drawn;
      await picture(w.page).waitFor();
      expect(deadline - (api.sent[0] ?? 0)).toBeGreaterThanOrEqual(1000);
      expect(api.sent[1]).toBeGreaterThanOrEqual(deadline - 5);
    }));

  it('shows progress for a slow answer, and Cancel ends it', () =>
    onOwnServer(async (w) => {
      await w.chooseKey('pk_test_slow');
      await w.render();
      await w.page.getByText(/Waiting for the server, \d/).waitFor();
      await w.page.getByRole('button', { name: 'Cancel', exact: true }).click();
      await w.page.getByText('Cancelled. Nothing came back.').waitFor();
      await w.page.getByRole('button', { name: 'Render', exact: true }).waitFor();
    }));
});
