import { createCanvas } from '@napi-rs/canvas';
import { PNG } from 'pngjs';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { isUniform } from '../../../server/render/bitmap.ts';
import { childEntry } from '../../../server/render/entry.ts';
import { encodePng } from '../../../server/render/png.ts';
import { createPool, type RenderPool } from '../../../server/render/pool.ts';
import type { RenderFailure } from '../../../server/render/render-failure.ts';
import { chartTypes, formats, readSpec } from '../../../src/shared/chart-spec.ts';
import { heavyCharts, oddCharts } from '../../fixtures/odd-charts.ts';
import { aChart, FONTS } from './a-chart.ts';
import { pictureSize } from './picture-size.ts';

let pool: RenderPool;

beforeAll(() => {
  // One child: every chart here is drawn by a process that has drawn all the others.
  const now = () => performance.now();
  pool = createPool({ entry: childEntry(FONTS), now, size: 1, spare: 0, places: 50, maxWaitMs: 15_000 });
});
afterAll(() => pool.close());

const bytesOf = async (own: Parameters<typeof aChart>[0]) => (await pool.render(aChart(own))).bytes;
const refusalOf = (own: Parameters<typeof aChart>[0]) =>
  pool.render(aChart(own)).then(
    () => expect.unreachable('it was drawn'),
    (error: RenderFailure) => error,
  );

it.each(formats.flatMap((format) => [1, 1.5, 2].map((ratio) => [format, ratio] as const)))(
  '%s at ratio %d has the size that was asked for',
  async (format, devicePixelRatio) => {
    const bytes = await bytesOf({ format, devicePixelRatio, width: 640, height: 360 });
    const scale = format === 'svg' || format === 'pdf' ? 1 : devicePixelRatio;
    expect(pictureSize(bytes)).toEqual({ format, width: 640 * scale, height: 360 * scale });
  },
);

it.each(chartTypes)('%s is drawn, and the same each time', async (type) => {
  const first = await bytesOf({ type });
  await bytesOf({ type: 'line', devicePixelRatio: 2 });
  expect((await bytesOf({ type })).equals(first)).toBe(true);
});

it('nothing of one picture is left in the next of the same size', async () => {
  const alone = await bytesOf({ backgroundColor: 'transparent' });
  await bytesOf({ backgroundColor: '#ff0000', type: 'pie', format: 'jpeg' });
  expect((await bytesOf({ backgroundColor: 'transparent' })).equals(alone)).toBe(true);
});

const canary = { backgroundColor: 'transparent', type: 'line' } as const;
const disturbers = Object.entries({ ...oddCharts, ...heavyCharts });

it.each(disturbers)('after %s, drawn or not, the next one of any size is what it was', async (_, text) => {
  const reading = readSpec(JSON.parse(text));
  if (!reading.ok) throw new Error(text);
  const first = await bytesOf(canary);
  const tall = await bytesOf({ ...canary, height: 700 });
  await pool.render(reading.spec);
  expect((await bytesOf(canary)).equals(first)).toBe(true);
  await pool.render({ ...reading.spec, width: 800, height: 700 });
  expect((await bytesOf({ ...canary, height: 700 })).equals(tall)).toBe(true);
});

it('the three weights of the bundled font are three', async () => {
  const title = (weight: number) => ({
    options: { plugins: { title: { display: true, text: 'Revenue', font: { weight } } } },
  });
  const pictures = await Promise.all([400, 600, 700].map((weight) => bytesOf(title(weight))));
  expect(new Set(pictures.map((picture) => picture.toString('base64'))).size).toBe(3);
});

it.each(formats)('%s that would show nothing is refused', async (format) => {
  const hidden = { x: { display: false }, y: { display: false } };
  const data = { labels: ['a'], datasets: [{ data: [null] }] };
  expect((await refusalOf({ format, data, options: { scales: hidden } })).reason).toBe('blank');
});

it('one pixel is enough not to be blank', () => {
  const canvas = createCanvas(800, 400);
  const context = canvas.getContext('2d');
  context.fillStyle = '#fff';
  context.fillRect(0, 0, 800, 400);
  expect(isUniform(canvas.data())).toBe(true);
  context.fillStyle = '#fffffe';
  context.fillRect(799, 399, 1, 1);
  expect(isUniform(canvas.data())).toBe(false);
});

it('writes the same pixels as the engine, half transparent ones within its own rounding', () => {
  const canvas = createCanvas(256, 20);
  const context = canvas.getContext('2d');
  for (let x = 0; x < 256; x += 1) {
    context.fillStyle = `rgba(${x}, ${255 - x}, 77, ${x / 255})`;
    context.fillRect(x, 2, 1, 16);
  }
  const ours = PNG.sync.read(encodePng(canvas.data(), 256, 20)).data;
  const theirs = PNG.sync.read(canvas.toBuffer('image/png')).data;
  // The engine divides in single precision: exact halves fall on either side.
  expect(Math.max(...ours.map((byte, i) => Math.abs(byte - (theirs[i] ?? 999))))).toBeLessThanOrEqual(1);
  expect(ours.length).toBe(theirs.length);
});

it('the renderer truly throws when a test key asks for it, and goes on', async () => {
  const error = await pool.render(aChart(), { fault: 'throw' }).catch((e: RenderFailure) => e);
  expect(error).toMatchObject({ reason: 'threw', message: 'No picture: threw' });
  expect(pictureSize(await bytesOf({}))).toMatchObject({ width: 800, height: 400 });
});
