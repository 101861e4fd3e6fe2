// In: the chart and a series. Out: the colour it is drawn in, as a swatch shows it.
import { lookOf } from '#shared/chart-look.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { styled } from '#shared/dataset-look.ts';

export function seriesColour({ spec }: { spec: ChartSpec }, index: number): string {
  const drawn = drawnAs(spec, index);
  const line = drawn?.type === 'line' || drawn?.type === 'radar';
  return first(line ? drawn?.border : drawn?.fill) ?? first(drawn?.fill) ?? 'transparent';
}

/** Of one slice of a pie. */
export function sliceColour({ spec }: { spec: ChartSpec }, index: number, slice: number): string {
  const fill = drawnAs(spec, index)?.fill;
  return Array.isArray(fill)
    ? String(fill[slice % fill.length] ?? 'transparent')
    : (first(fill) ?? 'transparent');
}

function drawnAs(spec: ChartSpec, index: number) {
  try {
    const dataset = spec.data.datasets[index];
    if (!dataset) return undefined;
    const drawn = styled(dataset, index, spec, lookOf(spec));
    return { type: dataset.type ?? spec.type, fill: drawn.backgroundColor, border: drawn.borderColor };
  } catch {
    // A chart with something wrong in it need not have colours.
    return undefined;
  }
}

const first = (colour: unknown): string | undefined => {
  const one = Array.isArray(colour) ? colour[0] : colour;
  return typeof one === 'string' ? one : undefined;
};
