// In: a Chart.js configuration as it came in the Image-Charts dialect, and the size asked for. Out: the same as a chart of this
// playground, not yet judged. Pure, never throws.
import { fromChartJs2 } from './chart-js-2.ts';
import { type Bag, isBag } from './merged.ts';

/** Options about the page around a chart: a picture has a fixed size, and nobody who points at it. */
const pageOptions = [
  ...['aspectRatio', 'devicePixelRatio', 'maintainAspectRatio', 'responsive', 'resizeDelay'],
  ...['animation', 'animations', 'transitions', 'responsiveAnimationDuration'],
  ...['events', 'hover', 'interaction', 'onClick', 'onHover', 'onResize'],
];
/** Plugins whose options mean something here, if only a refusal; Chart.js ignores the options of others. */
const knownPlugins = [
  'legend',
  'title',
  'subtitle',
  'filler',
  'tooltip',
  'colors',
  'datalabels',
  'annotation',
];

export type Wanted = {
  version: '2.8.0' | '4';
  width: number;
  height: number;
  background: string | undefined;
  retina: boolean;
};

/**
 * Drops what Chart.js would ignore, instead of refusing it: keys beside `type`, `data` and `options`, and options of plugins that
 * are not there. Labels that are missing are blank, one for each value; labels and numbers in other types become what Chart.js
 * makes of them.
 */
export function imageChartsChart(config: unknown, { version, background, retina, ...size }: Wanted): unknown {
  const chart = version === '2.8.0' ? fromChartJs2(config) : config;
  if (!isBag(chart)) return chart;
  const { type, data, options } = chart;
  const unnamed = isBag(data) && missing(data.labels);
  return {
    ...given({
      type,
      data: isBag(data) ? dataOf(data, unnamed) : data,
      options: optionsOf(options, type, unnamed),
    }),
    ...size,
    format: 'png',
    devicePixelRatio: retina ? 2 : 1,
    ...given({ backgroundColor: background }),
  };
}

const given = (bag: Bag): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined));

const missing = (labels: unknown) =>
  labels === undefined || labels === null || (Array.isArray(labels) && labels.length === 0);

function dataOf({ labels, datasets }: Bag, unnamed: boolean): Bag {
  const longest = (Array.isArray(datasets) ? datasets : []).reduce<number>(
    (most, one) => (isBag(one) && Array.isArray(one.data) ? Math.max(most, one.data.length) : most),
    1,
  );
  return given({
    labels: unnamed
      ? Array.from({ length: longest }, () => '')
      : Array.isArray(labels)
        ? labels.map(label)
        : labels,
    datasets: Array.isArray(datasets) ? datasets.map(datasetOf) : datasets,
  });
}

/** A list of texts, one per line for Chart.js, stands on one line here. */
function label(value: unknown): unknown {
  if (value === null) return '';
  if (Array.isArray(value) && value.every((line) => typeof line === 'string')) return value.join(' ');
  return typeof value === 'number' || typeof value === 'boolean' ? String(value) : value;
}

function datasetOf(dataset: unknown): unknown {
  if (!isBag(dataset)) return dataset;
  return {
    ...dataset,
    ...(typeof dataset.label === 'number' ? { label: String(dataset.label) } : {}),
    ...(typeof dataset.stack === 'number' ? { stack: String(dataset.stack) } : {}),
    ...(Array.isArray(dataset.data) ? { data: dataset.data.map(point) } : {}),
  };
}

/** Chart.js reads a number that is written as text. */
const point = (value: unknown): unknown =>
  typeof value === 'string' && /^\s*[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?\s*$/i.test(value)
    ? Number(value)
    : value;

function optionsOf(options: unknown, type: unknown, unnamed: boolean): unknown {
  if (!isBag(options) && options !== undefined && options !== null) return options;
  const kept = Object.fromEntries(
    Object.entries(options ?? {}).filter(([key]) => !pageOptions.includes(key)),
  );
  const plugins = isBag(kept.plugins)
    ? Object.fromEntries(Object.entries(kept.plugins).filter(([key]) => knownPlugins.includes(key)))
    : kept.plugins;
  // A legend of nothing but colours says nothing: Chart.js draws none where slices have no names.
  const slices = type === 'pie' || type === 'doughnut' || type === 'polarArea';
  const quiet =
    unnamed && slices && (plugins === undefined || (isBag(plugins) && plugins.legend === undefined));
  const shown = quiet ? { ...(plugins as Bag | undefined), legend: { display: false } } : plugins;
  return options || shown ? given({ ...kept, plugins: shown }) : undefined;
}
