// In: a Chart.js configuration as version 2 took it, or anything else. Out: the same chart as version 4 takes it. Pure, never
// throws, shares nothing it changes: what it does not know passes through, for the schema to judge. Its own results come out again
// as they went in.
import { type Axes, axesOf, axisOf } from './chart-js-2-axes.ts';
import { or, present, textPart, withFont } from './chart-js-2-fonts.ts';
import { type Bag, isBag } from './merged.ts';

/**
 * Translates type, datasets and options. Two defaults of version 2 that changed are written out, because charts rely on them: lines
 * and radars are filled, and lines are curved (0.4). Angles, then in radians from three o'clock, become degrees from twelve.
 */
export function fromChartJs2(config: unknown): unknown {
  if (!isBag(config)) return config;
  const options = isBag(config.options) ? config.options : {};
  const data = isBag(config.data) ? config.data : undefined;
  const axes = axesOf(options.scales);
  const lying = config.type === 'horizontalBar';
  const translated = optionsOf(options, axes, lying);
  return present({
    ...config,
    type: newType(config.type),
    data:
      data && Array.isArray(data.datasets)
        ? {
            ...data,
            datasets: data.datasets.map((dataset) => datasetOf(dataset, config.type, options, axes)),
          }
        : config.data,
    options: isBag(config.options) || Object.keys(translated).length > 0 ? translated : config.options,
  });
}

const newType = (type: unknown) => (type === 'horizontalBar' ? 'bar' : type);

function optionsOf(options: Bag, { scales }: Axes, lying: boolean): Bag {
  const {
    legend,
    title,
    tooltips,
    annotation,
    plugins,
    scale,
    scales: givenScales,
    elements,
    ...rest
  } = options;
  const { cutoutPercentage, startAngle, rotation: _r, circumference: _c, showLines, ...others } = rest;
  const { defaultFontSize, defaultFontColor, defaultFontFamily, defaultFontStyle, ...kept } = others;
  const round = radialOf(scale, startAngle);
  const both = round ? { ...scales, r: isBag(scales.r) ? { ...round, ...scales.r } : round } : scales;
  const oldPlugins = present({
    legend: legendOf(legend),
    title: wide(title),
    tooltip: tooltips,
    annotation,
  });
  return present({
    ...withFont({
      ...kept,
      ...present({
        fontSize: defaultFontSize,
        fontColor: defaultFontColor,
        fontFamily: defaultFontFamily,
        fontStyle: defaultFontStyle,
      }),
    }),
    indexAxis: or(kept.indexAxis, lying ? 'y' : undefined),
    cutout: or(kept.cutout, typeof cutoutPercentage === 'number' ? `${cutoutPercentage}%` : cutoutPercentage),
    showLine: or(kept.showLine, showLines),
    elements: elementsOf(elements),
    scales:
      givenScales !== undefined && !isBag(givenScales) ? givenScales : nonEmpty(both, isBag(givenScales)),
    plugins: isBag(plugins) || plugins === undefined ? pluginsOf(plugins, oldPlugins) : plugins,
  });
}

const nonEmpty = (bag: Bag, anyway: boolean): Bag | undefined =>
  anyway || Object.keys(bag).length > 0 ? bag : undefined;

const pluginsOf = (given: Bag | undefined, old: Bag) => nonEmpty({ ...old, ...given }, given !== undefined);

/** A bare string is drawn as a title by version 2 as little as by version 4: it stays, for the schema to name. */
function wide(value: unknown): unknown {
  if (!isBag(value)) return value;
  const { fullWidth, ...rest } = value;
  return withFont(present({ fullSize: fullWidth, ...rest }));
}

function legendOf(legend: unknown): unknown {
  const shown = wide(legend);
  return isBag(shown) ? present({ ...shown, labels: textPart(shown.labels) }) : shown;
}

function elementsOf(elements: unknown): unknown {
  if (!isBag(elements)) return elements;
  const { rectangle, ...rest } = elements;
  return present({ bar: rectangle, ...rest });
}

function radialOf(scale: unknown, startAngle: unknown): Bag | undefined {
  if (!isBag(scale) && startAngle === undefined) return undefined;
  const { position: _, ...axis } = isBag(scale) ? scale : {};
  return present({ ...axisOf(axis), startAngle: fromTwelve(startAngle) });
}

const degrees = (radians: number) => Math.round((radians * 180e6) / Math.PI) / 1e6;
const fromTwelve = (angle: unknown) =>
  typeof angle === 'number' ? (degrees(angle + Math.PI / 2) % 360) + 0 : angle;
const sweep = (angle: unknown) => (typeof angle === 'number' ? degrees(angle) : angle);

const fills: Record<string, string> = { zero: 'origin', top: 'end', bottom: 'start' };
const newFill = (fill: unknown) =>
  typeof fill === 'string' && Object.hasOwn(fills, fill) ? fills[fill] : fill;

function datasetOf(dataset: unknown, chartType: unknown, options: Bag, { ids, bars }: Axes): unknown {
  if (!isBag(dataset)) return dataset;
  const { lineTension, steppedLine, ...rest } = dataset;
  const type = newType(or(rest.type, chartType));
  const lined = type === 'line' || type === 'radar';
  const line = isBag(options.elements) && isBag(options.elements.line) ? options.elements.line : {};
  const usual = (key: string, value: unknown) => (line[key] === undefined ? value : undefined);
  const sliced = type === 'pie' || type === 'doughnut';
  return present({
    ...(type === 'bar' ? bars : {}),
    ...rest,
    type: newType(rest.type),
    tension: or(or(rest.tension, lineTension), type === 'line' ? usual('tension', 0.4) : undefined),
    stepped: or(rest.stepped, steppedLine),
    fill: newFill(or(rest.fill, lined ? usual('fill', true) : undefined)),
    xAxisID: ids.get(rest.xAxisID) ?? rest.xAxisID,
    yAxisID: ids.get(rest.yAxisID) ?? rest.yAxisID,
    rotation: or(rest.rotation, sliced ? fromTwelve(options.rotation) : undefined),
    circumference: or(rest.circumference, sliced ? sweep(options.circumference) : undefined),
  });
}
