// In: a chart, or the raw query of a GET request. Out: the URL that draws it, or the chart that the query stands for (not yet
// judged). Both directions live here, so that a copied URL always means what the page showed.
import { fromBase64Url, toBase64Url } from './base64url.ts';
import { DEFAULTS } from './chart-spec.ts';
import type { Detail } from './errors.ts';
import { LIMITS } from './limits.ts';
import {
  decoded,
  type Given,
  items,
  numberOrGap,
  readParameters,
  sharedFields,
  textOf,
} from './query-parameters.ts';
import { readJson } from './strict-json.ts';

export const RENDER_PATH = '/api/v1/render';

/** Path and query of the GET URL that draws this chart. Credentials are never part of it. */
export const renderPath = (chart: unknown): string =>
  `${RENDER_PATH}?chart=${toBase64Url(JSON.stringify(withoutDefaults(chart)))}`;

/** Characters left before the documented limit of path and query; negative when the chart must go by POST. */
export const urlRoom = (path: string): number => LIMITS.urlCharacters - path.length;

/** What the server fills in anyway need not take room in a URL. */
function withoutDefaults(chart: unknown): unknown {
  if (typeof chart !== 'object' || chart === null || Array.isArray(chart)) return chart;
  const usual: Record<string, unknown> = DEFAULTS;
  return Object.fromEntries(
    Object.entries(chart).filter(([key, value]) => !(Object.hasOwn(usual, key) && usual[key] === value)),
  );
}

export type QueryReading =
  | { ok: true; value: unknown }
  | { ok: false; code: 'invalid_spec' | 'invalid_base64'; details: Detail[] };

const refusal = (code: 'invalid_spec' | 'invalid_base64', path: string, message: string): QueryReading => ({
  ok: false,
  code,
  details: [{ path, message }],
});

/** Short names that the simple form documents. */
const aliases: Record<string, string> = {
  c: 'chart',
  cht: 'type',
  l: 'labels',
  d: 'data',
  t: 'title',
  scale: 'devicePixelRatio',
};
const known = [
  'chart',
  'type',
  'labels',
  'data',
  'title',
  'width',
  'height',
  'format',
  'brandKitId',
  'devicePixelRatio',
  'returnUrl',
];

/**
 * Reads `?chart=<base64url>` or the simple form `?type=bar&labels=a,b&data=1,2`. Size, format, ratio and kit may stand beside
 * `chart` and win over it. Lists are split before percent-decoding, so that `%2C` can stand inside a label; an empty item of
 * `data` is a gap. A parameter given twice is refused.
 *
 * @param rawQuery the query as received, without `?`
 */
export function readRenderQuery(rawQuery: string): QueryReading {
  const reading = readParameters(rawQuery, known, aliases);
  if (!reading.ok) return { ok: false, code: 'invalid_spec', details: [reading.detail] };
  const { given } = reading;
  return given.has('chart') ? encodedChart(given) : simpleForm(given);
}

function encodedChart(given: Given): QueryReading {
  const { name, raw } = given.get('chart') ?? { name: 'chart', raw: '' };
  const text = fromBase64Url(decoded(raw) ?? '');
  if (text === undefined || text === '') return refusal('invalid_base64', name, 'Invalid base64 encoding');
  const json = readJson(text);
  if (!json.ok)
    return refusal(
      'invalid_spec',
      name,
      json.reason === 'syntax' ? 'The decoded text is not JSON' : 'The decoded JSON is nested too deep',
    );
  if (typeof json.value !== 'object' || json.value === null || Array.isArray(json.value))
    return { ok: true, value: json.value };
  return { ok: true, value: { ...json.value, ...sharedFields(given) } };
}

function simpleForm(given: Given): QueryReading {
  const list = (key: string) => {
    const raw = given.get(key)?.raw;
    return raw === undefined ? undefined : items(raw);
  };
  const title = textOf(given, 'title');
  const type = textOf(given, 'type');
  return {
    ok: true,
    value: {
      ...(type === undefined ? {} : { type }),
      data: { labels: list('labels'), datasets: [{ data: list('data')?.map(numberOrGap) }] },
      ...(title === undefined ? {} : { options: { plugins: { title: { display: true, text: title } } } }),
      ...sharedFields(given),
    },
  };
}
