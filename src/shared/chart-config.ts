// In: a valid chart. Out: a fresh Chart.js configuration, the same on page and server: our defaults, then the chart's own
// options, then what only the renderer may decide. Pure; nothing in it is shared with the chart it was made from.
import type { ChartConfiguration, Plugin } from 'chart.js';
import { axisLetter } from './chart-cross-checks.ts';
import { type ExtraName, type Extras, hasDataLabels, isCard, neededExtras } from './chart-extras.ts';
import { FONT_FAMILY, type Look, lookOf } from './chart-look.ts';
import type { ChartSpec } from './chart-spec.ts';
import { sliced, styled } from './dataset-look.ts';
import { type Bag, isBag, merged } from './merged.ts';

/**
 * Makes the configuration. Costs about 0.1 ms for twelve bars.
 *
 * @param extras what `neededExtras` names; a part that is not there is not drawn
 */
export function chartConfig(spec: ChartSpec, extras: Extras = {}): ChartConfiguration {
  const look = lookOf(spec);
  const options = merged(defaults(spec, look), withAxisDefaults(spec, look)) as Bag & { plugins: Bag };
  const datasets = spec.data.datasets.map((dataset, index) => styled(dataset, index, spec, look));
  const needed = neededExtras(spec);
  const part = <Name extends ExtraName>(name: Name) => (needed.includes(name) ? extras[name] : undefined);
  const plugins = [part('card')?.(spec, look, datasets) ?? background(look.background)];
  const labels = part('dataLabels')?.(spec, look, datasets);
  if (labels) {
    plugins.push(labels);
    options.plugins.datalabels = {};
  }
  const annotation = part('annotations')?.(spec, look);
  if (annotation) options.plugins.annotation = annotation;
  return {
    type: spec.type,
    data: { labels: [...spec.data.labels], datasets },
    options: { ...options, ...owned(spec) },
    plugins,
  } as ChartConfiguration;
}

/** What the renderer decides: a picture has a fixed size, no time and nobody who points at it. */
const owned = (spec: ChartSpec) => ({
  responsive: false,
  maintainAspectRatio: false,
  animation: false,
  events: [],
  devicePixelRatio: spec.format === 'svg' || spec.format === 'pdf' ? 1 : spec.devicePixelRatio,
  normalized: true,
});

const background = (colour: string): Plugin => ({
  id: 'background',
  beforeDraw: ({ ctx, width, height }) => {
    ctx.save();
    ctx.fillStyle = colour;
    ctx.fillRect(0, 0, width, height);
    ctx.restore();
  },
});

/** Of every text. Chart.js hands the chart's own `font` down to none of them, so it stands everywhere. */
const fontOf = (spec: ChartSpec, look: Look): Bag => ({
  weight: 400,
  ...spec.options?.font,
  family: FONT_FAMILY,
  size: look.fontSize,
});

function defaults(spec: ChartSpec, look: Look): Bag {
  const { datasets } = spec.data;
  const font = fontOf(spec, look);
  return {
    locale: 'en-US',
    font,
    color: look.secondary,
    // A card brings its own edge.
    layout: { padding: isCard(spec) ? 0 : 20 },
    ...(spec.type === 'doughnut' ? { cutout: '62%' } : {}),
    plugins: {
      // Once loaded it is there for every chart.
      annotation: false,
      legend: {
        display: spec.legend === undefined && (sliced(spec.type) || datasets.length > 1),
        position: sliced(spec.type) ? 'right' : 'top',
        align: sliced(spec.type) ? 'center' : 'end',
        title: { font },
        labels: {
          font,
          color: look.secondary,
          usePointStyle: true,
          pointStyle: 'circle',
          boxWidth: 8,
          boxHeight: 8,
          padding: 16,
        },
      },
      title: {
        align: 'start',
        color: look.primary,
        font: { ...font, size: look.fontSize + 6, weight: 600 },
        padding: { top: 0, bottom: 16 },
      },
      subtitle: {
        align: 'start',
        color: look.secondary,
        font: { ...font, size: look.fontSize + 1 },
        padding: { top: 0, bottom: 16 },
      },
    },
  };
}

/** The chart's own options, with our look under every axis it has or will get. */
function withAxisDefaults(spec: ChartSpec, look: Look): Bag {
  const options: Bag = spec.options ?? {};
  const given = isBag(options.scales) ? options.scales : {};
  const usual =
    spec.type === 'radar' || spec.type === 'polarArea' ? ['r'] : sliced(spec.type) ? [] : ['x', 'y'];
  const ids = new Set([...usual, ...Object.keys(given)]);
  const labelsLie = options.indexAxis === 'y';
  const scales = [...ids].flatMap((id) => {
    const axis = isBag(given[id]) ? given[id] : {};
    const letter = axisLetter(id, axis);
    // An axis that this kind of chart does not own has nothing to measure, and drawing it fails.
    if (!usual.includes(letter)) return [];
    const holdsLabels = letter !== 'r' && (letter === 'x') !== labelsLie;
    return [[id, merged(axisDefaults(letter, holdsLabels, spec, look), axis)]];
  });
  return { ...options, scales: Object.fromEntries(scales) };
}

function axisDefaults(letter: string, holdsLabels: boolean, spec: ChartSpec, look: Look): Bag {
  const font = fontOf(spec, look);
  const ticks: Bag = { color: look.secondary, padding: 6, font };
  // Measuring every label is half the cost of a long line; fifty of them tell the widest well enough.
  if (holdsLabels && spec.data.labels.length > 200) ticks.sampleSize = 50;
  if (letter === 'r') {
    return {
      beginAtZero: true,
      angleLines: { color: look.grid },
      grid: { color: look.grid },
      pointLabels: { color: look.secondary, font },
      ticks: { ...ticks, showLabelBackdrop: false, maxTicksLimit: 6 },
    };
  }
  const card = isCard(spec);
  // What is in a card begins and ends with its other lines.
  if (card && letter === 'y') ticks.crossAlign = 'far';
  if (card && holdsLabels && spec.type === 'line')
    Object.assign(ticks, { align: 'inner', maxRotation: 0, autoSkipPadding: 16 });
  return {
    ...(holdsLabels ? {} : { beginAtZero: spec.type === 'bar' }),
    // Room for the number over the highest bar.
    ...(hasDataLabels(spec) && !holdsLabels ? { grace: '8%' } : {}),
    border: { display: false },
    grid: { color: look.grid, display: !holdsLabels },
    ticks: holdsLabels ? ticks : { ...ticks, maxTicksLimit: card ? 6 : 8 },
    title: { color: look.secondary, font: { ...font, weight: 600 } },
  };
}
