// In: hostile texts and charts. Out: whether every snippet says what it was made of, read as the language reads it.
import { execFileSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { curlSnippet, fetchSnippet, nodeSnippet, pythonSnippet } from '../../src/share/snippets/code.ts';
import {
  emailSnippet,
  htmlSnippet,
  markdownSnippet,
  markdownWithSource,
  slackSnippet,
} from '../../src/share/snippets/markup.ts';
import type { Asked, Shown } from '../../src/share/snippets/shown.ts';
import { programOrSkip } from '../support/installed.ts';
import fc, { runs } from '../support/properties.ts';

const hostile = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.string({ unit: 'binary' }),
  fc
    .array(
      fc.constantFrom(
        ...[
          '"',
          "'",
          '\\',
          '`',
          '$',
          `$\{x}`,
          '%',
          '%s',
          '\n',
          '\r',
          '\t',
          '\0',
          '</script>',
          '<!--',
          '-->',
          '&amp;',
          '\u2028',
        ],
        ...[
          '](',
          ')',
          '[',
          '|',
          '*',
          '_',
          '~',
          '!',
          '#',
          '{',
          '}',
          '"""',
          "'''",
          '$(id)',
          'é',
          '日本',
          '🎉',
          '\ud83c',
          '\ufeff',
          ' ',
        ],
      ),
    )
    .map((parts) => parts.join('')),
);
const url = 'https://charts.example/api/v1/render?c=e30&width=640';
const shown = (alt: string, more: Partial<Shown> = {}): Shown => ({
  ...{ url, doubleUrl: undefined, width: 800, height: 400, format: 'png', title: alt },
  ...{ editLink: 'https://charts.example/#v1.d1.AwA.8upg' },
  alt,
  ...more,
});
const asked = (chart: unknown, alt = 'A chart', more: Partial<Asked> = {}): Asked => ({
  ...{ url, chart, format: 'png', withKey: false, alt, width: 800, height: 400 },
  ...more,
});
const spaced = (text: string) => text.replace(/\s+/g, ' ').trim();
const entities = (text: string) =>
  text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code))).replace(/&amp;/g, '&');
const attributes = (tag: string) =>
  Object.fromEntries(
    [...tag.matchAll(/([\w-]+)="([^"]*)"/g)].map(([, name, value]) => [name, entities(value ?? '')]),
  );

describe('in markup', () => {
  test('HTML', () => {
    fc.assert(
      fc.property(hostile, (alt) => {
        const text = htmlSnippet(shown(alt));
        expect(text).toMatch(/^<img [^<>]*>$/);
        expect(attributes(text)).toEqual({ src: url, width: '800', height: '400', alt: spaced(alt) });
      }),
    );
  });

  test('HTML with a double for sharp screens, and a link where no picture can be shown', () => {
    expect(attributes(htmlSnippet(shown('a', { doubleUrl: `${url}&scale=2` }))).srcset).toBe(
      `${url}&scale=2 2x`,
    );
    expect(htmlSnippet(shown('a', { format: 'pdf', title: 'Q1 & "Q2"' }))).toBe(
      `<a href="${url.replace('&', '&amp;')}">Q1 &amp; &#34;Q2&#34; (PDF)</a>`,
    );
  });

  const image = /!\[((?:[^\\\]]|\\.)*)\]\(([^()\s]+)\)/s;
  const unescaped = (text: string) => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
  test('Markdown', () => {
    fc.assert(
      fc.property(hostile, (alt) => {
        const tricky = "https://h.io/c?c=%7Ba:'(x)'%7D)";
        const [whole, words = '', address = ''] =
          image.exec(markdownSnippet(shown(alt, { url: tricky }))) ?? [];
        expect(whole).toBe(markdownSnippet(shown(alt, { url: tricky })));
        expect(unescaped(words)).toBe(spaced(alt));
        expect(decodeURIComponent(address)).toBe(decodeURIComponent(tricky));
      }),
    );
  });

  test('Markdown with its source', () => {
    expect(markdownWithSource(shown('a [b]'))).toBe(
      `[![a \\[b\\]](${url})](https://charts.example/#v1.d1.AwA.8upg)`,
    );
  });

  test('a mail: a table for layout, the width in attributes and in style, at most 600 px', () => {
    fc.assert(
      fc.property(hostile, (alt) => {
        const text = emailSnippet(shown(alt));
        const [tag = ''] = /<img [^<>]*>/.exec(text) ?? [];
        expect(attributes(tag)).toMatchObject({
          src: url,
          width: '600',
          height: '300',
          alt: spaced(alt),
          border: '0',
        });
        expect(text.replace(tag, '')).not.toMatch(/<img|<script|<!--/);
      }),
    );
  });

  test('Slack', () => {
    fc.assert(
      fc.property(hostile, (alt) => {
        const { blocks } = JSON.parse(slackSnippet(shown(alt))) as { blocks: Record<string, unknown>[] };
        expect(blocks).toHaveLength(1);
        expect(blocks[0]).toMatchObject({ type: 'image', image_url: url, alt_text: spaced(alt) });
      }),
    );
  });
});

