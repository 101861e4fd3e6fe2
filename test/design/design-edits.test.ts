// In: valid charts, typed anyhow, and edits of fields. Out: a text that says the new thing at that place, and every other letter as
// it was.
import type { Node } from 'jsonc-parser';
import { describe, expect, it } from 'vitest';
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import type { Path } from '#shared/sentences.ts';
import { designEdits, prunes } from '../../src/design/design-edits.ts';
import { type Leaf, leavesOf } from '../../src/design/leaves.ts';
import { valueAt } from '../../src/design/value-at.ts';
import { applyEdits, type TextEdit } from '../../src/editor/edit-value.ts';
import { nodeAt, treeOf } from '../../src/editor/places.ts';
import type { Schema } from '../../src/editor/schema-at.ts';
import { type Dice, diceOf } from '../fixtures/dice.ts';
import { randomChart } from '../fixtures/random-chart.ts';
import fc, { runs } from '../support/properties.ts';
import { writtenAnyhow } from './written-anyhow.ts';

type Bag = Record<string | number, unknown>;

const leaves = leavesOf(chartJsonSchema() as Schema);

/** A field of the panel, at a place that this chart has or could have. */
function somePath({ pattern }: Leaf, chart: unknown, dice: Dice): Path | undefined {
  const path: Path = [];
  for (const step of pattern) {
    const here = valueAt(chart, path);
    if (step !== '*') path.push(step);
    else if (Array.isArray(here) && here.length > 0) path.push(dice.below(here.length));
    else if (path.at(-1) === 'scales') path.push(dice.pick(['x', 'y', 'r', 'y2']));
    else return undefined;
  }
  return path;
}

function someValue({ kind, choices }: Leaf, dice: Dice): unknown {
  if (dice.chance(0.3)) return undefined;
  if (kind === 'number') return dice.pick([0, 1, 12.5, -3]);
  if (kind === 'switch' || kind === 'choice') return dice.pick([...choices, 'other']);
  if (kind === 'numbers') return [6, 4];
  if (kind === 'texts' || kind === 'colours' || kind === 'lines') return ['#123456', 'b "q"\n'];
  return dice.pick(['', 'Überschrift "neu"', '#3b82f6']);
}

/** The chart with the value there: what the text must say afterwards. */
function withValue(chart: unknown, path: Path, value: unknown): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const plain = typeof chart !== 'object' || chart === null;
  if (plain && value === undefined) return chart;
  const copy = (plain ? {} : structuredClone(chart)) as Bag;
  if (!(value === undefined && copy[step] === undefined)) copy[step] = withValue(copy[step], rest, value);
  if (copy[step] === undefined) delete copy[step];
  return copy;
}

/** The same, without the objects that held nothing else. */
function pruned(before: unknown, path: Path): unknown {
  let chart = withValue(before, path, undefined);
  for (let around = path.slice(0, -1); around.length > 0; around = around.slice(0, -1)) {
    const held = valueAt(chart, around);
    const empty = typeof held === 'object' && held !== null && Object.keys(held).length === 0;
    if (!empty || !prunes(around) || valueAt(before, path) === undefined) break;
    chart = withValue(chart, around, undefined);
  }
  return chart;
}

/** Every key and every value outside a path, as it is spelt. */
function spelling(text: string, path: Path): string[] {
  const at = nodeAt(treeOf(text), path);
  const spelt: string[] = [];
  const visit = (node: Node) => {
    if (node === at || node === at?.parent) return;
    if (node.children) for (const child of node.children) visit(child);
    else spelt.push(text.slice(node.offset, node.offset + node.length));
  };
  // The nodes of one tree: the path is looked up in the one that is walked.
  const root = at ? rootOf(at) : treeOf(text);
  if (root) visit(root);
  return spelt;
}
const rootOf = (node: Node): Node => (node.parent ? rootOf(node.parent) : node);

/** What undo does. */
function undone(before: string, after: string, edits: readonly TextEdit[]): string {
  let shift = 0;
  const back = edits
    .toSorted((a, b) => a.offset - b.offset)
    .map(({ offset, length, content }) => {
      const edit = {
        offset: offset + shift,
        length: content.length,
        content: before.slice(offset, offset + length),
      };
      shift += content.length - length;
      return edit;
    });
  return applyEdits(after, back);
}

