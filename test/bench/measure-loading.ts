// In: a browser, a server and its built files. Out: when a first visit sees its preview and its editor, and what it had to load.
import { readdirSync, readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import type { Browser } from 'playwright-core';
import { MONACO, openPage } from './open-page.ts';

export type Loading = { firstPreviewMs: number[]; monacoMs: number[]; weights: Weights };
/** Bytes of gzip, level 9. */
export type Weights = { firstJs: number; firstCss: number; monacoJs: number; monacoCss: number };

const assets = 'dist/page/assets';

export async function measureLoading(browser: Browser, url: string, visits: number): Promise<Loading> {
  const firstPreviewMs: number[] = [];
  const monacoMs: number[] = [];
  const first = new Set<string>();
  const later = new Set<string>();
  for (let count = 0; count < visits; count++) {
    const page = await openPage(browser);
    await page.addInitScript(noteMoments, MONACO);
    await page.goto(url);
    await page.waitForFunction(() => window.moments?.monacoMs !== undefined);
    const {
      previewMs,
      monacoMs: monaco,
      files,
    } = await page.evaluate(() => ({
      previewMs: window.moments.previewMs ?? Number.NaN,
      monacoMs: window.moments.monacoMs ?? Number.NaN,
      files: performance.getEntriesByType('resource').map(({ name }) => name),
    }));
    firstPreviewMs.push(previewMs);
    monacoMs.push(monaco);
    // By name, not by time: the idle browser may begin with the editor before the picture is on the screen.
    for (const name of files.map((file) => new URL(file).pathname.split('/').at(-1) ?? ''))
      (/^(monaco-editor|editor\.worker)/.test(name) ? later : first).add(name);
    await page.context().close();
  }
  const weights = {
    firstJs: gzipped(first, '.js'),
    firstCss: gzipped(first, '.css'),
    monacoJs: gzipped(later, '.js'),
    monacoCss: gzipped(later, '.css'),
  };
  return { firstPreviewMs, monacoMs, weights };
}

declare global {
  interface Window {
    moments: { previewMs?: number; monacoMs?: number };
  }
}

/** Runs inside the page from its very start; its clock begins with the navigation. */
function noteMoments(monaco: string): void {
  window.moments = {};
  const look = () => {
    // The chart engine styles its canvas in the very task that draws the chart.
    if (document.querySelector('.layer:not([hidden]) canvas[style]'))
      window.moments.previewMs ??= performance.now();
    if (document.querySelector(monaco)?.childElementCount) window.moments.monacoMs ??= performance.now();
    else afterPaint();
  };
  const channel = new MessageChannel();
  channel.port1.onmessage = look;
  const afterPaint = () => requestAnimationFrame(() => channel.port2.postMessage(0));
  afterPaint();
}

const gzipped = (names: ReadonlySet<string>, ending: string): number =>
  readdirSync(assets)
    .filter((name) => names.has(name) && name.endsWith(ending))
    .reduce((sum, name) => sum + gzipSync(readFileSync(`${assets}/${name}`), { level: 9 }).length, 0);
