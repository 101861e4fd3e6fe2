import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { childEntry } from '../../../server/render/entry.ts';
import { createPool, type RenderPool } from '../../../server/render/pool.ts';
import type { RenderFailure } from '../../../server/render/render-failure.ts';
import type { ChartSpec } from '../../../src/shared/chart-spec.ts';
import { specOf } from '../../fixtures/charts.ts';
import { aChart, FONTS } from './a-chart.ts';

const KB = 1000;
let pool: RenderPool;

const poolOfOne = () =>
  createPool({
    entry: childEntry(FONTS),
    now: () => performance.now(),
    size: 1,
    spare: 0,
    maxWaitMs: 15_000,
  });

beforeAll(() => {
  pool = poolOfOne();
});
afterAll(() => pool.close());

const svgOf = async (own: Partial<ChartSpec>) =>
  (await pool.render(aChart({ ...own, format: 'svg' }))).bytes.toString('utf8');

const series = (count: number, points: number) => ({
  labels: Array.from({ length: points }, (_, i) => `Day ${i + 1}`),
  datasets: Array.from({ length: count }, (_, k) => ({
    label: `Series ${k + 1}`,
    data: Array.from({ length: points }, (_, i) => Math.round(1000 * Math.sin(i * (k + 1) * 0.37)) / 10),
  })),
});

it('is small: 3 kB for twelve bars, 300 kB for 20 lines of 1000 points', async () => {
  const bars = await svgOf({});
  expect(bars.length).toBeLessThan(3 * KB);
  expect(gzipSync(bars).length).toBeLessThan(KB);
  expect((await svgOf({ type: 'line', data: series(20, 1000) })).length).toBeLessThan(300 * KB);
});

it('has the same bytes from another process that has drawn nothing else', async () => {
  const chart = {
    type: 'line' as const,
    data: series(3, 40),
    options: { scales: { y: { min: -50, max: 50 } } },
  };
  await svgOf({ type: 'pie' });
  const first = await svgOf(chart);
  const other = poolOfOne();
  const fresh = (await other.render(aChart({ ...chart, format: 'svg' }))).bytes.toString('utf8');
  await other.close();
  expect(fresh).toBe(first);
  expect(await svgOf(chart)).toBe(first);
});

it('does not know of pixels', async () => {
  expect(await svgOf({ devicePixelRatio: 3 })).toBe(await svgOf({ devicePixelRatio: 1 }));
});

it('is named by the title of the chart, and is no image to a screen reader without one', async () => {
  const titled = await svgOf({
    options: { plugins: { title: { display: true, text: ['Revenue', '2026'] } } },
  });
  expect(titled).toMatch(/^<svg [^>]* role="img">\n<title>Revenue 2026<\/title>\n/);
  expect(await svgOf({ options: { plugins: { title: { text: 'hidden' } } } })).not.toMatch(
    /role=|<title>|hidden/,
  );
});

it('says what many shapes share once, and clips only what sticks out', async () => {
  const svg = await svgOf({});
  expect(svg.match(/fill="#3b6ef6"/g)).toHaveLength(1);
  expect(svg).toMatch(
    /<g fill="#586474" font-size="12" text-anchor="middle">\n<text x="[\d.]+" y="[\d.]+">Jan<\/text>/,
  );
  expect(svg).not.toContain('clip');
  const cut = await svgOf({ options: { scales: { y: { max: 20 } } } });
  expect(cut.match(/<clipPath /g)).toHaveLength(1);
});

const hidden = { scales: { x: { display: false }, y: { display: false } } };

it.each([
  ['nothing but the ground', { data: { labels: ['a'], datasets: [{ data: [null] }] }, options: hidden }],
  ['white on white', { theme: { textSecondary: '#fff', gridColor: 'white', palette: ['#ffffff'] } }],
  ['transparent ink', { theme: { textSecondary: 'transparent', gridColor: '#0000', palette: ['#fff0'] } }],
  [
    'one shape over all',
    {
      data: {
        labels: ['a'],
        datasets: [
          { data: [9], barPercentage: 10, categoryPercentage: 10, maxBarThickness: 1000, clip: false },
        ],
      },
      options: { scales: { x: { display: false }, y: { display: false, max: 1 } }, layout: { padding: 0 } },
    },
  ],
])('is refused when it would show %s', async (_, own) => {
  const spec = specOf({ ...aChart(), ...own, format: 'svg' });
  const failure = await pool.render(spec).then(
    ({ bytes }) => bytes.toString('utf8'),
    (error: RenderFailure) => error.reason,
  );
  expect(failure).toBe('blank');
});

it('is not refused for want of words', async () => {
  expect(await svgOf({ options: hidden })).toContain('<g fill="#3b6ef6">');
});
