// In: a valid chart. Out: what the picture says, in a sentence or two, for whoever cannot see it: kind, title, axes, and of each
// series where it begins, ends and peaks. The same chart always gives the same words; they are never empty and rarely long.
import { seriesWords } from './alt-text-series.ts';
import type { ChartSpec } from './chart-spec.ts';
import { isBag } from './merged.ts';

/** What screen readers read in one go, and most editors of alternative text allow. */
export const ALT_CHARACTERS = 250;
const TITLE_CHARACTERS = 90;
/** Less of the series than this is not worth an axis name. */
const ROOM_FOR_SERIES = 90;

export function altText(spec: ChartSpec): string {
  const head = headOf(spec);
  const axes = axisWords(spec);
  const kept = head.length + axes.length + ROOM_FOR_SERIES > ALT_CHARACTERS ? '' : axes;
  const beginning = [head, kept].filter(Boolean).join(' ');
  const series = seriesWords(spec, ALT_CHARACTERS - beginning.length - 1);
  const words = [beginning, series].filter(Boolean).join(' ');
  const figures = figureWords(spec);
  return figures && words.length + 1 + figures.length <= ALT_CHARACTERS ? `${words} ${figures}` : words;
}

/** The figures of a card are in the picture as well. */
function figureWords({ kpiStrip = [] }: ChartSpec): string {
  const figures = kpiStrip
    .map(({ label, value }) => `${spaced(label)} ${spaced(value)}`.trim())
    .filter(Boolean);
  return figures.length > 0 ? `Figures: ${figures.join(', ')}.` : '';
}

function headOf(spec: ChartSpec): string {
  const title = titleOf(spec);
  return title ? `${kindOf(spec)}: ${ended(title)}` : `${kindOf(spec)}.`;
}

/** A title that ends in its own mark keeps it. */
const ended = (text: string): string => (/[.?!…]$/.test(text) ? text : `${text}.`);

function titleOf(spec: ChartSpec): string {
  const { title } = spec.options?.plugins ?? {};
  const drawn = title && title.display === true ? [title.text].flat().join(' ') : '';
  return shortened(spaced(spec.header?.title ?? '') || spaced(drawn), TITLE_CHARACTERS);
}

const spaced = (text: string): string => text.replace(/[\s\p{Cc}]+/gu, ' ').trim();

/** Cut at the end of a word, if there is one in its second half. */
export function shortened(text: string, most: number): string {
  const points = [...text];
  if (points.length <= most) return text;
  const cut = points.slice(0, most - 1).join('');
  const space = cut.lastIndexOf(' ');
  return `${(space > cut.length / 2 ? cut.slice(0, space) : cut).replace(/[\s,;:–-]+$/, '')}…`;
}

function kindOf(spec: ChartSpec): string {
  const { type, data, options } = spec;
  const shown = data.datasets.filter(({ hidden }) => hidden !== true);
  const kinds = new Set(shown.map((dataset) => dataset.type ?? type));
  if (kinds.has('bar') && kinds.has('line')) return 'Bar and line chart';
  const one = [...kinds][0] ?? type;
  if (one === 'bar') {
    const words = [
      ...(shown.length > 1 && stacked(spec) ? ['stacked'] : []),
      ...(options?.indexAxis === 'y' ? ['horizontal'] : []),
      'bar chart',
    ].join(' ');
    return words.charAt(0).toUpperCase() + words.slice(1);
  }
  if (one === 'line')
    return shown.length > 0 && shown.every(({ fill }) => fill === true || fill === 'origin')
      ? 'Area chart'
      : 'Line chart';
  return {
    pie: 'Pie chart',
    doughnut: 'Doughnut chart',
    radar: 'Radar chart',
    polarArea: 'Polar area chart',
  }[one];
}

const stacked = (spec: ChartSpec): boolean =>
  Object.values(spec.options?.scales ?? {}).some((axis) => isBag(axis) && axis.stacked === true);

/** Only what is written beside an axis: `Month` tells more than that there is a horizontal axis. */
function axisWords(spec: ChartSpec): string {
  if (spec.type !== 'bar' && spec.type !== 'line') return '';
  const named = Object.entries(spec.options?.scales ?? {}).flatMap(([id, axis]) => {
    const { title, display } = axis;
    const text = title?.display === true ? shortened(spaced([title.text ?? ''].flat().join(' ')), 40) : '';
    return text && display !== false
      ? [`${id.startsWith('x') ? 'Horizontal' : 'Vertical'} axis: ${text}`]
      : [];
  });
  return named.length > 0 ? `${named.slice(0, 3).join('; ')}.` : '';
}