describe('an edit of a field', () => {
  it('says the new thing at its place, spells everything else as before, and can be taken back', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = diceOf(seed);
        const chart = randomChart(seed);
        // The largest take seconds to walk, and hold nothing that the others do not.
        fc.pre(JSON.stringify(chart).length < 20_000);
        const before = writtenAnyhow(chart, dice);
        const leaf = dice.pick(leaves);
        const path = somePath(leaf, chart, dice);
        fc.pre(path !== undefined && !runsThroughList(chart, path));
        const value = someValue(leaf, dice);
        const edits = designEdits(before, [[path, value]]);
        const after = applyEdits(before, edits);
        const wanted = value === undefined ? pruned(chart, path) : withValue(chart, path, value);
        expect(JSON.parse(after)).toEqual(JSON.parse(JSON.stringify(wanted)));
        expect(undone(before, after, edits)).toBe(before);
        const kept = (held: string[]) =>
          held.filter((word) => !path.some((step) => word === JSON.stringify(step)));
        const plain = path.findIndex((_, i) => i > 0 && isPlain(valueAt(chart, path.slice(0, i))));
        const place = plain < 0 ? path : path.slice(0, plain);
        expect(kept(spelling(after, place))).toEqual(kept(spelling(before, place)));
      }),
      runs(300),
    );
  });
});

const isPlain = (value: unknown) => value !== undefined && (typeof value !== 'object' || value === null);
/** Such as `borderRadius.topLeft` where the radius is one per point: no field writes there. */
const runsThroughList = (chart: unknown, path: Path) =>
  path.some((step, i) => typeof step === 'string' && Array.isArray(valueAt(chart, path.slice(0, i))));

const set = (text: string, path: Path, value: unknown) =>
  applyEdits(text, designEdits(text, [[path, value]]));

describe('the text after it', () => {
  it('is written as the text around it is', () => {
    const lines = '{\n    "type": "bar",\n    "width": 800\n}\n';
    expect(set(lines, ['options', 'plugins', 'title', 'text'], 'Orders')).toBe(
      '{\n    "type": "bar",\n    "width": 800,\n    "options": { "plugins": { "title": { "text": "Orders" } } }\n}\n',
    );
    expect(set('{"type":"bar","width":800}', ['header', 'title'], 'Orders')).toBe(
      '{"type":"bar","width":800,"header":{"title":"Orders"}}',
    );
  });

  it('breaks long objects into lines where the text has lines', () => {
    const text = set('{\n  "type": "bar"\n}', ['theme'], {
      palette: ['#111111', '#222222', '#333333'],
      mode: 'dark',
      textPrimary: '#ffffff',
    });
    expect(text).toBe(
      '{\n  "type": "bar",\n  "theme": {\n    "palette": ["#111111", "#222222", "#333333"],\n    "mode": "dark",\n    "textPrimary": "#ffffff"\n  }\n}',
    );
  });

  it('loses the objects that held nothing else, but no axis and no series', () => {
    const text = '{"type":"bar","options":{"plugins":{"title":{"text":"a"}}},"data":{"labels":["a"]}}';
    expect(set(text, ['options', 'plugins', 'title', 'text'], undefined)).toBe(
      '{"type":"bar","data":{"labels":["a"]}}',
    );
    const axis = '{"options":{"scales":{"y1":{"min":1}}}}';
    expect(set(axis, ['options', 'scales', 'y1', 'min'], undefined)).toBe('{"options":{"scales":{"y1":{}}}}');
  });

  it('loses a key that is there twice altogether: the first would come into force', () => {
    expect(set('{ "width": 1, "type": "bar", "width": 2 }', ['width'], undefined)).toBe('{ "type": "bar" }');
  });

  it('is the same for a value that is there already, however it is spelt', () => {
    expect(designEdits('{"width": 8e2}', [[['width'], 800]])).toEqual([]);
  });

  it.each(['', '[1]', '{"width": }', '{"width": 800,}'])('is never made of a broken one: %s', (text) => {
    expect(designEdits(text, [[['width'], 640]])).toEqual([]);
    expect(designEdits(text, [[['width'], undefined]])).toEqual([]);
  });

  it('holds several changes as one stretch', () => {
    const text = '{ "width": 800, "type": "bar", "height": 400 }';
    const changes = [
      [['width'], 600],
      [['height'], 300],
    ] as const satisfies readonly (readonly [Path, unknown])[];
    const edits = designEdits(text, changes as never);
    expect(edits).toHaveLength(1);
    expect(applyEdits(text, edits)).toBe('{ "width": 600, "type": "bar", "height": 300 }');
  });
});
