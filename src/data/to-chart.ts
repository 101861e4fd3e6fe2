// In: the text of a chart, labels and series, and what to do with them. Out: the edits, and in a sentence what they do. Only
// labels, values and names of series change, so that colours, options and formatting stay. Pure.
import type { Node } from 'jsonc-parser';
import { LIMITS } from '#shared/limits.ts';
import { setValue, type TextEdit } from '../editor/edit-value.ts';
import { writtenValue } from '../editor/format.ts';
import { nodeAt } from '../editor/places.ts';
import { readSyntax } from '../editor/syntax.ts';
import { appended } from './append-series.ts';
import { type ChartData, counted, type Series } from './chart-data.ts';
import { isTime } from './dates.ts';

export const modes = ['replace', 'append', 'new'] as const;
export type Mode = (typeof modes)[number];
export type Plan = { ok: true; edits: TextEdit[]; sentence: string } | { ok: false; sentence: string };

/** Whether a text can take data in: otherwise only a new chart is to be had. */
export function takesData(text: string): boolean {
  const { root, problems } = readSyntax(text);
  return problems.length === 0 && root?.type === 'object';
}

export function toChart(text: string, data: ChartData, mode: Mode): Plan {
  const tooMuch = overLimit(data);
  if (tooMuch) return { ok: false, sentence: tooMuch };
  const { root, problems } = readSyntax(text);
  if (mode === 'new' || problems.length > 0 || root?.type !== 'object') return newChart(text, data, mode);
  const before = chartIn(root);
  const wanted = mode === 'append' ? appended(before, data) : data;
  const excess = overLimit(wanted);
  if (excess) return { ok: false, sentence: excess };
  const edits = editsFor(text, root, wanted);
  return { ok: true, edits, sentence: sentenceFor(before, wanted, data, mode, edits.length) };
}

function overLimit({ labels, series }: ChartData): string | undefined {
  if (series.length === 0) return 'No column is a series yet: choose “Series” for a column of numbers.';
  if (series.length > LIMITS.datasets)
    return `A chart holds at most ${LIMITS.datasets} series, these are ${series.length}: ignore some, or turn rows and columns round.`;
  if (labels.length === 0) return 'The table has no rows.';
  if (labels.length > LIMITS.labels)
    return `A chart holds at most 1,000 labels, these are ${labels.length.toLocaleString('en-GB')}: choose how to make fewer of them.`;
  return undefined;
}

/** What the text holds at present; anything that is not what it should be counts as missing. */
function chartIn(root: Node): ChartData {
  const list = (node: Node | undefined) => (node?.type === 'array' ? (node.children ?? []) : []);
  const labels = list(nodeAt(root, ['data', 'labels'])).map(({ value }) => String(value ?? ''));
  const series = list(nodeAt(root, ['data', 'datasets'])).map((node): Series => {
    const name: unknown = nodeAt(node, ['label'])?.value;
    const data = list(nodeAt(node, ['data'])).map(({ value }) => (typeof value === 'number' ? value : null));
    return typeof name === 'string' ? { name, data } : { data };
  });
  return { labels, series };
}

function editsFor(text: string, root: Node, { labels, series }: ChartData): TextEdit[] {
  const datasets = nodeAt(root, ['data', 'datasets']);
  const first = datasets?.type === 'array' ? datasets.children?.[0] : undefined;
  if (!first || nodeAt(root, ['data'])?.type !== 'object') {
    const data = {
      labels,
      datasets: series.map((one, i) => ({ label: one.name ?? `Series ${i + 1}`, data: one.data })),
    };
    const whole = nodeAt(root, ['data']);
    return whole ? put(text, whole, data) : setValue(text, ['data'], data);
  }
  const nodes = datasets?.children ?? [];
  const old = nodeAt(root, ['data', 'labels']);
  return [
    ...(old ? put(text, old, labels) : setValue(text, ['data', 'labels'], labels)),
    ...nodes.slice(0, series.length).flatMap((node, i) => seriesEdits(text, node, series[i])),
    ...surplus(nodes, series.length),
    ...added(text, nodes, series),
  ];
}

function seriesEdits(text: string, node: Node, series: Series | undefined): TextEdit[] {
  if (!series) return [];
  const { name, data } = series;
  const values = node.type === 'object' ? nodeAt(node, ['data']) : undefined;
  if (!values) return put(text, node, { ...(name === undefined ? {} : { label: name }), data });
  const label = nodeAt(node, ['label']);
  if (name === undefined || label?.value === name) return put(text, values, data);
  if (label) return [...put(text, label, name), ...put(text, values, data)];
  const at = node.children?.[0]?.offset ?? 0;
  const insert = {
    offset: at,
    length: 0,
    content: `"label": ${JSON.stringify(name)},${gapBefore(text, at)}`,
  };
  return [insert, ...put(text, values, data)];
}

