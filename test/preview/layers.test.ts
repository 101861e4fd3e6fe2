// In: charts as they come, are drawn, fail and overtake each other. Out: which of them is on the page.
import { describe, expect, test } from 'vitest';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { readSpec } from '#shared/chart-spec.ts';
import { type LayerEvent, type Layers, nextLayers, noLayers } from '../../src/preview/layers.ts';

const reading = readSpec({ type: 'bar', data: { labels: ['a'], datasets: [{ data: [1] }] } });
const spec: ChartSpec = reading.ok ? reading.spec : expect.fail('the chart is not valid');
const comes = (id: number): LayerEvent => ({ type: 'spec', id, spec });
const drawn = (id: number): LayerEvent => ({ type: 'drawn', id });
const failed = (id: number): LayerEvent => ({ type: 'failed', id, message: `no ${id}` });
const play = (...events: LayerEvent[]): Layers => events.reduce(nextLayers, noLayers);
const ids = ({ shown, coming, failure }: Layers) => [shown?.id, coming?.id, failure];

test('the first chart comes and is shown when it is drawn', () => {
  expect(ids(play(comes(1)))).toEqual([undefined, 1, undefined]);
  expect(ids(play(comes(1), drawn(1)))).toEqual([1, undefined, undefined]);
  expect(play(comes(1), drawn(1)).shown?.spec).toBe(spec);
});

test('the old chart stays until the new one is drawn', () => {
  expect(ids(play(comes(1), drawn(1), comes(2)))).toEqual([1, 2, undefined]);
  expect(ids(play(comes(1), drawn(1), comes(2), drawn(2)))).toEqual([2, undefined, undefined]);
});

test('a chart that fails leaves the old one, and says why until another one is drawn', () => {
  const broken = play(comes(1), drawn(1), comes(2), failed(2));
  expect(ids(broken)).toEqual([1, undefined, 'no 2']);
  expect(ids(nextLayers(broken, comes(3)))).toEqual([1, 3, 'no 2']);
  expect(ids([comes(3), drawn(3)].reduce(nextLayers, broken))).toEqual([3, undefined, undefined]);
});

test('a first chart that fails leaves an empty stage', () => {
  expect(ids(play(comes(1), failed(1)))).toEqual([undefined, undefined, 'no 1']);
});

describe('a chart that was overtaken has nothing to say', () => {
  const overtaken = play(comes(1), drawn(1), comes(2), comes(3));
  test.each([drawn(2), failed(2), drawn(1), failed(1), drawn(9)])('%o', (event) => {
    expect(nextLayers(overtaken, event)).toBe(overtaken);
    expect(ids(nextLayers(overtaken, event))).toEqual([1, 3, undefined]);
  });
  test('nor has one that is shown already', () => {
    const shown = play(comes(1), drawn(1));
    expect(nextLayers(shown, failed(1))).toBe(shown);
    expect(nextLayers(noLayers, drawn(1))).toBe(noLayers);
  });
});
