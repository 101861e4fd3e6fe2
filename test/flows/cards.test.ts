// Every documented refusal, truly provoked on the server by what a person can do on the page, and shown as its own card.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { errorRow, type ServedCode, servedCodes } from '#shared/errors.ts';
import { barChart, launch, noBrowser, type Walk, walk } from '../support/page.ts';
import { type ProductionServer, startProduction } from '../support/production-server.ts';

const withKey = (key: string) => async (w: Walk) => {
  await w.chooseKey(key);
  await w.render();
};
const withText = (text: string) => async (w: Walk) => {
  await w.write(text);
  await w.render();
};
/** What no button of the page does: the same request, sent to another address or in another way. */
const altered =
  (change: { path?: string; method?: string; headers?: Record<string, string> }) => async (w: Walk) => {
    await w.page.route('**/api/v1/render*', (route) => {
      const url =
        change.path === undefined ? route.request().url() : new URL(change.path, route.request().url()).href;
      const headers = { ...route.request().headers(), ...change.headers };
      return route.continue({ url, headers, ...(change.method ? { method: change.method } : {}) });
    });
    await w.render();
  };
const manyPoints = barChart(Array.from({ length: 200 }, (_, i) => `Label number ${i}`));

/** Takes well over the tenth of a second that the impatient server allows. */
const heavyChart = JSON.stringify({
  type: 'line',
  data: {
    labels: Array.from({ length: 1000 }, (_, i) => `Label ${i}`),
    datasets: Array.from({ length: 20 }, (_, s) => ({
      data: Array.from({ length: 1000 }, (_, i) => Math.sin(i * (s + 1))),
    })),
  },
  width: 2000,
  height: 2000,
});

const provoked: Record<ServedCode, (w: Walk) => Promise<void>> = {
  invalid_spec: withText(
    JSON.stringify({ type: 'bar', data: { labels: [], datasets: [{ data: [1] }] }, width: 9000 }),
  ),
  invalid_json: withText('{ "type": "bar", }'),
  url_too_long: async (w) => {
    await w.write(manyPoints);
    await w.page.getByRole('combobox', { name: 'Send as' }).selectOption('GET');
    await w.render();
  },
  invalid_base64: altered({ path: '/api/v1/render?chart=%25%25%25', method: 'GET' }),
  invalid_api_key: withKey('pk_test_unknown'),
  invalid_authorization: altered({ headers: { authorization: 'Basic abc' } }),
  quota_exceeded: withKey('pk_test_quota_exceeded'),
  trial_expired: withKey('pk_test_trial_expired'),
  pdf_requires_pro: async (w) => {
    await w.chooseKey('pk_test_starter');
    await w.page.getByRole('combobox', { name: 'Format' }).selectOption('pdf');
    await w.render();
  },
  rate_limited: async (w) => {
    await w.chooseKey('pk_test_rate_limited');
    await w.render();
    await w.page.getByRole('img', { name: 'Rendered chart' }).waitFor();
    await w.render();
  },
  internal_error: withKey('pk_test_server_error'),
  not_found: altered({ path: '/api/v1/nothing' }),
  method_not_allowed: altered({ path: '/api/v1/errors' }),
  body_too_large: withText(`${barChart()}${' '.repeat(1_100_000)}`),
  unsupported_media_type: altered({ headers: { 'content-type': 'text/csv' } }),
  render_timeout: withText(heavyChart),
  overloaded: withKey('pk_test_overloaded'),
  bad_gateway: withKey('pk_test_bad_gateway'),
};

describe.skipIf(noBrowser())('cards', () => {
  let browser: Browser;
  let server: ProductionServer;
  let impatient: ProductionServer;
  beforeAll(async () => {
    [browser, server, impatient] = await Promise.all([
      launch(),
      startProduction({ RATE_LIMIT: '1000' }),
      // Too little for the heavy chart: its render is ended by the clock, with CPU left.
      startProduction({ RENDER_WALL_MS: '100', RATE_LIMIT: '1000' }),
    ]);
  });
  afterAll(async () => {
    await browser.close();
    await Promise.all([server.stop(), impatient.stop()]);
  });

  for (const code of servedCodes)
    it(`${code} explains itself`, async () => {
      const w = await walk(browser, code === 'render_timeout' ? impatient.url : server.url);
      await provoked[code](w);
      const card = w.card(code);
      await card.waitFor();
      const row = errorRow(code);
      expect(await card.getByRole('heading', { level: 3 }).textContent()).toBe(row.title);
      const text = (await card.textContent()) ?? '';
      expect(text).toContain(String(row.status));
      expect(text).toContain(row.fix);
      expect(text.includes('Retrying will not help')).toBe(row.retry === 'never');
      // 404 and 415 reach an endpoint's edge before an id is given only if something is wrong with the server.
      expect(text).toContain('Request id');
      await w.close();
    });

  it('leads from a field of the server’s details to the JSON', async () => {
    const w = await walk(browser, server.url);
    await w.write(
      JSON.stringify(
        { type: 'bar', data: { labels: ['A'], datasets: [{ data: [1] }] }, width: 9000 },
        null,
        2,
      ),
    );
    await w.render();
    await w.card('invalid_spec').getByRole('button', { name: /width/ }).click();
    const selected = await w.editor.evaluate((area: HTMLTextAreaElement) =>
      area.value.slice(area.selectionStart, area.selectionEnd),
    );
    expect(selected).toBe('9000');
    await w.close();
  });

  it('names plan, usage and upgrade address of a 402', async () => {
    const w = await walk(browser, server.url);
    await provoked.quota_exceeded(w);
    const text = (await w.card('quota_exceeded').textContent())?.replace(/\u202f/g, ' ');
    expect(text).toContain('10 000 of 10 000 renders');
    expect(text).toContain('trial');
    await w.close();
  });

  it('tells a server that is gone from one that refuses', async () => {
    const w = await walk(browser, server.url, {
      before: (page) =>
        page.route('**/api/v1/render*', (route) => route.abort('connectionrefused')).then(() => {}),
    });
    await w.render();
    await w.card('network_error').waitFor();
    expect(await w.card('network_error').textContent()).toContain('No answer came back');
    await w.close();
  });
});