/** Everything behind the last series that stays, and the comma before it. */
function surplus(nodes: readonly Node[], kept: number): TextEdit[] {
  const [stays, last] = [nodes[kept - 1], nodes.at(-1)];
  if (!stays || !last || kept >= nodes.length) return [];
  const offset = stays.offset + stays.length;
  return [{ offset, length: last.offset + last.length - offset, content: '' }];
}

function added(text: string, nodes: readonly Node[], series: readonly Series[]): TextEdit[] {
  const last = nodes.at(-1);
  const more = series.slice(nodes.length);
  if (!last || more.length === 0) return [];
  const gap = gapBefore(text, last.offset);
  const look = sharedLook(nodes);
  const content = more.map(({ name, data }, i) => {
    const dataset = { label: name ?? `Series ${nodes.length + i + 1}`, data, ...look };
    return `,${gap}${written(text, dataset, gap.slice(1), gap.length - 1)}`;
  });
  return [{ offset: last.offset + last.length, length: 0, content: content.join('') }];
}

/** What sets a place apart from the one before it: a line of its own, or a blank. */
function gapBefore(text: string, offset: number): string {
  const space = /\s*$/.exec(text.slice(0, offset))?.[0] ?? '';
  return space.includes('\n') ? space.slice(space.lastIndexOf('\n')) : ' ';
}

/** What all series have in common, such as the curve of their lines, a new one gets as well. Its colour is its own. */
function sharedLook(nodes: readonly Node[]): Record<string, unknown> {
  const [first, ...others] = nodes;
  const own = (first?.children ?? []).flatMap((property): [string, unknown][] => {
    const key = String(property.children?.[0]?.value);
    const value: unknown = property.children?.[1]?.value;
    const plain = value !== undefined && !/^(?:label|data|hidden|order)$|colou?r$/i.test(key);
    return plain && others.every((node) => nodeAt(node, [key])?.value === value) ? [[key, value]] : [];
  });
  return Object.fromEntries(own);
}

function put(text: string, { offset, length }: Node, value: unknown): TextEdit[] {
  const line = text.lastIndexOf('\n', offset - 1) + 1;
  const indent = /^[ \t]*/.exec(text.slice(line, offset))?.[0] ?? '';
  const there = text.slice(offset, offset + length);
  // The same values in another spelling are no change.
  if (JSON.stringify(value) === JSON.stringify(safely(there))) return [];
  return [{ offset, length, content: written(text, value, indent, offset - line) }];
}

function safely(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return undefined;
  }
}

/** A chart on one line stays on one line. */
const written = (text: string, value: unknown, indent: string, column: number) =>
  text.trim().includes('\n') ? writtenValue(value, indent, column) : JSON.stringify(value);

function newChart(text: string, { labels, series }: ChartData, mode: Mode): Plan {
  const type = labels.length > 2 && labels.every(isTime) ? 'line' : 'bar';
  const datasets = series.map((one, i) => ({ label: one.name ?? `Series ${i + 1}`, data: one.data }));
  const chart = { type, data: { labels, datasets }, width: 800, height: 400 };
  const why = mode === 'new' ? '' : ' The text is no chart that could take the data in, so this replaces it.';
  return {
    ok: true,
    edits: [{ offset: 0, length: text.length, content: `${writtenValue(chart, '', 0)}\n` }],
    sentence: `A new ${type} chart of ${sizeOf({ labels, series })}.${why}`,
  };
}

const sizeOf = ({ labels, series }: ChartData) =>
  `${counted(labels.length, 'label')} and ${counted(series.length, 'series')}`;

function sentenceFor(
  before: ChartData,
  wanted: ChartData,
  data: ChartData,
  mode: Mode,
  edits: number,
): string {
  if (edits === 0) return 'The chart holds exactly this data already.';
  if (mode === 'append') {
    const longer = wanted.labels.length - before.labels.length;
    const more = longer > 0 ? ` ${counted(longer, 'label')} ${longer === 1 ? 'is' : 'are'} new.` : '';
    const verb = data.series.length === 1 ? 'joins' : 'join';
    return `${counted(data.series.length, 'series')} ${verb} the ${before.series.length} there are.${more} Everything else stays.`;
  }
  const verb = data.labels.length + data.series.length > 2 ? 'replace' : 'replaces';
  return `${sizeOf(data)} ${verb} ${sizeOf(before)}. Colours and options stay.`;
}