const charts = fc.oneof(
  fc.dictionary(
    hostile.filter((key) => key !== '__proto__'),
    fc.jsonValue(),
  ),
  fc
    .array(hostile)
    .map((labels) => ({ type: 'bar', data: { labels, datasets: [{ data: [1, -0.5, 1e15, null, true] }] } })),
);
const asJson = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('in JavaScript', () => {
  const AsyncFunction = (async () => undefined).constructor as new (
    ...words: string[]
  ) => (...given: unknown[]) => Promise<void>;
  type Call = { url: string; options?: { method: string; headers: Record<string, string>; body: string } };

  async function run(code: string) {
    const calls: Call[] = [];
    const images: Record<string, unknown>[] = [];
    const files: string[] = [];
    const fetched = async (address: string, options?: Call['options']) => {
      calls.push({ url: address, ...(options ? { options } : {}) });
      return new Response('picture');
    };
    const Image = function Image(this: object) {
      images.push(this as Record<string, unknown>);
    };
    await new AsyncFunction('fetch', 'Image', 'document', 'writeFile', code.replace(/^import .*$/m, ''))(
      fetched,
      Image,
      { body: { append: () => undefined } },
      (name: string) => files.push(name),
    );
    return { call: calls[0], image: images[0], file: files[0] };
  }

  test('for a page: any chart, any alternative text, and nothing that ends a script', async () => {
    await fc.assert(
      fc.asyncProperty(charts, hostile, async (chart, alt) => {
        const code = fetchSnippet(asked(chart, alt));
        expect(code).not.toMatch(/<\/|<!--/);
        const { call, image } = await run(code);
        expect(asJson(JSON.parse(call?.options?.body ?? ''))).toEqual(asJson(chart));
        expect(image).toMatchObject({ alt });
      }),
    );
  });

  test('for Node', async () => {
    await fc.assert(
      fc.asyncProperty(charts, async (chart) => {
        const { call, file } = await run(nodeSnippet(asked(chart, '', { withKey: true })));
        expect(JSON.parse(call?.options?.body ?? '')).toEqual(asJson(chart));
        expect(call).toMatchObject({ url, options: { method: 'POST' } });
        expect(file).toBe('chart.png');
      }),
    );
  });

  test('by GET nothing but the address is left', async () => {
    expect((await run(nodeSnippet(asked(undefined)))).call).toEqual({ url });
  });
});

describe('in Python', () => {
  const python = programOrSkip('python3', 'Python snippets');
  /** Runs each snippet in turn, with a network that only writes down what it was asked. */
  const stage = `
import io, json, os, sys, urllib.request
told = []
class Answer(io.BytesIO): pass
def urlopen(request):
    told.append({"url": request.full_url, "method": request.get_method(), "body": request.data and request.data.decode(), "headers": dict(request.header_items())})
    return Answer(b"picture")
urllib.request.urlopen = urlopen
os.chdir(sys.argv[1])
for text in json.load(sys.stdin): exec(compile(text.encode("utf-8", "surrogatepass").decode("utf-8", "replace"), "snippet", "exec"), {})
print(json.dumps(told))
`;
  const run = (snippets: string[]) =>
    JSON.parse(
      execFileSync(python ?? '', ['-c', stage, '/tmp'], {
        input: JSON.stringify(snippets),
        env: { ...process.env, CHART_API_KEY: 'pk "quoted" $HOME', PYTHONIOENCODING: 'utf-8' },
        maxBuffer: 2 ** 26,
      }).toString(),
    ) as { url: string; method: string; body: string | null; headers: Record<string, string> }[];

  test.skipIf(!python)('any chart', () => {
    const samples = fc.sample(charts, runs(200, 7));
    const told = run(samples.map((chart) => pythonSnippet(asked(chart))));
    expect(told.map(({ body }) => JSON.parse(body ?? '') as unknown)).toEqual(samples.map(asJson));
    expect(told[0]).toMatchObject({ url, method: 'POST', headers: { 'Content-type': 'application/json' } });
  });

  test.skipIf(!python)('the key comes from the environment; by GET only the address is left', () => {
    const [keyed, bare] = run([
      pythonSnippet(asked(undefined, '', { withKey: true })),
      pythonSnippet(asked(undefined)),
    ]);
    expect(keyed).toMatchObject({ method: 'GET', headers: { Authorization: 'Bearer pk "quoted" $HOME' } });
    expect(bare).toEqual({ url, method: 'GET', body: null, headers: {} });
  });
});

test('the shell gets key and chart as curl wants them', () => {
  expect(curlSnippet(asked({ a: "it's" }, '', { withKey: true, format: 'jpeg' }))).toBe(
    `curl --fail-with-body -o chart.jpg '${url}' \\\n  -H "Authorization: Bearer $CHART_API_KEY" \\\n  -H 'Content-Type: application/json' \\\n  --data-binary '{"a":"it'\\''s"}'`,
  );
});
