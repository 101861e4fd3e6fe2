// In: three charts: a plain one, a card full of quotes, one too long for a URL. Out: whether every snippet of the share dialog, run
// as a person would, brings the very bytes that the page's own request brings.
import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { altText } from '#shared/alt-text.ts';
import { LIMITS } from '#shared/limits.ts';
import { editHash, readEditHash } from '../../src/share/edit-link.ts';
import { serverLimit } from '../../src/share/ladder.ts';
import { type Subject, type TargetId, targets, written } from '../../src/share/targets.ts';
import { specOf } from '../fixtures/charts.ts';
import { programOrSkip } from '../support/installed.ts';
import { type ProductionServer, startProduction } from '../support/production-server.ts';

const run = promisify(execFile);
const nasty = `It's "$HOME" \`id\` 100 % <b>&amp;</b> </script> \\n [x](y) *日本* 🎉`;
const charts: Record<string, { type: string; data: object; [key: string]: unknown }> = {
  simple: {
    type: 'bar',
    data: { labels: ['Q1', 'Q2', 'Q3', 'Q4'], datasets: [{ data: [534, 590, 648, 771] }] },
    width: 640,
    height: 320,
  },
  card: {
    type: 'line',
    data: { labels: ['Jan', nasty, 'Mär'], datasets: [{ label: nasty, data: [1.5, null, 3] }] },
    options: { plugins: { title: { display: true, text: `${nasty}\nsecond line` } } },
    header: { title: nasty, subtitle: "it's" },
    kpiStrip: [{ label: 'MRR', value: '€48.2k' }],
    footer: { left: nasty },
    format: 'svg',
    devicePixelRatio: 2,
    returnUrl: true,
  },
  long: {
    type: 'line',
    data: {
      labels: Array.from({ length: 160 }, (_, i) => `It's day ${i}`),
      datasets: [
        { label: 'Söme', data: Array.from({ length: 160 }, (_, i) => Math.round(Math.sin(i) * 1e4) / 7) },
      ],
    },
    format: 'jpeg',
  },
};

let server: ProductionServer;
let folder: string;
beforeAll(async () => {
  server = await startProduction({ LIMITS: 'off', RENDER_WALL_MS: '60000' });
  folder = await mkdtemp(join(tmpdir(), 'snippets-'));
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true, force: true });
});

const shaOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
async function fetched(url: string): Promise<string> {
  const answer = await fetch(url);
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`);
  return shaOf(new Uint8Array(await answer.arrayBuffer()));
}
async function posted(chart: object): Promise<Response> {
  const answer = await fetch(`${server.url}/api/v1/render`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(chart),
  });
  if (!answer.ok) throw new Error(await answer.text());
  return answer;
}
/** What the page shows after Render. */
const ownRequest = async (chart: object): Promise<string> =>
  shaOf(new Uint8Array(await (await posted({ ...chart, returnUrl: false })).arrayBuffer()));

/** The text of one target; a link that has to be stored first is stored. */
async function snippet(id: TargetId, chart: object): Promise<{ text: string; chart: object }> {
  const target = targets.find((one) => one.id === id);
  if (!target) throw new Error(id);
  const spec = specOf(chart);
  let stored: string | undefined;
  const subject: Subject = {
    ...{
      value: chart,
      spec,
      dialect: 'chart-output',
      origin: server.url,
      alt: altText(spec),
      withKey: false,
    },
    ...{ limit: serverLimit('chart-output', LIMITS.urlCharacters), pinned: undefined },
    editLink: `${server.url}/${editHash(JSON.stringify(chart))}`,
    stored: () => stored,
    signed: (path) => path,
  };
  const first = written(target, subject);
  if (first.text === undefined) {
    expect(first.rung?.id).toBe('saved');
    const answer = (await (await posted({ ...(first.chart as object), returnUrl: true })).json()) as {
      url: string;
    };
    stored = answer.url;
  }
  const { text, chart: drawn } = written(target, subject);
  return { text: text ?? '', chart: drawn as object };
}

const one = (pattern: RegExp, text: string): string => pattern.exec(text)?.[1]?.replace(/&amp;/g, '&') ?? '';

/** Where the address of the picture stands. */
const shows: Partial<Record<TargetId, (text: string) => string>> = {
  url: (text) => text,
  html: (text) => one(/ src="([^"]+)"/, text),
  markdown: (text) => one(/\]\(([^()\s]+)\)$/, text),
  'markdown-source': (text) => one(/\]\(([^()\s]+)\)\]\(/, text),
  email: (text) => one(/ src="([^"]+)"/, text),
  slack: (text) => (JSON.parse(text) as { blocks: { image_url: string }[] }).blocks[0]?.image_url ?? '',
};

const curl = programOrSkip('curl', 'curl snippets');
const python = programOrSkip('python3', 'Python snippets');

/** Programs, each in a folder of its own; they leave the picture as a file there. */
const runs: Partial<
  Record<TargetId, { skip?: boolean; file: string; wrapped?: (text: string) => string; argv: string[] }>
> = {
  curl: { skip: !curl, file: 'chart.sh', argv: ['sh', 'chart.sh'] },
  node: { file: 'chart.mjs', argv: [process.execPath, 'chart.mjs'] },
  python: { skip: !python, file: 'chart.py', argv: ['python3', 'chart.py'] },
  fetch: {
    file: 'page.mjs',
    // A page has these; what it would show is written down instead.
    wrapped: (text) =>
      `import { writeFile } from 'node:fs/promises';\nglobalThis.Image = class {};\nglobalThis.document = { body: { append() {} } };\n${text}\nawait writeFile('chart.bin', Buffer.from(await picture.arrayBuffer()));\n`,
    argv: [process.execPath, 'page.mjs'],
  },
};
const extension: Record<string, string> = { jpeg: 'jpg' };

describe.each(Object.entries(charts))('%s', (name, chart) => {
  test.each(Object.keys(shows) as TargetId[])('%s', async (id) => {
    const { text, chart: drawn } = await snippet(id, chart);
    expect(await fetched(shows[id]?.(text) ?? '')).toBe(await ownRequest(drawn));
  });

  for (const [id, { skip = false, file, wrapped, argv }] of Object.entries(runs))
    test.skipIf(skip)(id, async () => {
      const { text, chart: drawn } = await snippet(id as TargetId, chart);
      const place = await mkdtemp(join(folder, `${name}-${id}-`));
      await writeFile(join(place, file), wrapped?.(text) ?? text);
      const [command = '', ...rest] = argv;
      await run(command, rest, { cwd: place, env: { PATH: process.env.PATH, LANG: 'C' } });
      const made =
        id === 'fetch' ? 'chart.bin' : `chart.${extension[specOf(chart).format] ?? specOf(chart).format}`;
      expect(shaOf(await readFile(join(place, made)))).toBe(await ownRequest(drawn));
    });

  test('the edit link holds the chart', async () => {
    const { text } = await snippet('edit', chart);
    expect(readEditHash(new URL(text).hash)).toEqual({ ok: true, text: JSON.stringify(chart) });
  });

  test('nothing is left out: every target is among these', () => {
    expect([...Object.keys(shows), ...Object.keys(runs), 'edit'].sort()).toEqual(
      targets.map(({ id }) => id).sort(),
    );
  });
});

test('the double of a picture for sharp screens is the same chart with twice the pixels', async () => {
  const { text } = await snippet('html', charts.simple ?? {});
  const double = one(/ srcset="(\S+) 2x"/, text);
  expect(await fetched(double)).toBe(await ownRequest({ ...charts.simple, devicePixelRatio: 2 }));
});

test('a mail and Slack are given a picture that they show', async () => {
  for (const id of ['email', 'slack'] as const) {
    const { text } = await snippet(id, charts.card ?? {});
    const answer = await fetch(shows[id]?.(text) ?? '');
    expect(answer.headers.get('content-type')).toBe('image/png');
  }
});
