// Attempts that get no answer, in real time: the cause that is found, the evidence for it, and what a lost network does to a wait.

import { once } from 'node:events';
import { readdirSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Evidence, ProbeQuestion } from '../../src/request/probe.ts';
import { noBrowser, type Walk, walk } from '../support/page.ts';
import { startProduction } from '../support/production-server.ts';
import { deadlineOf, drawn, picture, refusal, stubApi, timer } from '../support/retry-stub.ts';
import { stage } from '../support/stage.ts';

const causeOf = (w: Walk, cause: string) => w.page.locator(`.network-evidence[data-cause="${cause}"]`);
/** What the page fetches ahead for such cases has arrived. */
const restLoaded = async (w: Walk) => {
  const names = () =>
    w.page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .map(({ name }) => name)
        .join(' '),
    );
  for (const part of ['refusal-', 'probe-', 'prober-'])
    await expect.poll(names, { timeout: 15_000 }).toContain(part);
};
const evidence = (w: Walk) => w.page.getByRole('list', { name: 'What was tried' }).getByRole('listitem');

describe.skipIf(noBrowser())('no answer', () => {
  const set = stage();

  it('because it was cut in the middle, really: the health endpoint is asked once, and is the witness', async () => {
    const w = await set.walk();
    const asked: string[] = [];
    w.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await w.chooseKey('pk_test_drop');
    await w.render();
    await causeOf(w, 'cut').waitFor();
    expect(await evidence(w).allInnerTexts()).toEqual([
      'This device’s network: There is one.',
      'This request: Its answer began and did not end.',
      `${set.url}/healthz: Answered 200.`,
    ]);
    expect(await w.page.locator('body').innerText()).not.toContain('Failed to fetch');
    await picture(w.page).waitFor();
    expect(asked.filter((path) => path === '/healthz')).toHaveLength(1);
    expect(asked.filter((path) => path === '/api/v1/render')).toHaveLength(2);
    await w.close();
  });

  it('because it was cut before one began', async () => {
    const w = await set.walk();
    const api = await stubApi(w.page, (route) => route.abort('connectionreset'));
    await w.render();
    await causeOf(w, 'dropped').waitFor();
    expect(await w.page.getByRole('region', { name: 'Cause' }).innerText()).toMatch(
      /^The server is there, but the connection ended before it answered\./,
    );
    api.answer = drawn;
    await picture(w.page).waitFor();
    expect(api.sent).toHaveLength(2);
    await w.close();
  });

  it('from a server that was stopped', async () => {
    const server = await startProduction();
    const there = await walk(set.browser, server.url);
    await restLoaded(there);
    await server.stop();
    await there.render();
    await causeOf(there, 'down').waitFor();
    expect(await there.page.getByRole('region', { name: 'Cause' }).innerText()).toContain(
      'The server does not answer.',
    );
    await there.close();
  });

  it('without a network', async () => {
    const w = await set.walk();
    await restLoaded(w);
    await w.context.setOffline(true);
    await w.render();
    await causeOf(w, 'offline').waitFor();
    expect(await evidence(w).allInnerTexts()).toEqual(['This device’s network: There is none.']);
    await w.page.locator('.countdown').getByText('waiting for network').waitFor();
    await w.close();
  });

  it('in time is not called a lost connection', async () => {
    const w = await set.walk({
      before: async (page) => {
        await page.addInitScript(() => {
          const bound = AbortSignal.timeout;
          // The page’s own bound of 30 s, shortened.
          AbortSignal.timeout = (ms) => bound.call(AbortSignal, ms === 30_000 ? 700 : ms);
        });
      },
    });
    let release: () => void = () => undefined;
    const api = await stubApi(
      w.page,
      () =>
        new Promise<void>((resolve) => {
          release = resolve;
        }),
    );
    await w.render();
    await w.card('time_out').waitFor();
    expect(await w.page.getByRole('region', { name: 'Cause' }).count()).toBe(0);
    api.answer = drawn;
    await picture(w.page).waitFor();
    expect(api.sent).toHaveLength(2);
    release();
    await w.close();
  });

  it('a simulated failure is looked into by nobody', async () => {
    const w = await set.walk();
    const asked: string[] = [];
    w.page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await w.page.goto(`${set.url}/errors`);
    await w.page
      .locator('tr[data-error-code="network_error"]')
      .getByRole('button', { name: 'Simulate', exact: true })
      .click();
    await w.page.locator('.lab-result [data-error-code="network_error"]').waitFor();
    expect(await w.page.getByRole('region', { name: 'Cause' }).count()).toBe(0);
    expect(asked).not.toContain('/healthz');
    await w.close();
  });
});

