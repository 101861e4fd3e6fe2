// In: the list of parts. Out: that each kind of chart, axis and text that the schema lets through is drawn by one of them, and
// that nothing is on the list that a picture has no use for.
import { Chart, registry } from 'chart.js';
import { expect, test } from 'vitest';
import { chartParts } from '#shared/chart-parts.ts';
import { chartTypes } from '#shared/chart-spec.ts';

Chart.register(...chartParts);
const ids = (items: object) => Object.keys(items).sort();

test('every kind of chart has its controller', () => {
  expect(ids(registry.controllers.items)).toEqual([...chartTypes].sort());
});

test('every axis type that the schema lets through, and no time axis', () => {
  expect(ids(registry.scales.items)).toEqual(['category', 'linear', 'logarithmic', 'radialLinear']);
});

test('the plugins that draw; no tooltip, no decimation, no colours of its own', () => {
  expect(ids(registry.plugins.items)).toEqual(['filler', 'legend', 'subtitle', 'title']);
});

test('the elements', () => {
  expect(ids(registry.elements.items)).toEqual(['arc', 'bar', 'line', 'point']);
});
