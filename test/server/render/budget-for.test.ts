import { expect, it } from 'vitest';
import { formats } from '#shared/chart-spec.ts';
import { LIMITS } from '#shared/limits.ts';
import { budgetFor } from '../../../server/render/budget-for.ts';
import { aChart } from './a-chart.ts';

const usual = { cpuMs: 3000, wallMs: 6000, rssBytes: 768 };

const bitmaps = formats.filter((format) => format !== 'svg' && format !== 'pdf');

it.each(bitmaps)('%s of a usual size gets what every chart gets', (format) => {
  expect(budgetFor(aChart({ format, width: 2000, height: 2000 }), usual)).toEqual(usual);
});

it.each(bitmaps.filter((format) => format !== 'webp'))('%s gets no more for its size', (format) => {
  expect(budgetFor(aChart({ format, width: 4000, height: 2000, devicePixelRatio: 2 }), usual)).toEqual(usual);
});

it.each(['svg', 'pdf'] as const)('%s gets CPU time to be drawn twice, within the same wall', (format) => {
  const given = budgetFor(aChart({ format, width: 800, height: 400 }), usual);
  expect(given).toEqual({ cpuMs: 5000, wallMs: 6000, rssBytes: 768 });
});

it('WebP gets time for each megapixel more, and no memory', () => {
  const budget = (own: object) => budgetFor(aChart({ format: 'webp', ...own }), usual);
  const large = budget({ width: 4000, height: 2000, devicePixelRatio: 2 });
  expect(4000 * 2000 * 4).toBe(LIMITS.bitmapPixels);
  expect(large).toEqual({ cpuMs: 3000 + 28 * 120, wallMs: 3000 + 28 * 120 + 500, rssBytes: 768 });
  // After 5 s in the queue, within the 12 s that a server that ends gives to what it has accepted.
  expect(5000 + large.wallMs).toBeLessThan(12_000);
  expect(budget({ width: 4000, height: 4000 })).toEqual({
    cpuMs: 3000 + 12 * 120,
    wallMs: 6000,
    rssBytes: 768,
  });
});
