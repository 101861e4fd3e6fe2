// In: the list of parts. Out: that each kind of chart, axis and text that the schema lets through is drawn by one of them, and
// that nothing is on the list that a picture has no use for.
import { Chart, registry } from 'chart.js';
import { expect, test } from 'vitest';
import { chartParts } from '#shared/chart-parts.ts';
import { chartTypes } from '#shared/chart-spec.ts';

Chart.register(...chartParts);
// The library keeps them in `items`, which its own types leave out.
const ids = (kind: unknown) => Object.keys((kind as { items: object }).items).sort();

test('every kind of chart has its controller', () => {
  expect(ids(registry.controllers)).toEqual([...chartTypes].sort());
});

test('every axis type that the schema lets through, and no time axis', () => {
  expect(ids(registry.scales)).toEqual(['category', 'linear', 'logarithmic', 'radialLinear']);
});

test('the plugins that draw; no tooltip, no decimation, no colours of its own', () => {
  expect(ids(registry.plugins)).toEqual(['filler', 'legend', 'subtitle', 'title']);
});

test('the elements', () => {
  expect(ids(registry.elements)).toEqual(['arc', 'bar', 'line', 'point']);
});
