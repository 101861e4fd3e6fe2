// In: charts to show, one after the other. Out: which canvases are on the page: the last drawn one stays until the next one is
// finished, so that nothing flickers. Pure.
import type { ChartSpec } from '#shared/chart-spec.ts';

export type Layer = { id: number; spec: ChartSpec };
export type Layers = { shown: Layer | undefined; coming: Layer | undefined; failure: string | undefined };

export const noLayers: Layers = { shown: undefined, coming: undefined, failure: undefined };

export type LayerEvent =
  | { type: 'spec'; id: number; spec: ChartSpec }
  | { type: 'drawn'; id: number }
  | { type: 'failed'; id: number; message: string };

export function nextLayers(layers: Layers, event: LayerEvent): Layers {
  if (event.type === 'spec') return { ...layers, coming: { id: event.id, spec: event.spec } };
  // A chart that was overtaken by a newer one has nothing to say any more.
  if (layers.coming?.id !== event.id) return layers;
  if (event.type === 'drawn') return { shown: layers.coming, coming: undefined, failure: undefined };
  return { ...layers, coming: undefined, failure: event.message };
}
