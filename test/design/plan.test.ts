// In: the schema. Out: the design panel has a place for every value that a chart may hold: a control, or the way into the JSON.
import { describe, expect, it } from 'vitest';
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import type { Path } from '#shared/sentences.ts';
import { fits, leavesOf } from '../../src/design/leaves.ts';
import { isNamed, named, type PartName, restOf } from '../../src/design/plan.ts';
import { refused, type Schema } from '../../src/editor/schema-at.ts';

const schema = chartJsonSchema() as Schema;
const leaves = leavesOf(schema);

/** Every place that may hold a text, a number, a boolean, or a list of them; found apart from the code under test. */
function places(at: Schema, path: Path = []): Path[] {
  if (refused(at)) return [];
  const branches = [...(at.anyOf ?? []), ...(at.oneOf ?? []), ...(at.allOf ?? [])];
  if (branches.length > 0) return branches.flatMap((branch) => places(branch, path));
  if (at.properties || at.type === 'object') {
    const any = at.additionalProperties;
    const free = typeof any === 'object' && Object.keys(any).length > 0 ? places(any, [...path, 'x']) : [];
    return [
      ...Object.entries(at.properties ?? {}).flatMap(([key, inner]) => places(inner, [...path, key])),
      ...free,
    ];
  }
  if (at.type !== 'array' || Array.isArray(at.items)) return [path];
  const items = places((at.items ?? {}) as Schema, [...path, 0]);
  return items.every((item) => item.length === path.length + 1) ? [path] : items;
}

describe('the design panel', () => {
  const all = places(schema);

  it('has a field for every leaf of the schema', () => {
    expect(all.length).toBeGreaterThan(450);
    const missing = all.filter((path) => !leaves.some(({ pattern }) => fits(pattern, path)));
    expect(missing).toEqual([]);
  });

  it('shows each of them in a part, by name or behind "more"', () => {
    // These two show everything by themselves and have no "more".
    const complete: PartName[] = ['data', 'kpis'];
    const rest = restOf(leaves);
    expect(complete.flatMap((part) => rest[part])).toEqual([]);
    const behind = new Set(Object.values(rest).flat());
    expect(leaves.filter((leaf) => !isNamed(leaf.pattern) && !behind.has(leaf))).toEqual([]);
  });

  it('names nothing that the schema does not know', () => {
    const patterns = new Set(leaves.map(({ pattern }) => pattern.join('.')));
    expect(
      Object.values(named)
        .flat()
        .filter((place) => !patterns.has(place)),
    ).toEqual([]);
  });

  it('leaves to the JSON only what has no shape', () => {
    const left = leaves.filter(({ kind }) => kind === 'json').map(({ pattern }) => pattern.join('.'));
    expect(left).toEqual(['options.plugins.tooltip', 'options.plugins.colors']);
  });
});