describe.skipIf(noBrowser())('a network that goes away during a wait', () => {
  const set = stage();
  const refusedFor = async (seconds: number) => {
    const w = await set.walk();
    const api = await stubApi(w.page, (route) =>
      refusal(route, { status: 429, headers: { 'Retry-After': String(seconds) } }),
    );
    await w.render();
    await timer(w.page).waitFor();
    api.answer = drawn;
    return { w, api, what: w.page.locator('.countdown .what') };
  };

  it('is said, and when it is back in time the wait goes on', async () => {
    const { w, api, what } = await refusedFor(3);
    const deadline = await deadlineOf(w.page);
    await w.context.setOffline(true);
    await what.getByText('waiting for network').waitFor();
    await w.context.setOffline(false);
    await what.getByText('until the next try, made automatically').waitFor();
    await picture(w.page).waitFor();
    expect(api.sent[1]).toBeGreaterThanOrEqual(deadline - 5);
    await w.close();
  });

  it('a wait that ends meanwhile is ready, and not sent', async () => {
    const { w, api, what } = await refusedFor(1);
    await w.context.setOffline(true);
    const deadline = await deadlineOf(w.page);
    await what.getByText('waiting for network').waitFor();
    await w.page.getByText('The wait ended without a network, so nothing was sent.').waitFor();
    await w.context.setOffline(false);
    await what.getByText('Ready when you are').waitFor();
    await expect.poll(() => Date.now()).toBeGreaterThan(deadline + 700);
    expect(api.sent).toHaveLength(1);
    await w.page.getByRole('button', { name: 'Retry now' }).click();
    await picture(w.page).waitFor();
    await w.close();
  });
});

describe.skipIf(noBrowser())('the search in a real browser', () => {
  const set = stage();
  const servers: Server[] = [];
  let silent = '';
  let open = '';
  let gone = '';

  const listen = async (headers: Record<string, string>) => {
    const server = createServer((_request, response) => response.writeHead(200, headers).end('{}'));
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  };
  beforeAll(async () => {
    silent = await listen({});
    open = await listen({ 'Access-Control-Allow-Origin': '*' });
    gone = await listen({});
    servers[2]?.close();
  });
  afterAll(() => {
    for (const server of servers) {
      server.closeAllConnections();
      server.close();
    }
  });

  /** Runs the page’s own built search, where the page’s policy does not stand in the way unless it is asked for. */
  const search = async (url: string, bypassCSP = true): Promise<Evidence> => {
    const context = await set.browser.newContext({ bypassCSP });
    const page = await context.newPage();
    await page.goto(set.url);
    const built = readdirSync('dist/page/assets').filter((name) => name.endsWith('.js'));
    const [ladder, prober] = ['probe-', 'prober-'].map(
      (start) => `/assets/${built.find((name) => name.startsWith(start))}`,
    );
    const question: ProbeQuestion = {
      url: `${url}/chart.js/4`,
      pageUrl: page.url(),
      method: 'POST',
      headerNames: ['Accept', 'Content-Type'],
      stage: 'connect',
    };
    // As text: the test runner rewrites an import() that it sees.
    const found = await page.evaluate<Evidence>(
      `Promise.all([import('${ladder}'), import('${prober}')]).then(([{ probe }, { proberHere }]) =>
        probe(${JSON.stringify(question)}, proberHere(new AbortController().signal)))`,
    );
    await context.close();
    return found;
  };

  it('a server that lets no other page read is told from one that is not there', async () => {
    const evidence = await search(silent);
    expect(evidence).toMatchObject({
      cause: 'unreadable',
      conclusion: 'The server is there, but does not let this page read its answer',
      needed: [`Access-Control-Allow-Origin: ${set.url}`, 'Access-Control-Allow-Headers: Content-Type'],
    });
    expect(evidence.findings.map(({ fine }) => fine)).toEqual([true, false, true]);
    expect((await search(gone)).cause).toBe('down');
    expect((await search(open)).cause).toBe('dropped');
  });

  it('an address that this page’s own policy forbids is told as such', async () => {
    expect((await search('http://192.0.2.1', false)).cause).toBe('forbidden');
  });
});
