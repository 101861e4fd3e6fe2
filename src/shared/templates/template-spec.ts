// In: a template's id and the raw query of a GET request. Out: the chart that may be drawn, or every fault at the parameter that
// caused it; undefined for an id that nobody has.
import { type ChartSpec, readSpec } from '../chart-spec.ts';
import type { Detail } from '../errors.ts';
import { type Given, items, numberOrGap, readParameters, sharedFields, textOf } from '../query-parameters.ts';
import type { Path } from '../sentences.ts';
import type { Figures, Series, Template } from './template.ts';
import { type Brought, templateChart } from './template-chart.ts';
import { templates } from './templates.ts';

export const templateParameters = [
  'labels',
  'data',
  'title',
  'width',
  'height',
  'format',
  'brandKitId',
  'devicePixelRatio',
  'palette',
  'mode',
  'returnUrl',
] as const;
const aliases = { l: 'labels', d: 'data', t: 'title', scale: 'devicePixelRatio' };

export type TemplateReading = { ok: true; spec: ChartSpec } | { ok: false; details: Detail[] };

export const templateOf = (id: string): Template | undefined =>
  templates.find((template) => template.id === id);

/**
 * `data` holds one comma list per series, separated by `;`, and is split before anything is decoded, like `labels`. Series that are
 * not given are left out: the sample's figures beside somebody's own would be false.
 *
 * @param rawQuery the query as received, without `?`
 */
export function templateSpec(id: string, rawQuery = ''): TemplateReading | undefined {
  const template = templateOf(id);
  if (!template) return undefined;
  const reading = readParameters(rawQuery, templateParameters, aliases);
  if (!reading.ok) return { ok: false, details: [reading.detail] };
  const { given } = reading;
  const figures = figuresFrom(given, template);
  if (!figures.ok) return figures;
  const title = textOf(given, 'title');
  const brought: Brought = {
    ...(figures.figures ? { figures: figures.figures } : {}),
    ...(title === undefined ? {} : { title }),
    fields: { ...sharedFields(given), ...themeFrom(given) },
  };
  const judged = readSpec(templateChart(template, brought));
  if (judged.ok) return judged;
  // Every template is valid by itself, so whatever is wrong came with the query.
  const details = judged.issues.map(({ path, message }) => atParameter(path, message, given));
  return { ok: false, details: onePerPlace(details) };
}

type FiguresReading = { ok: true; figures?: Figures } | { ok: false; details: Detail[] };

function figuresFrom(given: Given, template: Template): FiguresReading {
  const [ownLabels, ownData] = [given.get('labels'), given.get('data')];
  if (!ownLabels && !ownData) return { ok: true };
  const { sample } = template;
  const details: Detail[] = [];
  const say = (path: string, message: string) => void details.push({ path, message });
  const series = ownData
    ? seriesFrom(ownData.raw, sample.series, (m) => say(ownData.name, m))
    : sample.series;
  const points = Math.max(0, ...series.map(({ data }) => data.length));
  const labels = ownLabels ? items(ownLabels.raw) : labelsFor(points, sample.labels);
  if (points > labels.length && ownData)
    say(ownData.name, `${points} points for ${labels.length} labels: each point needs one`);
  if (labels.length > points && !ownData)
    say(
      ownLabels?.name ?? 'labels',
      `${labels.length} labels for the ${points} points of the sample: give data as well`,
    );
  if (details.length > 0) return { ok: false, details };
  const cut = series.map(({ label, data }) => ({ label, data: data.slice(0, labels.length) }));
  return { ok: true, figures: { labels, series: cut } };
}

function seriesFrom(raw: string, sample: readonly Series[], say: (message: string) => void): Series[] {
  const lists = splitSeries(raw).map((list) => items(list).map(numberOrGap));
  if (lists.length > sample.length)
    say(
      `${lists.length} series: this template takes ${sample.length === 1 ? '1' : `at most ${sample.length}`}`,
    );
  return sample.slice(0, lists.length).map(({ label }, s) => ({
    label,
    data: (lists[s] ?? []).map((value, i) => {
      if (typeof value !== 'string') return value;
      say(`${place(s, i, lists.length)}: Expected number, received '${value.slice(0, 40)}'`);
      return null;
    }),
  }));
}

/** A `;` that was percent-encoded, as most tools do, separates as well: no number holds one. */
const splitSeries = (raw: string): string[] => raw.split(/;|%3B/i);

const place = (series: number, item: number, of: number) =>
  of > 1 ? `Series ${series + 1}, item ${item + 1}` : `Item ${item + 1}`;

/** Without labels of their own, as many points as the sample has keep its labels; any other number is only counted. */
const labelsFor = (points: number, sample: readonly string[]): readonly string[] =>
  points === sample.length ? sample : Array.from({ length: points }, (_, i) => String(i + 1));

/** A `#` in a URL begins the fragment unless it is written as %23, so a colour may do without. */
function themeFrom(given: Given): { theme?: Record<string, unknown> } {
  const raw = given.get('palette')?.raw;
  const mode = textOf(given, 'mode');
  const theme = {
    ...(mode === undefined ? {} : { mode }),
    ...(raw === undefined ? {} : { palette: items(raw).map((colour) => colour.trim().replace(/^#?/, '#')) }),
  };
  return Object.keys(theme).length > 0 ? { theme } : {};
}

/** Where a fault of the chart stands in the query. */
function atParameter([root, ...inner]: Path, message: string, given: Given): Detail {
  const named = (name: string) => given.get(name)?.name ?? name;
  if (root === 'data' && inner[0] === 'labels') {
    const at = typeof inner[1] === 'number' ? `Item ${inner[1] + 1}: ` : '';
    return { path: named('labels'), message: at + message };
  }
  if (root === 'data') return { path: named('data'), message: numbered(inner.slice(1), message) };
  if (root === 'theme')
    return {
      path: String(inner[0]),
      message: typeof inner[1] === 'number' ? `Item ${inner[1] + 1}: ${message}` : message,
    };
  if (root === 'header' || root === 'scale')
    return { path: named(root === 'scale' ? 'devicePixelRatio' : 'title'), message };
  return { path: named(String(root ?? '')), message };
}

const numbered = ([series, , item]: Path, message: string) =>
  typeof series === 'number' && typeof item === 'number'
    ? `Series ${series + 1}, item ${item + 1}: ${message}`
    : message;

const onePerPlace = (details: readonly Detail[]): Detail[] => [
  ...new Map(details.map((detail) => [`${detail.path}\n${detail.message}`, detail])).values(),
];
