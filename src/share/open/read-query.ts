// In: path and query of a chart's address, of either API or one like it. Out: the chart in it, by whose rules it was read, and what of
// the query is no part of a chart; or why there is none. Pure, never throws.
import { fromBase64Url } from '#shared/base64url.ts';
import { type ChartSpec, DEFAULTS, readSpec } from '#shared/chart-spec.ts';
import type { Dialect } from '#shared/errors.ts';
import { imageChartsChart } from '#shared/image-charts-chart.ts';
import { readRelaxedJson } from '#shared/image-charts-json.ts';
import { queryPairs, readImageChartsQuery } from '#shared/image-charts-query.ts';
import { type Bag, isBag } from '#shared/merged.ts';
import { readRenderQuery } from '#shared/render-url.ts';
import { templateOf, templateSpec } from '#shared/templates/template-spec.ts';

export type QueryChart =
  | { ok: true; value: unknown; what: string; dialect: Dialect; leftOut: string[]; notes: string[] }
  | { ok: false; sentence: string };

const no = (sentence: string): QueryChart => ({ ok: false, sentence });

const credentials = ['key', 'apiKey', 'icac', 'ichm', 'token', 'signature', 'sig'];
const chartOutputKnown =
  'chart c type cht labels l data d title t width height format brandKitId scale devicePixelRatio'.split(' ');
const imageChartsKnown = 'chart c width height backgroundColor bkg encoding icretina'.split(' ');
const sandboxKnown =
  'chart c width w height h backgroundColor bkg encoding format f version v devicePixelRatio'.split(' ');

/** Names in a query that are no part of the chart; credentials are said to be what they are. */
const others = (query: string, known: readonly string[]): string[] =>
  [...new Set(queryPairs(query).map(({ name }) => name))]
    .filter((name) => !known.includes(name))
    .map((name) => (credentials.includes(name) ? `${name} (a credential)` : name));

