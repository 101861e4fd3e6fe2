// In: the raw query of an Image-Charts request. Out: what it asks for, or every parameter that does not fit, told as the vendor's
// own validation tells it.
import type { Fault } from './image-charts-faults.ts';
import { LIMITS } from './limits.ts';

export const IMAGE_CHARTS_PATHS = { '2.8.0': '/chart.js/2.8.0', '4': '/chart.js/4' } as const;
/** Signs the query behind it with the public test account. */
export const IMAGE_CHARTS_SIGN_PATH = '/api/v1/image-charts/sign';
/** Documented by the clients; the vendor's page says 400 wide. */
export const IMAGE_CHARTS_SIZE = { width: 500, height: 300 } as const;

export type ImageChartsRequest = {
  /** Which of its two names the chart came under. */
  name: 'c' | 'chart';
  /** The chart as text: relaxed JSON, or base64 of it. */
  text: string;
  encoding: 'url' | 'base64';
  width: number;
  height: number;
  background: string | undefined;
  retina: boolean;
};

export type ImageChartsReading = { ok: true; request: ImageChartsRequest } | { ok: false; faults: Fault[] };

export type Pair = { name: string; value: string };

/** All pairs in their order, decoded as forms are: `+` is a space. What is no percent-encoding stays as it stands. */
export const queryPairs = (rawQuery: string): Pair[] =>
  rawQuery
    .split('&')
    .filter(Boolean)
    .map((pair) => {
      const cut = pair.indexOf('=');
      return {
        name: decoded(cut < 0 ? pair : pair.slice(0, cut)),
        value: cut < 0 ? '' : decoded(pair.slice(cut + 1)),
      };
    });

const decoded = (raw: string): string =>
  raw.replace(/\+/g, ' ').replace(/(?:%[0-9a-f]{2})+/gi, (run) => {
    try {
      return decodeURIComponent(run);
    } catch {
      return run;
    }
  });

/** Two names of one thing; each thing may be given once. */
const things: Record<string, string> = {
  ...{ c: 'chart', chart: 'chart', bkg: 'background', backgroundColor: 'background' },
  ...{
    width: 'width',
    height: 'height',
    encoding: 'encoding',
    icretina: 'icretina',
    icac: 'icac',
    ichm: 'ichm',
  },
};

const fault = (name: string, message: string, type: string, more: Fault['context'] = {}): Fault => ({
  message: `"${name}" ${message}`,
  path: [name],
  type,
  context: { ...more, label: name, key: name },
});

/** Unknown parameters are tolerated, as the vendor does. Faults come in the order of the query. */
export function readImageChartsQuery(rawQuery: string): ImageChartsReading {
  const faults: Fault[] = [];
  const given = new Map<string, Pair>();
  for (const pair of queryPairs(rawQuery)) {
    const thing = Object.hasOwn(things, pair.name) ? things[pair.name] : undefined;
    if (thing === undefined) continue;
    const before = given.get(thing);
    if (before === undefined) given.set(thing, pair);
    else if (before.name === pair.name)
      faults.push(fault(pair.name, 'must not be given more than once', 'any.once'));
    else faults.push(fault(pair.name, `conflicts with "${before.name}", its other name`, 'object.xor'));
  }
  const oneOf = (name: string, allowed: readonly string[]): string | undefined => {
    const value = given.get(name)?.value;
    if (value === undefined || allowed.includes(value)) return value;
    faults.push(fault(name, `must be one of [${allowed.join(', ')}]`, 'any.only', { valids: allowed }));
    return undefined;
  };
  const size = {
    width: side('width', given.get('width')?.value, faults),
    height: side('height', given.get('height')?.value, faults),
  };
  const encoding = oneOf('encoding', ['url', 'base64']) === 'base64' ? 'base64' : 'url';
  const retina = oneOf('icretina', ['0', '1']) === '1';
  const chart = given.get('chart');
  if (chart === undefined) faults.push(noChart);
  else if (chart.value.trim() === '')
    faults.push(fault(chart.name, 'is not allowed to be empty', 'string.empty'));
  if (faults.length > 0 || chart === undefined) return { ok: false, faults };
  const background = given.get('background')?.value;
  const name = chart.name === 'c' ? 'c' : 'chart';
  return { ok: true, request: { name, text: chart.value, encoding, ...size, background, retina } };
}

/** The text is asserted by the official clients' tests, inner quotes included. */
const noChart: Fault = {
  message: '"value" must contain at least one of [c, chart]',
  path: [],
  type: 'object.missing',
  context: { peers: ['c', 'chart'], peersWithLabels: ['c', 'chart'], label: 'value' },
};

function side(name: 'width' | 'height', value: string | undefined, faults: Fault[]): number {
  const usual = IMAGE_CHARTS_SIZE[name];
  if (value === undefined) return usual;
  const { min, max } = LIMITS.side;
  const number = /^\s*-?\d{1,15}(\.\d{1,15})?\s*$/.test(value) ? Number(value) : Number.NaN;
  if (Number.isNaN(number)) faults.push(fault(name, 'must be a number', 'number.base'));
  else if (!Number.isInteger(number)) faults.push(fault(name, 'must be an integer', 'number.integer'));
  else if (number < min)
    faults.push(fault(name, `must be greater than or equal to ${min}`, 'number.min', { limit: min }));
  else if (number > max)
    faults.push(fault(name, `must be less than or equal to ${max}`, 'number.max', { limit: max }));
  return number;
}
