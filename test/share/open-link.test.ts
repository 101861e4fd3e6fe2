// In: links of every form, in everything that links are pasted in. Out: whether they open, to what, and what they say when they do not.
import { describe, expect, test } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { imageChartsPath } from '#shared/image-charts-url.ts';
import { renderPath } from '#shared/render-url.ts';
import { shortestPath } from '#shared/short-url.ts';
import { templateSpec } from '#shared/templates/template-spec.ts';
import { templates } from '#shared/templates/templates.ts';
import { editHash } from '../../src/share/edit-link.ts';
import { looksLikeChartUrl } from '../../src/share/open/looks-like-chart-url.ts';
import { openLink } from '../../src/share/open/open-link.ts';
import { curlSnippet, fetchSnippet, pythonSnippet } from '../../src/share/snippets/code.ts';
import {
  emailSnippet,
  htmlSnippet,
  markdownSnippet,
  markdownWithSource,
  slackSnippet,
} from '../../src/share/snippets/markup.ts';
import type { Shown } from '../../src/share/snippets/shown.ts';
import { smallChart, specOf } from '../fixtures/charts.ts';
import { randomChart } from '../fixtures/random-chart.ts';
import fc, { runs } from '../support/properties.ts';
import { editLinks, errorLinks, imageUrls } from './link-corpus.ts';

const host = 'https://charts.example';
const opened = (pasted: string) => {
  const reading = openLink(pasted);
  if (!reading.ok) throw new Error(reading.sentence);
  return reading;
};
const chartIn = (pasted: string): unknown => JSON.parse(opened(pasted).text);
/** What is no whole chart is compared as it stands. */
const specOrText = (chart: unknown): unknown => {
  const reading = readSpec(chart);
  return reading.ok ? reading.spec : chart;
};
const refused = (pasted: string): string => {
  const reading = openLink(pasted);
  return reading.ok ? `opened: ${reading.what}` : reading.sentence;
};

describe('the frozen corpus opens', () => {
  test.each([...editLinks, ...errorLinks])('%s', (hash, text) => {
    expect(opened(`${host}/${hash}`).text).toBe(text);
    expect(opened(hash).text).toBe(text);
  });
  test.each(imageUrls)('%s', (path, chart) => {
    expect(chartIn(host + path)).toEqual(chart);
    expect(chartIn(path)).toEqual(chart);
  });
  test('every template', () => {
    for (const { id } of templates) {
      const path = `/api/v1/templates/${id}/render?title=Mine&width=640`;
      const drawn = templateSpec(id, 'title=Mine&width=640');
      expect(specOf(chartIn(host + path))).toEqual(drawn?.ok && drawn.spec);
    }
  });
});

describe('there and back', () => {
  const charts = fc.integer({ min: 1, max: 9999 }).map(randomChart);
  test('Chart-Output: opened and copied again, the URL is identical, plain and shortest', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const plain = renderPath(chart);
        expect(renderPath(chartIn(host + plain))).toBe(plain);
        const short = shortestPath(chart, 'chart-output') ?? '';
        expect(shortestPath(chartIn(host + short), 'chart-output')).toBe(short);
      }),
      runs(60, 8),
    );
  });
  test('Image-Charts: the same', () => {
    fc.assert(
      fc.property(charts, (chart) => {
        const plain = imageChartsPath(chart);
        expect(imageChartsPath(chartIn(host + plain))).toBe(plain);
        const short = shortestPath(chart, 'image-charts') ?? '';
        expect(shortestPath(chartIn(host + short), 'image-charts')).toBe(short);
      }),
      runs(60, 9),
    );
  });
  test('any other URL settles after one time through the editor', () => {
    for (const [path] of imageUrls) {
      const once = chartIn(host + path);
      expect(specOrText(chartIn(host + renderPath(once)))).toEqual(specOrText(once));
      expect(renderPath(chartIn(host + renderPath(once)))).toBe(renderPath(once));
    }
  });
});