export function readQuery(path: string, query: string): QueryChart {
  const template = /\/templates\/([\w-]+)\/render\/?$/.exec(path)?.[1];
  if (template) return fromTemplate(template, query);
  if (/\/renders\/[\w.-]+$/.test(path))
    return no('This is a stored picture: the server keeps the picture, and not the chart it was made from.');
  if (/\/chart\/render\//.test(path) || /(?:^|&)(?:sf|zf|zm)-/.test(query))
    return no('This address holds only an id: its chart is kept by that service.');
  if (/(?:^|&)(?:chd|chs)=/.test(query))
    return no(
      'This is an Image-Charts address in its older language (cht, chd), which is no Chart.js chart.',
    );
  const version = /\/chart\.js\/([\d.]+)\/?$/.exec(path)?.[1];
  if (version) return fromImageCharts(version.startsWith('2') ? '2.8.0' : '4', query);
  if (!/(?:^|&)(?:chart|c|type|cht)=/.test(query) && !(/\/render\/?$/.test(path) && query !== ''))
    return no('No chart is in this address: there is no chart=, c= or type= in it.');
  const json = jsonIn(query);
  return json === undefined ? fromChartOutput(query) : fromSandbox(path, query, json);
}

function fromChartOutput(query: string): QueryChart {
  const reading = readRenderQuery(query);
  if (!reading.ok) {
    const [detail] = reading.details;
    return no(`${detail?.path ? `In ${detail.path}: ` : ''}${detail?.message ?? 'It cannot be read'}.`);
  }
  const simple = !/(?:^|&)(?:chart|c)=/.test(query);
  const value = isBag(reading.value)
    ? without(reading.value, simple || /(?:^|&)returnUrl=/.test(query) ? ['returnUrl'] : [])
    : reading.value;
  return {
    ok: true,
    value,
    what: simple ? 'A Chart-Output URL in the simple form' : 'A Chart-Output URL',
    dialect: 'chart-output',
    leftOut: others(query, chartOutputKnown),
    notes: [],
  };
}

function fromTemplate(id: string, query: string): QueryChart {
  const reading = templateSpec(id, query);
  if (!reading) return no(`There is no template “${id.slice(0, 60)}”.`);
  if (!reading.ok) {
    const [detail] = reading.details;
    return no(`In ${detail?.path || 'the query'}: ${detail?.message ?? 'it cannot be read'}.`);
  }
  const known = [...chartOutputKnown, 'palette', 'mode'].filter(
    (name) => !['chart', 'c', 'type', 'cht'].includes(name),
  );
  return {
    ok: true,
    value: withoutDefaults(reading.spec),
    what: `A URL of the template “${templateOf(id)?.name ?? id}”`,
    dialect: 'chart-output',
    leftOut: others(query, known),
    notes: ['It opens as a chart of its own, apart from the template.'],
  };
}

function fromImageCharts(version: '2.8.0' | '4', query: string): QueryChart {
  const reading = readImageChartsQuery(query);
  if (!reading.ok) return no(`${reading.faults[0]?.message ?? 'It cannot be read'}.`);
  const { text, encoding, width, height, background, retina } = reading.request;
  const json = encoding === 'base64' ? fromBase64Url(text.trim()) : text;
  if (json === undefined) return no('Its chart is not base64, though it says so.');
  const config = readRelaxedJson(json);
  if (!config.ok) return no(`Its chart is not JSON: ${config.why}.`);
  return {
    ok: true,
    value: chartOf(config.value, { version, width, height, background, ratio: retina ? 2 : 1 }),
    what: `An Image-Charts URL${version === '2.8.0' ? ' with the options of Chart.js 2' : ''}`,
    dialect: 'image-charts',
    leftOut: [...others(query, imageChartsKnown), ...beside(config.value)],
    notes: version === '2.8.0' ? ['Translated to Chart.js 4.'] : [],
  };
}

/** Chart.js as it stands in the query, as other services take it. */
function fromSandbox(path: string, query: string, text: string): QueryChart {
  const config = readRelaxedJson(text);
  if (!config.ok) return no(`Its chart is not JSON: ${config.why}.`);
  const given = new Map(queryPairs(query).map(({ name, value }) => [name, value]));
  const own = /\/render\/?$/.test(path);
  const number = (names: string[], usual: number): number => {
    const value = Number(names.map((name) => given.get(name)).find((one) => one !== undefined));
    return Number.isFinite(value) && value > 0 ? value : usual;
  };
  const size = own ? DEFAULTS : { width: 500, height: 300 };
  // Such services draw with Chart.js 2 unless they are told otherwise.
  const version = own || /^[34]/.test(given.get('version') ?? given.get('v') ?? '') ? '4' : '2.8.0';
  const chart = chartOf(config.value, {
    version,
    width: number(['width', 'w'], size.width),
    height: number(['height', 'h'], size.height),
    background: given.get('backgroundColor') ?? given.get('bkg'),
    ratio: number(['devicePixelRatio', 'scale'], 1),
  });
  const format = (given.get('format') ?? given.get('f') ?? 'png').replace(/^jpg$/, 'jpeg');
  return {
    ok: true,
    value: isBag(chart) && format !== 'png' ? { ...chart, format } : chart,
    what: 'A URL with a Chart.js chart in it',
    dialect: 'chart-output',
    leftOut: [
      ...others(query, own ? [...chartOutputKnown, ...sandboxKnown] : sandboxKnown),
      ...(own ? [] : beside(config.value)),
    ],
    notes: version === '2.8.0' ? ['Read as Chart.js 2, and translated to Chart.js 4.'] : [],
  };
}

type Wanted = {
  version: '2.8.0' | '4';
  width: number;
  height: number;
  background: string | undefined;
  ratio: number;
};

/** As it stands where it can be drawn so: then its URL comes out again as it went in. */
function chartOf(config: unknown, { ratio, ...wanted }: Wanted): unknown {
  const { version, width, height, background } = wanted;
  if (version === '4' && isBag(config)) {
    const asItStands = {
      ...config,
      width: config.width ?? width,
      height: config.height ?? height,
      ...(background === undefined ? {} : { backgroundColor: background }),
      ...(ratio === 1 ? {} : { devicePixelRatio: ratio }),
    };
    if (readSpec(asItStands).ok) return asItStands;
  }
  const chart = imageChartsChart(config, { ...wanted, retina: false });
  if (!isBag(chart)) return chart;
  const { format: _, devicePixelRatio: __, ...rest } = chart;
  return ratio === 1 ? rest : { ...rest, devicePixelRatio: ratio };
}

/** Keys of a configuration that stand beside the chart. */
const beside = (config: unknown): string[] =>
  isBag(config)
    ? Object.keys(config).filter(
        (key) => !['type', 'data', 'options'].includes(key) && config[key] !== undefined,
      )
    : [];

/** The text of a chart that is no base64url of strict JSON; undefined for the form that Chart-Output documents. */
function jsonIn(query: string): string | undefined {
  const pairs = queryPairs(query);
  const raw = /(?:^|&)(?:c|chart)=(\s*(?:\{|%7B)[\s\S]*)$/i.exec(query)?.[1];
  const chart = pairs.find(({ name }) => name === 'c' || name === 'chart')?.value;
  if (pairs.some(({ name, value }) => name === 'encoding' && value === 'base64'))
    return fromBase64Url((chart ?? '').trim());
  if (chart !== undefined && /^\s*\{/.test(chart))
    return /^\s*\{/.test(raw ?? '') ? unencoded(raw ?? '') : chart;
  const text = chart === undefined ? undefined : fromBase64Url(chart.trim());
  return text !== undefined && /^\s*\{/.test(text) && !isJson(text) ? text : undefined;
}

/** An `&` inside of a chart that was never encoded is no separator. */
function unencoded(raw: string): string {
  const end = raw.lastIndexOf('}');
  const text = raw.slice(0, end + 1);
  return queryPairs(`c=${text.replace(/&/g, '%26').replace(/\+/g, '%2B')}`)[0]?.value ?? text;
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

const without = (bag: Bag, keys: readonly string[]): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([key]) => !keys.includes(key)));

function withoutDefaults(spec: ChartSpec): Bag {
  const usual: Bag = DEFAULTS;
  return without(
    spec as Bag,
    Object.keys(usual).filter((key) => (spec as Bag)[key] === usual[key]),
  );
}
