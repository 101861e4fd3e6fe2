// In: the tree and the value of text that is clean JSON. Out: what is allowed but surely not what was meant. Pure.
import type { Node } from 'jsonc-parser';
import { kits } from '#shared/brand-kits.ts';
import { FONT_FAMILY } from '#shared/chart-look.ts';
import type { Path } from '#shared/sentences.ts';
import { placeOf } from './places.ts';
import { lineOf, lineStarts, type Problem, problemMaker, type TextRange } from './problem.ts';

type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const bag = (value: unknown): Bag => (isBag(value) ? value : {});
const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

type Say = (severity: 'warning' | 'info', path: Path, message: string, range?: TextRange) => void;

const still = 'No effect in a picture: nothing in it moves';
const sized = 'No effect in a picture: width and height decide its size';
const untouched = 'No effect in a picture: nobody can point at it';
const inert: Record<string, string> = {
  animation: still,
  animations: still,
  transitions: still,
  responsive: sized,
  maintainAspectRatio: sized,
  resizeDelay: sized,
  events: untouched,
  hover: untouched,
  interaction: untouched,
  tooltip: untouched,
  tooltips: untouched,
};

/** Warnings and hints for one text; empty for a value that is no object. */
export function warnings(text: string, root: Node, value: unknown): Problem[] {
  const problem = problemMaker(text);
  const problems: Problem[] = [];
  const say: Say = (severity, path, message, range = placeOf(root, path, 'key')) =>
    problems.push(problem({ severity, source: 'schema', path, message, range }));
  duplicates(text, root, say);
  const chart = bag(value);
  counts(chart, say);
  withoutEffect(chart, say);
  families(chart.options, ['options'], say);
  if (typeof bag(chart.theme).fontFamily === 'string')
    family(bag(chart.theme).fontFamily, ['theme', 'fontFamily'], say);
  return problems;
}

function duplicates(text: string, root: Node, say: Say): void {
  const starts = lineStarts(text);
  const stack: { node: Node; path: Path }[] = [{ node: root, path: [] }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, path } = next;
    const latest = new Map<unknown, Node>();
    for (const [index, child] of (node.children ?? []).entries()) {
      const [key, held] = child.type === 'property' ? (child.children ?? []) : [undefined, child];
      if (held?.children) stack.push({ node: held, path: [...path, key ? String(key.value) : index] });
      if (key) latest.set(key.value, key);
    }
    for (const child of node.children ?? []) {
      const key = child.type === 'property' ? child.children?.[0] : undefined;
      const kept = key && latest.get(key.value);
      if (!key || !kept || kept === key) continue;
      const line = lineOf(starts, kept.offset) + 1;
      const message = `This value is ignored: the key "${String(key.value).slice(0, 60)}" appears again on line ${line}`;
      say('warning', [...path, String(key.value)], message, {
        start: key.offset,
        end: key.offset + key.length,
      });
    }
  }
}

const counted = (count: number, word: string) => `${count} ${word}${count === 1 ? '' : 's'}`;

function counts(chart: Bag, say: Say): void {
  const { labels, datasets } = bag(chart.data);
  if (!Array.isArray(labels)) return;
  for (const [index, dataset] of list(datasets).entries()) {
    const points = bag(dataset).data;
    if (!Array.isArray(points) || points.length === labels.length) continue;
    const outcome =
      points.length > labels.length
        ? 'the surplus points have no label'
        : 'the last labels stay without a point';
    const message = `${counted(points.length, 'point')} for ${counted(labels.length, 'label')}: ${outcome}`;
    say('warning', ['data', 'datasets', index, 'data'], message);
  }
}

function withoutEffect(chart: Bag, say: Say): void {
  const options = bag(chart.options);
  const plugins = bag(options.plugins);
  for (const [holder, path] of [
    [options, ['options']],
    [plugins, ['options', 'plugins']],
  ] as const)
    for (const key of Object.keys(holder)) {
      const message = Object.hasOwn(inert, key) ? inert[key] : undefined;
      if (message) say('info', [...path, key], message);
    }
  if (Object.hasOwn(bag(chart.header), 'logoUrl'))
    say('warning', ['header', 'logoUrl'], 'No effect: logos are not drawn, because a render fetches nothing');
  if (typeof chart.brandKitId === 'string' && !Object.hasOwn(kits, chart.brandKitId))
    say('warning', ['brandKitId'], 'No kit with this id is saved here: the chart keeps the usual look');
}

/** Looks into every `font` below the options. The text was refused before if it nests too deep for this. */
function families(value: unknown, path: Path, say: Say): void {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) families(item, [...path, i], say);
  if (!isBag(value)) return;
  for (const [key, child] of Object.entries(value)) {
    if (key === 'font' && isBag(child) && typeof child.family === 'string')
      family(child.family, [...path, 'font', 'family'], say);
    else families(child, [...path, key], say);
  }
}

function family(name: unknown, path: Path, say: Say): void {
  const first = String(name).split(',')[0]?.replaceAll(/["']/g, '').trim().toLowerCase();
  if (first !== FONT_FAMILY.toLowerCase())
    say('info', path, `No effect: every text is drawn in ${FONT_FAMILY}`);
}
