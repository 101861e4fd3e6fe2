// In: a chart and its datasets as they are drawn. Out: the names and colours in its plot, one per series or one per slice. Pure.
import type { ChartDataset } from 'chart.js';
import type { LegendEntry } from './card-legend.ts';
import type { ChartSpec, ChartType } from './chart-spec.ts';
import { sliced } from './dataset-look.ts';
import type { Bag } from './merged.ts';
import { scalarText } from './scalar-text.ts';

export function legendEntries(spec: ChartSpec, datasets: readonly ChartDataset[]): LegendEntry[] {
  const drawn = (datasets as readonly (ChartDataset & Bag)[]).filter(({ hidden }) => hidden !== true);
  if (sliced(spec.type)) {
    const [first] = drawn;
    if (!first) return [];
    return spec.data.labels.flatMap((name, i) =>
      named(name, colourOf(first, 'backgroundColor', spec.type, spec, i), spec.legend?.style ?? 'square'),
    );
  }
  return drawn.flatMap((dataset) => {
    const type = (dataset.type ?? spec.type) as ChartType;
    const lined = type === 'line' || type === 'radar';
    const colour = colourOf(dataset, lined ? 'borderColor' : 'backgroundColor', type, spec, 0);
    const style = spec.legend?.style ?? (lined ? 'line' : 'square');
    const dashed =
      style === 'line' && lined && Array.isArray(dataset.borderDash) && dataset.borderDash.length > 0;
    return named(scalarText(dataset.label ?? ''), colour, dashed ? 'dashed' : style);
  });
}

const named = (name: string, colour: string, swatch: LegendEntry['swatch']): LegendEntry[] =>
  name.trim() === '' ? [] : [{ name, colour, swatch }];

/** Where the drawing library looks, in its order: the dataset, all elements of the kind, the whole chart. */
function colourOf(
  dataset: Bag,
  key: string,
  type: ChartType,
  { options = {} }: ChartSpec,
  at: number,
): string {
  const element = type === 'bar' ? 'bar' : sliced(type) ? 'arc' : 'line';
  const elements = options.elements?.[element] as Bag | undefined;
  const given = dataset[key] ?? elements?.[key] ?? (options as Bag)[key];
  const colour = Array.isArray(given) ? given[at % given.length] : given;
  return typeof colour === 'string' ? colour : 'transparent';
}