describe('in what links are pasted in', () => {
  const chart = { ...smallChart(), width: 640 };
  const url = host + renderPath(chart);
  const strange = `${host}${imageChartsPath({ ...smallChart(), options: { plugins: { title: { text: "It's (a) *b*", display: true } } } })}`;
  const shown: Shown = {
    ...{ url, doubleUrl: `${url}&scale=2`, width: 640, height: 400, format: 'png', alt: 'It\'s "x" [y] <z>' },
    ...{ title: 'T', editLink: `${host}/${editHash('{"type":"pie"}')}` },
  };
  const asked = {
    url,
    chart: undefined,
    format: 'png',
    withKey: true,
    alt: 'A',
    width: 640,
    height: 400,
  } as const;
  test.each<[what: string, pasted: string]>([
    ['HTML', htmlSnippet(shown)],
    ['Markdown', markdownSnippet(shown)],
    ['Markdown', markdownWithSource(shown)],
    ['HTML', emailSnippet(shown)],
    ['a Slack block', slackSnippet(shown)],
    ['a curl command', curlSnippet(asked)],
    ['a curl command', `$ curl -o x.png "${url}"`],
    ['the text', fetchSnippet(asked)],
    ['the text', pythonSnippet(asked)],
    ['the text', `Look at this: ${url}, please.`],
    ['HTML', `<a href='${url}'>chart</a>`],
    ['Markdown', `see [the chart](<${url}>)`],
  ])('%s: %s', (what, pasted) => {
    const reading = opened(pasted);
    expect(JSON.parse(reading.text)).toEqual(chart);
    expect(reading.what).toContain(`, in ${what}`);
  });

  test.each([
    `<${url}>`,
    `"${url}"`,
    `${url}.`,
    `  ${url}\n\nand more`,
    `${url}#top`,
    url.split('?')[1] ?? '',
    url.split('chart=')[1] ?? '',
  ])('bare: %s', (pasted) => expect(chartIn(pasted)).toEqual(chart));

  test('an address full of quotes and brackets, in HTML and in Markdown', () => {
    const direct = chartIn(strange);
    expect(chartIn(htmlSnippet({ ...shown, url: strange, doubleUrl: undefined }))).toEqual(direct);
    expect(chartIn(markdownSnippet({ ...shown, url: strange }))).toEqual(direct);
    expect(chartIn(`![x](${strange})`)).toEqual(direct);
  });

  test('a chart in the body of a command', () => {
    const pasted = curlSnippet({
      ...asked,
      url: `${host}/api/v1/render`,
      chart: { ...chart, format: 'svg' },
    });
    expect(chartIn(pasted)).toEqual({ ...chart, format: 'svg' });
    expect(opened(pasted).leftOut).toEqual(['Authorization (a credential)']);
  });

  test.each([
    encodeURIComponent(url),
    url.replace(/[=&?]/g, encodeURIComponent),
    `${host}/chart.js/4?c=${encodeURIComponent(encodeURIComponent(JSON.stringify(chart)))}&width=640&height=400`,
    `https://eu.safelinks.example/?url=${encodeURIComponent(url)}&data=05`,
  ])('encoded once too often, or passed on by another page: %s', (pasted) => {
    expect(chartIn(pasted)).toMatchObject(chart);
    expect(opened(pasted).notes).toHaveLength(1);
  });

  test('an edit link encoded once more', () => {
    expect(opened(encodeURIComponent(shown.editLink)).text).toBe('{"type":"pie"}');
  });
});

describe('what is no part of a chart is left out, and told', () => {
  test.each<[pasted: string, leftOut: string[]]>([
    [
      `${host}${renderPath(smallChart())}&key=pk_live_1&utm_source=x&returnUrl=true`,
      ['key (a credential)', 'utm_source', 'returnUrl'],
    ],
    [
      `${host}${imageChartsPath(smallChart())}&icac=me&ichm=abc`,
      ['icac (a credential)', 'ichm (a credential)'],
    ],
    [`${host}/chart.js/4?c={type:'bar',data:{labels:['a'],datasets:[{data:[1]}]},plugins:[1]}`, ['plugins']],
  ])('%s', (pasted, leftOut) => {
    expect(opened(pasted).leftOut).toEqual(leftOut);
    expect(opened(pasted).text).not.toMatch(/pk_live|ichm|returnUrl/);
  });

  test('the answer in an error link', () => {
    expect(opened(errorLinks[0]?.[0] ?? '').leftOut[0]).toMatch(/^the answer it holds/);
  });
});

