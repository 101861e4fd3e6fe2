// In: a chart. Out: the shortest URL that draws the same picture: what the server fills in or ignores is left out, size and format
// stand beside the chart, and what the simple form can say it says. One chart has one such URL, whatever its spelling.
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { type ChartSpec, DEFAULTS, readSpec } from './chart-spec.ts';
import type { Dialect } from './errors.ts';
import { readRelaxedJson } from './image-charts-json.ts';
import { IMAGE_CHARTS_PATHS, IMAGE_CHARTS_SIZE } from './image-charts-query.ts';
import { type Bag, isBag } from './merged.ts';
import { RENDER_PATH, readRenderQuery } from './render-url.ts';
import { shortJson, shortNumber } from './short-json.ts';

/** Path and query; undefined for what is no chart. */
export function shortestPath(chart: unknown, dialect: Dialect): string | undefined {
  const reading = readSpec(chart);
  if (!reading.ok) return undefined;
  const core = coreOf(reading.spec);
  return dialect === 'image-charts' ? imageCharts(core, reading.spec) : chartOutput(core, reading.spec);
}

/** Fields that may stand beside the chart, in the words of its query. An image URL answers with the picture, not with an address. */
const beside = {
  width: 'width',
  height: 'height',
  format: 'format',
  brandKitId: 'brandKitId',
  devicePixelRatio: 'scale',
};

type Core = Omit<ChartSpec, keyof typeof beside | 'returnUrl'>;

function coreOf(spec: ChartSpec): Core {
  const { width, height, format, devicePixelRatio, brandKitId, returnUrl, ...core } = spec;
  return core;
}

function chartOutput(core: Core, spec: ChartSpec): string {
  const usual: Bag = DEFAULTS;
  const fields = Object.entries(beside).flatMap(([key, name]) => {
    const value = (spec as Bag)[key];
    return value === undefined || value === usual[key] ? [] : [`${name}=${written(value)}`];
  });
  const encoded = `c=${toBase64Url(shortJson(core))}`;
  const simple = simpleForm(core);
  const [head = encoded] = [encoded, ...(simple === undefined ? [] : [simple])].sort(
    (a, b) => a.length - b.length,
  );
  return `${RENDER_PATH}?${[head, ...fields].join('&')}`;
}

const written = (value: unknown): string =>
  typeof value === 'number' ? shortNumber(value, true) : inQuery(String(value));

/** One series without a name, and at most a title: then labels and numbers can stand in the URL as they are. */
function simpleForm(core: Core): string | undefined {
  const { type, data, options, ...more } = core;
  const [dataset, ...others] = data.datasets;
  if (!dataset || others.length > 0 || !onlyHas(dataset, ['data']) || Object.keys(more).length > 0)
    return undefined;
  const title = titleAlone(options);
  if (title === undefined) return undefined;
  const pairs = [
    `cht=${type}`,
    `l=${data.labels.map(inQuery).join(',')}`,
    `d=${dataset.data.map((value) => (value === null ? '' : shortNumber(value, true))).join(',')}`,
    ...(title === null ? [] : [`t=${inQuery(title)}`]),
  ];
  const query = pairs.join('&');
  // Not every chart comes out of it as it went in: an empty list reads as a gap.
  const back = readRenderQuery(query);
  return back.ok && same(back.value, core) ? query : undefined;
}

/** The title when it is all the options say; null for no options; undefined when they say more. */
function titleAlone(options: Core['options']): string | null | undefined {
  if (options === undefined) return null;
  const { title } = options.plugins ?? {};
  return onlyHas(options, ['plugins']) &&
    onlyHas(options.plugins, ['title']) &&
    onlyHas(title, ['display', 'text'])
    ? (title as { display: unknown }).display === true && isText((title as { text: unknown }).text)
      ? (title as { text: string }).text
      : undefined
    : undefined;
}

const isText = (value: unknown): boolean => typeof value === 'string';
const onlyHas = (value: unknown, keys: readonly string[]): boolean =>
  isBag(value) && Object.keys(value).length === keys.length && keys.every((key) => key in value);

const same = (a: unknown, b: unknown): boolean => shortJson(a) === shortJson(b);

/** A value of a query, with nothing in it that HTML, Markdown or a shell would touch. */
const inQuery = (text: string): string =>
  wellFormed(text)
    .replace(/['()!*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+')
    .replace(/%(?:3A|2F)/g, decodeURIComponent);

/** Half of a surrogate pair cannot be encoded. */
const wellFormed = (text: string): string => encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd'));

function imageCharts(core: Core, spec: ChartSpec): string {
  const { type, data, options } = core;
  const chart = { type, data, ...(options === undefined ? {} : { options }) };
  const strict = shortJson(chart);
  const ways = [shortJson(chart, true), strict].flatMap((text) => {
    const back = readRelaxedJson(text);
    return back.ok && same(back.value, chart) ? [`c=${inLooseQuery(text)}`] : [];
  });
  const encoded = toBase64Url(strict);
  if (fromBase64Url(encoded) === strict) ways.push(`c=${encoded}&encoding=base64`);
  const [shortest = ''] = ways.sort((a, b) => a.length - b.length);
  const fields = [
    shortest,
    ...(spec.width === IMAGE_CHARTS_SIZE.width ? [] : [`width=${spec.width}`]),
    ...(spec.height === IMAGE_CHARTS_SIZE.height ? [] : [`height=${spec.height}`]),
    ...(spec.backgroundColor === undefined ? [] : [`bkg=${inQuery(spec.backgroundColor)}`]),
  ];
  return `${IMAGE_CHARTS_PATHS['4']}?${fields.join('&')}`;
}

/** Signs that a query may hold as they are (RFC 3986 §3.4) stay, apart from the ones that Markdown or a shell reads. */
const inLooseQuery = (text: string): string =>
  wellFormed(text)
    .replace(/[()!*~]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
    .replace(/%20/g, '+')
    .replace(/%(?:3A|2F|2C)/g, decodeURIComponent);
