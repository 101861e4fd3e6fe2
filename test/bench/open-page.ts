// In: a browser, a server, and what this browser is to remember from an earlier visit. Out: a page that begins with that.
import type { Browser, Page } from 'playwright-core';

export type Visit = {
  /** The draft of the last visit; without one the page begins with its first example. */
  text?: string;
  simpleEditor?: boolean;
};

/** A fresh context: nothing cached. Closing the page's context is the caller's. */
export async function openPage(browser: Browser, visit: Visit = {}): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  page.on('pageerror', (error) => console.error(`The page failed: ${error.message}`));
  // The loader that runs this file names functions through a helper, which the page does not have.
  await page.addInitScript('globalThis.__name = (it) => it');
  await page.addInitScript(({ text, simpleEditor = false }) => {
    const keep = (name: string, value: object) =>
      localStorage.setItem(`chart-playground.${name}`, JSON.stringify({ v: 1, ...value }));
    keep('settings', { theme: 'light', autoRetry: false, simpleEditor });
    if (text !== undefined) keep('draft', { text, savedAtMs: 0 });
  }, visit);
  return page;
}

export const MONACO = '.monaco-editor .view-lines';
