// In: the text and one of its problems. Out: what would heal it, the likeliest first, each one step. Deterministic: every guess is
// tried on the text, and only those stay after which the problem is gone and none has come in its place.

import { fromChartJs2 } from '#shared/chart-js-2.ts';
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import { type Bag, isBag } from '#shared/merged.ts';
import { MOST_ISSUES } from '#shared/plain-data.ts';
import type { Path } from '#shared/sentences.ts';
import { type Draft, readDraft } from '../draft.ts';
import type { TextEdit } from '../edit-value.ts';
import { nodeAt } from '../places.ts';
import type { Problem } from '../problem.ts';
import { replacement } from '../replacement.ts';
import type { Schema } from '../schema-at.ts';
import { schemasAt } from '../schema-at.ts';
import { readSyntax } from '../syntax.ts';
import { type Change, changed, put, remove } from './changes.ts';
import { keyFixes, missing } from './key-fixes.ts';
import { siblingFixes } from './sibling-fixes.ts';
import { syntaxFixes } from './syntax-fixes.ts';
import { guesses } from './value-fixes.ts';

export type Fix = { title: string; edits: readonly TextEdit[] };

/** More are a menu nobody reads. */
const MOST = 6;
/** Trying guesses on longer texts would take seconds. */
const LONGEST_TEXT = 400_000;

let schema: Schema | undefined;
const theSchema = (): Schema => {
  schema ??= chartJsonSchema() as Schema;
  return schema;
};

export function fixesFor(text: string, problem: Problem): Fix[] {
  if (text.length > LONGEST_TEXT || problem.stale) return [];
  if (problem.source === 'syntax') return syntaxFixes(text, problem).slice(0, MOST);
  const before = readDraft(text);
  if (!readSyntax(text).root || before.value === undefined) return [];
  const fixes: Fix[] = [];
  const seen = new Set<string>();
  for (const change of changesFor(text, problem, before.value)) {
    if (fixes.length >= MOST) break;
    const after = changed(text, change);
    if (after === undefined || seen.has(after) || !heals(before, readDraft(after), problem)) continue;
    seen.add(after);
    const edit = replacement(text, after);
    if (edit) fixes.push({ title: change.title, edits: [edit] });
  }
  return fixes;
}

function changesFor(text: string, { path, severity, range }: Problem, document: unknown): Change[] {
  const value = valueAt(document, path);
  const schemas = schemasAt(theSchema(), path);
  const key = path.at(-1);
  const old = chartJs2(document, path);
  if (value === undefined) return [...old, ...missing(path, document)];
  const holder = valueAt(document, path.slice(0, -1));
  const holders = schemasAt(theSchema(), path.slice(0, -1));
  const unknown = typeof key === 'string' && schemas.length === 0;
  const one = guesses(value, schemas).map(({ title, value: meant }) => put(path, meant, title));
  return [
    ...old,
    ...siblingFixes(path, holder, schemas),
    ...(severity === 'error' ? one : []),
    ...lengths(path, value, document),
    ...(unknown || severity !== 'error' ? keyFixes(path, value, holders, holder) : []),
    ...(typeof key === 'string' && !isRequired(holders, key) ? [remove(path)] : []),
    ...duplicate(text, path, range.start),
  ];
}

const isRequired = (holders: readonly Schema[], key: string) =>
  holders.some(({ required = [] }) => required.includes(key));

/** Points without labels go, labels without points get gaps. */
function lengths(path: Path, value: unknown, document: unknown): Change[] {
  const labels = valueAt(document, ['data', 'labels']);
  if (path.length !== 4 || path[1] !== 'datasets' || path[3] !== 'data') return [];
  if (!Array.isArray(value) || !Array.isArray(labels) || value.length === labels.length) return [];
  if (value.length > labels.length)
    return [put(path, value.slice(0, labels.length), `Keep the first ${labels.length} points`)];
  const gaps = Array.from({ length: labels.length - value.length }, () => null);
  return [put(path, [...value, ...gaps], 'Fill up with gaps (null)')];
}

/** A whole chart in the shapes of version 2 is put into those of version 4 at once. */
function chartJs2(document: unknown, path: Path): Change[] {
  if (!isBag(document)) return [];
  const concerned = path[0] === 'options' || path[0] === 'type' || path.includes('xAxisID');
  const options: Bag = isBag(document.options) ? document.options : {};
  const scales: Bag = isBag(options.scales) ? options.scales : {};
  const marks = ['legend', 'title', 'tooltips', 'scale', 'cutoutPercentage', 'showLines'];
  const old =
    document.type === 'horizontalBar' ||
    Array.isArray(scales.xAxes) ||
    Array.isArray(scales.yAxes) ||
    marks.some((mark) => Object.hasOwn(options, mark));
  if (!concerned || !old) return [];
  const today = fromChartJs2(document);
  if (!isBag(today)) return [];
  const steps = ['type', 'data', 'options']
    .filter((key) => JSON.stringify(today[key]) !== JSON.stringify(document[key]))
    .map((key) => ({ path: [key], value: today[key] }));
  return steps.length > 0 ? [{ title: 'Convert from Chart.js 2', steps }] : [];
}

/** Of a key that stands twice the earlier one goes: it is the one that is ignored. */
function duplicate(text: string, path: Path, keyOffset: number): Change[] {
  const holder = nodeAt(readSyntax(text).root, path.slice(0, -1));
  const properties = holder?.type === 'object' ? (holder.children ?? []) : [];
  const index = properties.findIndex(({ offset }) => offset === keyOffset);
  const property = properties[index];
  const next = properties[index + 1];
  if (!property || !next || !properties.slice(index + 1).some((one) => nameOf(one) === nameOf(property)))
    return [];
  const without = text.slice(0, property.offset) + text.slice(next.offset);
  return [{ title: 'Remove the one that is ignored', steps: [], text: without }];
}

const nameOf = (property: { children?: readonly { value?: unknown }[] }) => property.children?.[0]?.value;

function valueAt(document: unknown, path: Path): unknown {
  let here = document;
  for (const step of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, step)) return undefined;
    here = (here as Record<string | number, unknown>)[step];
  }
  return here;
}

/** The problem is gone, and there are not more errors than before. */
function heals(before: Draft, after: Draft, problem: Problem): boolean {
  const same = (one: Problem) =>
    one.message === problem.message && one.path.join('\n') === problem.path.join('\n');
  const errors = ({ problems }: Draft) => problems.filter(({ severity }) => severity === 'error').length;
  const times = ({ problems }: Draft) => problems.filter(same).length;
  if (after.value === undefined) return false;
  // The list ends at a number: one healed of many more leaves it as long as it was.
  const cut = errors(before) >= MOST_ISSUES;
  const limit = errors(before) - (problem.severity === 'error' && !cut ? 1 : 0);
  return times(after) < times(before) && errors(after) <= limit;
}