test('a chart is told in words, a faulty one by its problems', () => {
  expect(opened(host + renderPath(smallChart())).shows).toBe(
    'Bar chart. Jan to Mar. Revenue: falling from 3 to 2, lowest 1 (Feb).',
  );
  expect(opened(`${host}/api/v1/render?type=bar&labels=a`).shows).toBe(
    'It has a problem that the editor will mark.',
  );
});

describe('what cannot be opened says why', () => {
  const [hash] = editLinks[3] ?? [''];
  test.each<[pasted: string, sentence: RegExp]>([
    ['', /There is no link/],
    ['just words', /There is no link/],
    ['https://example.com/', /No chart is in this address/],
    [`${host}/renders/0123456789abcdef0123456789abcdef.png`, /keeps the picture, and not the chart/],
    ['https://image-charts.example/chart?cht=bvs&chd=t:1,2&chs=1x1', /older language/],
    ['https://charts.example/chart/render/zf-12345', /holds only an id/],
    [`${host}/api/v1/templates/nobody/render`, /no template “nobody”/],
    [`${host}/api/v1/render?chart=%%%`, /In chart: /],
    [`${host}/api/v1/render?chart=YQ`, /In chart: The decoded text is not JSON/],
    [`${host}/chart.js/4?width=500`, /"value" must contain at least one of/],
    [`${host}/chart.js/4?c={type:'bar',options:{onClick:function(){}}}`, /functions cannot be sent/],
    [`${host}/chart?c={type:'bar',data:{`, /is not JSON/],
    [`${host}/${hash.slice(0, -9)}`, /cannot be opened. Its end is missing/],
    [`${host}/${hash.replace('d1', 'q9')}`, /newer version/],
    [`${host}/${hash.replace(/.(?=.{9}$)/, '!')}`, /Characters in it were changed/],
  ])('%s', (pasted, sentence) => expect(refused(pasted)).toMatch(sentence));

  test('property: whatever is pasted is answered, in words', () => {
    const pieces = fc.constantFrom(
      'https://',
      '?c=',
      '&chart=',
      '{',
      '}',
      '%7B',
      '%',
      '#v1.d1.',
      '<img src=',
      '![',
      '](',
      'curl ',
      "'",
      '"',
      '/chart.js/4',
      '/templates/',
      '\n',
      ' ',
      'eyJ0',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(pieces, fc.string()), { maxLength: 20 }), (parts) => {
        const reading = openLink(parts.join(''));
        expect(reading.ok ? reading.what : reading.sentence).toBeTruthy();
        expect(typeof looksLikeChartUrl(parts.join(''))).toBe('boolean');
      }),
      runs(500),
    );
  });
});

test('what should be offered for a paste: addresses of charts, bare or in snippets', () => {
  const offered = [
    ...imageUrls.map(([path]) => host + path),
    ...editLinks.map(([hash]) => `${host}/${hash}`),
    editLinks[1]?.[0] ?? '',
  ];
  for (const pasted of [
    ...offered,
    `![x](${offered[0]})`,
    `<img src="${offered[4]}">`,
    `curl '${offered[0]}'`,
  ])
    expect([pasted, looksLikeChartUrl(pasted)]).toEqual([pasted, true]);
  const other = [
    '',
    '{"type":"bar"}',
    'https://example.com/',
    'a,b\n1,2',
    `curl '${offered[0]}'\nHTTP/1.1 400 Bad Request`,
    '{"error":"x"}',
    '// https://x.io?c=1',
  ];
  for (const pasted of other) expect([pasted, looksLikeChartUrl(pasted)]).toEqual([pasted, false]);
});

test('a whole chart is read, whatever its text holds', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (label) => {
      const chart = {
        type: 'bar',
        data: { labels: [label], datasets: [{ data: [1] }] },
        width: 500,
        height: 300,
      };
      expect(chartIn(host + imageChartsPath(chart))).toEqual(chart);
      expect(readSpec(chartIn(host + (shortestPath(chart, 'image-charts') ?? '')))).toEqual(readSpec(chart));
    }),
  );
});
