// Two tabs of one page whose waits end: their sends never overlap, and what one is told, the other waits for. In real time.
import type { Page, Route } from 'playwright-core';
import { describe, expect, it } from 'vitest';
import { noBrowser, type Walk } from '../support/page.ts';
import { deadlineOf, drawn, picture, refusal, setHidden, timer } from '../support/retry-stub.ts';
import { stage } from '../support/stage.ts';

/** Settles when `open` is called. */
function gate() {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open };
}

const limited = (seconds: number) => (route: Route) =>
  refusal(route, { status: 429, headers: { 'Retry-After': String(seconds) } });
const pending = (page: Page) =>
  page.evaluate(async () => (await navigator.locks.query()).pending?.length ?? 0);

describe.skipIf(noBrowser())('several tabs', () => {
  const set = stage();

  /** Two tabs, and what the API answers to each; every send is kept with its tab and its time. */
  const twoTabs = async (act: (w: Walk, tabs: Tab[]) => Promise<void>) => {
    const w = await set.walk();
    const second = await w.context.newPage();
    await second.goto(set.url);
    await second.getByRole('textbox', { name: 'Chart JSON' }).waitFor();
    const tabs: Tab[] = [];
    for (const page of [w.page, second]) {
      page.setDefaultTimeout(10_000);
      const tab: Tab = { page, sent: [], first: limited(1), later: drawn, underWay: false };
      await page.route('**/api/v1/render', async (route) => {
        tab.sent.push(Date.now());
        // What a person sends at first takes no turn.
        if (tab.sent.length === 1) return tab.first(route);
        tab.underWay = true;
        await tab.later(route).finally(() => {
          tab.underWay = false;
        });
      });
      tabs.push(tab);
    }
    await act(w, tabs);
    await w.close();
  };
  type Answer = (route: Route) => Promise<void>;
  type Tab = { page: Page; sent: number[]; first: Answer; later: Answer; underWay: boolean };
  const render = async ({ page }: Tab) => {
    await page.getByRole('button', { name: 'Render', exact: true }).click();
    await timer(page).waitFor();
  };
  const oneSendsAndOneQueues = ([one, two]: Tab[]) =>
    expect
      .poll(async () => one && two && [await pending(one.page), one.sent.length + two.sent.length], {
        timeout: 10_000,
      })
      .toEqual([1, 3]);
  const pair = ([one, two]: Tab[]): [Tab, Tab] =>
    one && two ? [one, two] : expect.fail('there are not two tabs');

  it('send one after the other, none before its deadline', () =>
    twoTabs(async (_w, tabs) => {
      // Whoever comes first is answered only when the other one stands in the queue.
      const held = gate();
      let overlaps = 0;
      for (const tab of tabs)
        tab.later = async (route) => {
          if (tabs.some((other) => other !== tab && other.underWay)) overlaps++;
          await held.opened;
          await drawn(route);
        };
      const deadlines: number[] = [];
      for (const tab of tabs) {
        await render(tab);
        deadlines.push(await deadlineOf(tab.page));
      }
      await oneSendsAndOneQueues(tabs);
      held.open();
      for (const { page } of tabs) await picture(page).waitFor();
      expect(overlaps).toBe(0);
      tabs.forEach(({ sent }, i) => {
        expect(sent).toHaveLength(2);
        expect(sent[1]).toBeGreaterThanOrEqual((deadlines[i] ?? 0) - 5);
      });
    }));

  it('wait for what another one has just been told, with the same key', () =>
    twoTabs(async (_w, tabs) => {
      const [one, two] = pair(tabs);
      const held = gate();
      let taken = 0;
      for (const tab of tabs)
        tab.later = async (route) => {
          const isFirst = taken++ === 0;
          await held.opened;
          await (isFirst ? limited(4) : drawn)(route);
        };
      for (const tab of tabs) await render(tab);
      await oneSendsAndOneQueues(tabs);
      const [told, other] = one.sent.length === 2 ? [one, two] : [two, one];
      held.open();
      await other.page.getByText('Another tab with the same key was told to wait this long').waitFor();
      // The same words may still tell of the wait before this one.
      await expect.poll(() => deadlineOf(other.page)).toBeGreaterThanOrEqual((told.sent[1] ?? 0) + 4000);
      const deadline = await deadlineOf(other.page);
      for (const { page } of tabs) await picture(page).waitFor();
      expect(other.sent[1]).toBeGreaterThanOrEqual(deadline - 5);
      expect(told.sent[2]).toBeGreaterThanOrEqual(deadline - 5);
      expect([told.sent.length, other.sent.length]).toEqual([3, 2]);
    }));

  it('a tab that is opened later asks the others what they were told', () =>
    twoTabs(async (_w, tabs) => {
      const [one, two] = pair(tabs);
      two.first = limited(3);
      await render(two);
      one.first = limited(6);
      await render(one);
      const deadline = await deadlineOf(one.page);
      // The reload forgets what this tab has heard, and keeps its own, earlier deadline.
      await two.page.reload();
      await two.page.getByText('Another tab with the same key was told to wait this long').waitFor();
      expect(await deadlineOf(two.page)).toBe(deadline);
      expect(two.sent).toHaveLength(1);
    }));

  it('“Retry now” waits for nobody', () =>
    twoTabs(async (_w, tabs) => {
      const held = gate();
      for (const tab of tabs) tab.later = (route) => held.opened.then(() => drawn(route));
      for (const tab of tabs) await render(tab);
      const [one, two] = pair(tabs);
      await oneSendsAndOneQueues(tabs);
      const [sending, queued] = one.underWay ? [one, two] : [two, one];
      await queued.page.getByRole('button', { name: 'Retry now' }).click();
      await expect.poll(() => queued.sent.length).toBe(2);
      expect(sending.underWay).toBe(true);
      expect(await pending(one.page)).toBe(0);
      held.open();
      for (const { page } of tabs) await picture(page).waitFor();
    }));

  it('one that is hidden in the queue lets the other one go first', () =>
    twoTabs(async (_w, tabs) => {
      const [one, two] = pair(tabs);
      await setHidden(one.page, true);
      for (const tab of tabs) await render(tab);
      await picture(two.page).waitFor();
      expect(one.sent).toHaveLength(1);
      await setHidden(one.page, false);
      await picture(one.page).waitFor();
    }));

  it('where the browser has no locks, each still sends after its own deadline', async () => {
    const w = await set.walk({
      before: async (page) => {
        await page.addInitScript(() => Object.defineProperty(navigator, 'locks', { value: undefined }));
      },
    });
    const sent: number[] = [];
    await w.page.route('**/api/v1/render', (route) => {
      sent.push(Date.now());
      return sent.length === 1 ? limited(1)(route) : drawn(route);
    });
    await w.render();
    await timer(w.page).waitFor();
    const deadline = await deadlineOf(w.page);
    await picture(w.page).waitFor();
    expect(sent[1]).toBeGreaterThanOrEqual(deadline - 5);
    await w.close();
  });
});
