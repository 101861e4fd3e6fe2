// In: a browser and a server. Out: a page as a person sees it, with the moves of the walks, and a watch over what must never
// happen: an error in the console, a request to another origin, a breach of the page's Content-Security-Policy.
import { type Browser, type BrowserContext, chromium, type Locator, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

export const launch = (): Promise<Browser> =>
  chromium.launch({
    executablePath: inject('chromium'),
    args: ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'],
  });

/** True where no browser is to be had: the flows are skipped, and the run has said so. */
export const noBrowser = (): boolean => inject('chromium') === '';

/** What a phone shows one at a time; wider screens have them all. */
type Part = 'Design' | 'JSON' | 'Picture' | 'Request';

export type Walk = {
  page: Page;
  context: BrowserContext;
  editor: Locator;
  /** Turns to a part of the page where the screen is too small for all of them. */
  part: (name: Part) => Promise<void>;
  /** Replaces the whole text as a person would: select all, type or paste. */
  write: (text: string) => Promise<void>;
  render: () => Promise<void>;
  chooseKey: (key: string) => Promise<void>;
  card: (code: string) => Locator;
  clipboard: () => Promise<string>;
  /** Presses a copy button and gives what it copied; what lay in the clipboard before is gone. */
  copied: (button: string) => Promise<string>;
  /** What must never happen; empty when all is well. A refusal that was asked for is no fault. */
  faults: string[];
  close: () => Promise<void>;
};

export type WalkOptions = {
  width?: number;
  height?: number;
  dark?: boolean;
  /** The system's own few colours in place of the page's, as in Windows' high contrast. */
  contrast?: boolean;
  simple?: boolean;
  hash?: string;
  before?: (page: Page) => Promise<void>;
  /** Lets the page keep itself for times without a network; elsewhere that would hide what a lost server does. */
  keeps?: boolean;
};

export async function walk(browser: Browser, url: string, options: WalkOptions = {}): Promise<Walk> {
  const {
    width = 1440,
    height = 900,
    dark = false,
    contrast = false,
    simple = true,
    hash = '',
    keeps = false,
  } = options;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: dark ? 'dark' : 'light',
    reducedMotion: 'reduce',
    forcedColors: contrast ? 'active' : 'none',
    permissions: ['clipboard-read', 'clipboard-write'],
    serviceWorkers: keeps ? 'allow' : 'block',
  });
  const page = await context.newPage();
  const faults = watch(page, url);
  await page.addInitScript(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
      console.error(`Content-Security-Policy: ${violatedDirective} ${blockedURI}`),
    ),
  );
  await page.addInitScript((simpleEditor) => {
    // A page without an origin, such as about:blank, has no storage to prepare.
    if (location.protocol !== 'http:' || localStorage.getItem('chart-playground.settings')) return;
    localStorage.setItem(
      'chart-playground.settings',
      JSON.stringify({ v: 1, theme: 'system', autoRetry: true, simpleEditor }),
    );
  }, simple);
  await options.before?.(page);
  await page.goto(url + (hash ? `/${hash}` : '/'));
  const editor = page.getByRole('textbox', { name: 'Chart JSON' });
  await editor.waitFor();
  const chooser = page.getByRole('combobox', { name: 'API key' });
  // A phone shows one part of the page at a time.
  const part = async (name: Part) => {
    if (width > 700) return;
    const tabs = page.getByRole('navigation', { name: 'Parts of the page' });
    await tabs.getByRole('button', { name }).click();
  };
  return {
    page,
    context,
    editor,
    part,
    faults,
    write: async (text) => {
      await part('JSON');
      await editor.focus();
      await page.keyboard.press('Control+A');
      await page.keyboard.insertText(text);
    },
    render: async () => {
      await part('Request');
      await page.getByRole('button', { name: 'Render', exact: true }).click();
    },
    chooseKey: async (key) => {
      await part('Request');
      await chooser.selectOption(key);
    },
    card: (code) => page.locator(`[data-error-code="${code}"]`),
    clipboard: () => page.evaluate(() => navigator.clipboard.readText()),
    copied: async (button) => {
      const read = () => page.evaluate(() => navigator.clipboard.readText());
      await page.evaluate(() => navigator.clipboard.writeText(''));
      await page.getByRole('button', { name: button, exact: true }).click();
      await expect.poll(read).not.toBe('');
      return read();
    },
    close: async () => {
      await context.close();
      expect(faults).toEqual([]);
    },
  };
}

function watch(page: Page, url: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`page error: ${error.message}`));
  page.on('console', (message) => {
    // The browser itself reports every refused request; those are what these walks ask for.
    if (message.type() === 'error' && !/^Failed to load resource/.test(message.text()))
      faults.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    if (!request.url().startsWith(url) && !/^(data|blob|about):/.test(request.url()))
      faults.push(`left the origin: ${request.url()}`);
  });
  return faults;
}

export const barChart = (labels: readonly string[] = ['A', 'B', 'C'], extra: object = {}): string =>
  JSON.stringify({
    type: 'bar',
    data: { labels, datasets: [{ label: 'S', data: labels.map((_, i) => i + 1) }] },
    ...extra,
  });
