// In: a valid chart. Out: texts that stand in no picture, and series that are hidden. Pure.
import { chartConfig } from '#shared/chart-config.ts';
import { axisLetter } from '#shared/chart-cross-checks.ts';
import { hasDataLabels, isCard } from '#shared/chart-extras.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { sliced } from '#shared/dataset-look.ts';
import { type Bag, isBag } from '#shared/merged.ts';
import { type Change, changed } from './change.ts';

/** Labels along an axis that is not drawn, or of slices without a legend. */
export function unseenLabels(spec: ChartSpec): Change[] {
  const { labels } = spec.data;
  if (isCard(spec) || labels.every((label) => label === '') || drawsLabels(spec)) return [];
  return [{ path: ['data', 'labels'], value: labels.map(() => '') }];
}

function drawsLabels(spec: ChartSpec): boolean {
  const { options = {}, type } = spec;
  // A line across the chart may begin at a label.
  if (hasDataLabels(spec) || isBag(options.plugins?.annotation)) return true;
  if (sliced(type)) return legendShown(spec) || type === 'polarArea';
  if (type === 'radar') return true;
  const along = options.indexAxis === 'y' ? 'y' : 'x';
  const axes = Object.entries(options.scales ?? {}).filter(
    ([id, axis]) => axisLetter(id, axis as Bag) === along,
  );
  return (
    axes.length === 0 || !axes.every(([, axis]) => axis.display === false || axis.ticks?.display === false)
  );
}

/** Names of series, where no legend is drawn. */
export function unseenNames(spec: ChartSpec): Change[] {
  if (isCard(spec) || sliced(spec.type) || legendShown(spec) || hasDataLabels(spec)) return [];
  return spec.data.datasets.flatMap(({ label }, i): Change[] =>
    label === undefined ? [] : [{ path: ['data', 'datasets', i, 'label'], value: undefined }],
  );
}

function legendShown(spec: ChartSpec): boolean {
  const legend = chartConfig(spec).options?.plugins?.legend as { display?: boolean } | false | undefined;
  return legend !== false && legend?.display === true;
}

/** Series that are hidden, and how the picture changes without them; `same` when it does not. */
export function hiddenSeries(spec: ChartSpec): { changes: Change[]; picture: string } | undefined {
  const { datasets } = spec.data;
  const hidden = datasets.flatMap(({ hidden: off }, i) => (off === true ? [i] : []));
  if (hidden.length === 0 || hidden.length === datasets.length) return undefined;
  const changes = hidden.map((i): Change => ({ path: ['data', 'datasets', i], value: undefined }));
  const kept = datasets.filter((_, i) => !hidden.includes(i));
  const after = changed(spec, [{ path: ['data', 'datasets'], value: kept }]) as ChartSpec;
  const before = chartConfig(spec).data.datasets.filter((_, i) => !hidden.includes(i));
  const colours = JSON.stringify(before) === JSON.stringify(chartConfig(after).data.datasets);
  const listed = legendShown(spec) || isCard(spec);
  const words = [
    ...(listed ? ['their struck-out names leave the legend'] : []),
    ...(colours ? [] : ['colours move on']),
  ];
  return { changes, picture: words.length > 0 ? words.join(', ') : 'same' };
}
