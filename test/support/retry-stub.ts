// In: a page. Out: an API that answers as it is told to, a clock that stands still until it is moved, and the moves of a retry.
import type { Page, Route } from 'playwright-core';

export type Reply = { status: number; headers?: Record<string, string>; body?: object };

/** A transparent pixel. */
const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);

export const drawn = (route: Route): Promise<void> =>
  route.fulfill({ status: 200, contentType: 'image/png', body: PNG });

/** A refusal as the API writes it; the Date is that of the page's clock unless it is given. */
export const refusal = (route: Route, { status, headers = {}, body }: Reply): Promise<void> =>
  route.fulfill({
    status,
    headers: { 'Content-Type': 'application/json', ...headers },
    body: JSON.stringify(body ?? { error: status === 429 ? 'Rate limit exceeded' : 'Service overloaded' }),
  });

export type Api = { sent: number[]; answer: (route: Route) => Promise<void> };

/** Answers every render with what `answer` does at the time, and keeps the moments at which they were sent. */
export async function stubApi(page: Page, answer: Api['answer'] = drawn): Promise<Api> {
  const api: Api = { sent: [], answer };
  await page.route('**/api/v1/render', (route) => {
    api.sent.push(Date.now());
    return api.answer(route);
  });
  return api;
}

/** Puts the page into the background or back, as the browser would tell it. */
export const setHidden = (page: Page, hidden: boolean): Promise<void> =>
  page.evaluate((value) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => value });
    Object.defineProperty(document, 'visibilityState', {
      configurable: true,
      get: () => (value ? 'hidden' : 'visible'),
    });
    document.dispatchEvent(new Event('visibilitychange'));
  }, hidden);

export const timer = (page: Page) => page.getByRole('timer');
export const picture = (page: Page) => page.getByRole('img', { name: 'Rendered chart' });
export const retryButton = (page: Page) => page.locator('.retry-block .retry');
export const deadlineOf = async (page: Page): Promise<number> =>
  Date.parse((await timer(page).getAttribute('data-deadline')) ?? '');
