import { inflateSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { childEntry } from '../../../server/render/entry.ts';
import { createPool, type RenderPool } from '../../../server/render/pool.ts';
import { examples } from '../../../src/examples.ts';
import { chartTypes } from '../../../src/shared/chart-spec.ts';
import { specOf, verdict } from '../../fixtures/charts.ts';
import { FONTS } from './a-chart.ts';

let pool: RenderPool;
beforeAll(() => {
  const now = () => performance.now();
  pool = createPool({ entry: childEntry(FONTS), now, size: 1, spare: 0, places: 50, maxWaitMs: 15_000 });
});
afterAll(() => pool.close());

const pdfOf = async (chart: object) => (await pool.render(specOf({ ...chart, format: 'pdf' }))).bytes;

/** The drawing commands of the page and of what it calls, unpacked. */
function commands(pdf: Buffer): string {
  const text = pdf.toString('latin1');
  const streams = [...text.matchAll(/\/Length (\d+)[^>]*>>\s*stream\r?\n/g)].map(
    ({ 0: head, 1: length, index }) => {
      const start = index + head.length;
      return pdf.subarray(start, start + Number(length));
    },
  );
  const packed = streams.filter((stream) => stream[0] === 0x78);
  return packed.map((stream) => inflateSync(stream).toString('latin1')).join('\n');
}

it.each(examples.map(({ type, chart }) => [type, chart] as const))(
  '%s is a page of the size of the chart, of lines, areas and letters, without any bitmap',
  async (_, chart) => {
    const pdf = await pdfOf(chart);
    const { width, height } = chart as { width: number; height: number };
    const text = pdf.toString('latin1');
    expect(text).toContain(`/MediaBox [0 0 ${width} ${height}]`);
    expect(text).toMatch(/\/Type \/Pages[\s\S]*\/Count 1/);
    expect(text).not.toMatch(/\/Subtype \/Image|\/Shading|\/JavaScript|\/URI/);
    expect(text).toMatch(/\/FontName \/[A-Z]+\+Inter-SemiBold/);
    const drawing = commands(pdf);
    // Path ends, and glyphs shown.
    expect(drawing.match(/\b[fSB]\*?\n/g)?.length).toBeGreaterThan(5);
    expect(drawing).toMatch(/> Tj|\] TJ/);
    expect(drawing).not.toContain('BI\n');
  },
);

it('does not know of pixels, and has the same bytes each time but for its date', async () => {
  const [{ chart } = { chart: {} }] = examples;
  const first = commands(await pdfOf({ ...chart, devicePixelRatio: 3 }));
  expect(commands(await pdfOf({ ...chart, devicePixelRatio: 1 }))).toBe(first);
});

it.each(chartTypes)('a %s can hold no gradient, which some readers would not show', (type) => {
  const gradient = { type: 'linear', stops: ['red', 'blue'] };
  const data = {
    labels: ['a'],
    datasets: [{ data: [1], backgroundColor: gradient, borderColor: [gradient] }],
  };
  const options = { color: gradient, elements: { point: { backgroundColor: gradient } } };
  expect(verdict({ type, data, options }).length).toBeGreaterThanOrEqual(4);
});
