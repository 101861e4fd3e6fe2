// In: the leaves of the schema. Out: which part of the panel holds each, and which of them it names itself; the rest is behind
// "more". So no leaf is left out: what nobody named falls to the part that its place begins with, at last to "Everything else".
import type { Leaf, Pattern } from './leaves.ts';

export type PartName =
  | 'chart'
  | 'data'
  | 'series'
  | 'axes'
  | 'title'
  | 'legend'
  | 'labels'
  | 'notes'
  | 'kpis'
  | 'footer'
  | 'card'
  | 'theme'
  | 'rest';

/** The longest beginning that fits wins. */
const places: readonly [string, PartName][] = [
  ['', 'rest'],
  ['type', 'chart'],
  ['width', 'chart'],
  ['height', 'chart'],
  ['format', 'chart'],
  ['devicePixelRatio', 'chart'],
  ['scale', 'chart'],
  ['returnUrl', 'chart'],
  ['options.indexAxis', 'chart'],
  ['data', 'data'],
  ['data.datasets.*', 'series'],
  ['data.datasets.*.data', 'data'],
  ['options.scales', 'axes'],
  ['header', 'title'],
  ['options.plugins.title', 'title'],
  ['options.plugins.subtitle', 'title'],
  ['legend', 'legend'],
  ['options.plugins.legend', 'legend'],
  ['options.plugins.datalabels', 'labels'],
  ['options.plugins.annotation', 'notes'],
  ['kpiStrip', 'kpis'],
  ['footer', 'footer'],
  ['border', 'card'],
  ['borderRadius', 'card'],
  ['padding', 'card'],
  ['backgroundColor', 'card'],
  ['options.layout', 'card'],
  ['theme', 'theme'],
  ['brandKitId', 'theme'],
  ['options.font', 'theme'],
  ['options.color', 'theme'],
];

/** Fields that a part shows by itself, in its own order and with its own control. */
export const named: Readonly<Record<PartName, readonly string[]>> = {
  chart: ['type', 'width', 'height', 'format', 'devicePixelRatio', 'options.indexAxis'],
  data: ['data.labels', 'data.datasets.*.data'],
  // What else is shown depends on the kind of each series and axis, as with annotations.
  series: ['label', 'hidden'].map((key) => `data.datasets.*.${key}`),
  axes: ['display', 'grid.display'].map((key) => `options.scales.*.${key}`),
  title: [
    'header.eyebrow',
    'header.title',
    'header.subtitle',
    'header.badge.text',
    'header.logoUrl',
    'options.plugins.title.text',
    'options.plugins.subtitle.text',
  ],
  legend: [
    'legend.display',
    'legend.style',
    'legend.fontSize',
    'legend.gap',
    'options.plugins.legend.display',
    'options.plugins.legend.position',
    'options.plugins.legend.align',
  ],
  labels: ['display', 'anchor', 'align', 'offset', 'color', 'font.size', 'format.style', 'format.currency']
    .concat(['format.notation', 'format.maximumFractionDigits'])
    .map((key) => `options.plugins.datalabels.${key}`),
  notes: ['options.plugins.annotation.annotations.*.type'],
  kpis: ['kpiStrip.*.label', 'kpiStrip.*.value', 'kpiStrip.*.color'],
  footer: ['footer.left', 'footer.right', 'footer.borderTop'],
  card: ['padding', 'backgroundColor', 'border.color', 'border.width', 'borderRadius'],
  theme: [
    'brandKitId',
    'theme.mode',
    'theme.palette',
    'theme.backgroundColor',
    'theme.textPrimary',
    'theme.textSecondary',
    'theme.gridColor',
    'theme.fontSize',
  ],
  rest: [],
};

export function partOf(pattern: Pattern): PartName {
  const place = pattern.join('.');
  let best: readonly [string, PartName] = ['', 'rest'];
  for (const entry of places) {
    const [start] = entry;
    const begins = start === '' || place === start || place.startsWith(`${start}.`);
    if (begins && start.length >= best[0].length) best = entry;
  }
  return best[1];
}

export const isNamed = (pattern: Pattern): boolean => named[partOf(pattern)].includes(pattern.join('.'));

/** What each part shows behind "more". */
export function restOf(leaves: readonly Leaf[]): Record<PartName, Leaf[]> {
  const rest = Object.fromEntries(Object.keys(named).map((part) => [part, []])) as unknown as Record<
    PartName,
    Leaf[]
  >;
  for (const leaf of leaves) if (!isNamed(leaf.pattern)) rest[partOf(leaf.pattern)].push(leaf);
  return rest;
}
