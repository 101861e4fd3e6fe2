// In: a valid chart. Out: the colours by which its series, or slices, are told apart, as they are drawn.
import { chartConfig } from '#shared/chart-config.ts';
import { lookOf } from '#shared/chart-look.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { sliced } from '#shared/dataset-look.ts';

export type SeriesColour = { name: string; colour: string };

/** Slices beyond these are told apart by their labels, if at all. */
const MOST = 24;

export function seriesColours(spec: ChartSpec): { background: string; series: SeriesColour[] } {
  const { datasets } = chartConfig(spec).data;
  const series = sliced(spec.type)
    ? slicesOf(datasets[0]?.backgroundColor, spec.data.labels)
    : datasets.map((dataset, index) => ({
        name: dataset.label || `Series ${index + 1}`,
        colour: lineOrFill(spec.data.datasets[index]?.type ?? spec.type, dataset),
      }));
  return { background: lookOf(spec).background, series: series.slice(0, MOST) };
}

const slicesOf = (colours: unknown, labels: readonly string[]): SeriesColour[] =>
  labels.map((name, index) => ({ name, colour: picked(colours, index) }));

/** A line is known by its stroke, a bar by its fill. */
function lineOrFill(type: string, dataset: { borderColor?: unknown; backgroundColor?: unknown }): string {
  return picked(type === 'bar' ? dataset.backgroundColor : dataset.borderColor, 0);
}

function picked(colours: unknown, index: number): string {
  const one = Array.isArray(colours) ? colours[index % colours.length] : colours;
  return typeof one === 'string' ? one : '#000000';
}
