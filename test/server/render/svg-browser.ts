// In: SVG files. Out: how a real browser, which has the bundled font, reads and shows them.
import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { launch } from '../../support/page.ts';
import { FONTS } from './a-chart.ts';

/** What the browser's XML parser found; `fault` is its complaint. */
export interface Reading {
  fault: string;
  /** Names of all elements, each once. */
  elements: string[];
  attributes: string[];
  texts: string[];
}

const WEIGHTS = { 400: 'Regular', 600: 'SemiBold', 700: 'Bold' };

const fontFaces = Object.entries(WEIGHTS).map(([weight, name]) => {
  const file = readFileSync(`${FONTS}/Inter-${name}.woff2`).toString('base64');
  return `@font-face { font-family: Inter; font-weight: ${weight}; src: url(data:font/woff2;base64,${file}) }`;
});

export async function openBrowser() {
  const browser = await launch();

  async function pageOf(ratio: number) {
    const page = await browser.newPage({ deviceScaleFactor: ratio });
    await page.setContent(`<style>${fontFaces.join('')} body { margin: 0 } svg { display: block }</style>`);
    await page.evaluate(
      (weights) => Promise.all(weights.map((weight) => document.fonts.load(`${weight} 12px Inter`))),
      Object.keys(WEIGHTS),
    );
    return page;
  }

  return {
    close: () => browser.close(),

    async read(svg: string): Promise<Reading> {
      const page = await browser.newPage();
      const reading = await page.evaluate((text) => {
        const document = new DOMParser().parseFromString(text, 'image/svg+xml');
        const all = [...document.querySelectorAll('*')];
        const once = (names: string[]) => [...new Set(names)].sort();
        return {
          fault: document.querySelector('parsererror')?.textContent ?? '',
          elements: once(all.map(({ tagName }) => tagName)),
          attributes: once(all.flatMap((element) => element.getAttributeNames())),
          texts: [...document.querySelectorAll('title, text')].map(({ textContent }) => textContent ?? ''),
        };
      }, svg);
      await page.close();
      return reading;
    },

    /** The pixels of the drawing in a page, at so many device pixels per px. */
    async show(svg: string, ratio: number): Promise<PNG> {
      const page = await pageOf(ratio);
      await page.evaluate((text) => document.body.insertAdjacentHTML('beforeend', text), svg);
      const shot = await page.locator('body > svg').screenshot();
      await page.close();
      return PNG.sync.read(shot);
    },
  };
}

export type Browser = Awaited<ReturnType<typeof openBrowser>>;
