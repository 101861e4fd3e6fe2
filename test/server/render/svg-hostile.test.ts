import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { childEntry } from '../../../server/render/entry.ts';
import { createPool, type RenderPool } from '../../../server/render/pool.ts';
import { specOf } from '../../fixtures/charts.ts';
import { noBrowser } from '../../support/page.ts';
import { FONTS } from './a-chart.ts';
import { type Browser, openBrowser } from './svg-browser.ts';

const ELEMENTS = new Set(['svg', 'title', 'g', 'path', 'circle', 'text', 'clipPath']);
const ATTRIBUTES = new Set([
  ...['xmlns', 'width', 'height', 'viewBox', 'role', 'font-family', 'id', 'd', 'cx', 'cy', 'r', 'x', 'y'],
  ...['fill', 'fill-opacity', 'fill-rule', 'clip-path', 'clip-rule', 'transform', 'xml:space'],
  ...['stroke', 'stroke-opacity', 'stroke-width', 'stroke-miterlimit', 'stroke-linejoin', 'stroke-linecap'],
  ...['stroke-dasharray', 'stroke-dashoffset', 'font-size', 'font-weight', 'font-style', 'text-anchor'],
  ...['textLength', 'lengthAdjust'],
]);

/** Texts and what has to be left of them. */
const hostile: [what: string, given: string, shown: string][] = [
  ['a tag', '"><script>alert(1)</script>', '"><script>alert(1)</script>'],
  ['an attribute', '\' onload="alert(1)" x=\'', '\' onload="alert(1)" x=\''],
  ['the end of CDATA', 'a ]]> b', 'a ]]> b'],
  ['entities', '&lt; &amp; &#x3c;script&#x3e; &xxe;', '&lt; &amp; &#x3c;script&#x3e; &xxe;'],
  ['control characters', 'a\u0000\u0001\u0008\u000b\u001fb', 'ab'],
  ['halves of surrogate pairs', 'a\ud800b\udc00c', 'abc'],
  ['non-characters', 'a\ufffe\uffffb', 'ab'],
  ['text from right to left', 'שלום \u202eabc\u202c عربي', 'שלום \u202eabc\u202c عربي'],
  ['spaces', '  two  spaces ', '  two  spaces '],
  ['line ends and tabs', 'a\r\nb\tc', 'a  b c'],
];

describe.skipIf(noBrowser())('an SVG with hostile text', () => {
  let pool: RenderPool;
  let browser: Browser;

  beforeAll(async () => {
    const now = () => performance.now();
    pool = createPool({ entry: childEntry(FONTS), now, size: 1, spare: 0, places: 50, maxWaitMs: 15_000 });
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
    await pool.close();
  });

  it.each(hostile)('stays text: %s', async (_, given, shown) => {
    const spec = specOf({
      type: 'bar',
      format: 'svg',
      data: { labels: [given], datasets: [{ label: given, data: [1] }, { data: [2] }] },
      options: {
        plugins: { title: { display: true, text: given }, subtitle: { display: true, text: [given, 'x'] } },
        scales: { y: { title: { display: true, text: given } } },
      },
    });
    const { bytes } = await pool.render(spec);
    const reading = await browser.read(bytes.toString('utf8'));
    expect(reading.fault).toBe('');
    expect(reading.elements.filter((name) => !ELEMENTS.has(name))).toEqual([]);
    expect(reading.attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
    const [title, ...texts] = reading.texts;
    expect(title).toBe(shown.trim());
    // Title, subtitle, label, series and the name of the axis.
    expect(texts.filter((text) => text === shown)).toHaveLength(5);
  });

  it.each(['"><script>', 'red" onload="alert(1)', 'url(#x)', "'/><image href='x", 'red;fill:url(x)'])(
    'keeps %s out of its attributes wherever a chart may put text',
    async (text) => {
      const spec = specOf({
        type: 'line',
        format: 'svg',
        data: {
          labels: ['a', 'b'],
          datasets: [{ data: [1, 2], borderColor: text, backgroundColor: [text], pointBorderColor: text }],
        },
        theme: { textPrimary: text, gridColor: text, textSecondary: text },
        options: {
          font: { family: text },
          scales: { x: { ticks: { font: { family: text }, color: text } } },
        },
      });
      const svg = (await pool.render(spec)).bytes.toString('utf8');
      const reading = await browser.read(svg);
      expect(reading.fault).toBe('');
      expect(reading.elements.filter((name) => !ELEMENTS.has(name))).toEqual([]);
      expect(reading.attributes.filter((name) => !ATTRIBUTES.has(name))).toEqual([]);
      expect(svg).not.toContain(text);
      expect(svg).not.toMatch(/script|onload|image|url\(x/);
    },
  );
});
