// In: the table of bounds. Out: that the documented ones are as documented, and that bounds which need each other agree.
import { expect, test } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { chartOutputErrors } from '#shared/errors.ts';
import { LIMITS } from '#shared/limits.ts';

test('the documented bounds', () => {
  expect(LIMITS).toMatchObject({
    side: { min: 100, max: 4000 },
    labels: 1000,
    datasets: 20,
    points: 1000,
    ratio: { min: 1, max: 4 },
    bitmapPixels: 32_000_000,
    urlCharacters: 2000,
    kpis: 6,
  });
});

test('the sentences that name a bound name this one', () => {
  expect(chartOutputErrors.url_too_long.fixed.message).toContain(`${LIMITS.urlCharacters} characters`);
  expect(chartOutputErrors.body_too_large.example.message).toContain(`${LIMITS.bodyBytes} bytes`);
});

test('numbers stay far from the edges of a double, where counting ticks never ends', () => {
  expect(LIMITS.number.largest * LIMITS.datasets * LIMITS.points).toBeLessThan(1e300);
  expect(LIMITS.number.largest).toBeLessThanOrEqual(Number.MAX_SAFE_INTEGER);
  expect(LIMITS.number.tiniest).toBeGreaterThan(1e-300);
});

test('the largest documented chart fits into every other bound, and into a request body', () => {
  const data = Array.from({ length: LIMITS.points }, (_, i) => i * 1234.5);
  const chart = {
    type: 'line',
    data: {
      labels: Array.from({ length: LIMITS.labels }, (_, i) => `2026-01-01 ${i}`),
      datasets: Array.from({ length: LIMITS.datasets }, (_, i) => ({
        label: `Series ${i}`,
        data,
        pointRadius: data.map(() => 1),
      })),
    },
    width: LIMITS.side.max,
    height: LIMITS.side.max,
    devicePixelRatio: 1.4,
  };
  expect(readSpec(chart).ok).toBe(true);
  expect(JSON.stringify(chart, null, 1).length).toBeLessThan(LIMITS.bodyBytes);
});
