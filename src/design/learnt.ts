// In: nothing. Out: what the panel knows of the schema, worked out once, when it is opened first: exporting takes some 20 ms.
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import type { Path } from '#shared/sentences.ts';
import type { Schema } from '../editor/schema-at.ts';
import { fits, type Leaf, leavesOf } from './leaves.ts';
import { fieldId } from './names.ts';
import { restOf } from './plan.ts';

let known: ReturnType<typeof learn> | undefined;

export function learnt() {
  known ??= learn();
  return known;
}

function learn() {
  const leaves = leavesOf(chartJsonSchema() as Schema);
  const found = new Map<string, Leaf | undefined>();
  const leafAt = (path: Path) => {
    const id = fieldId(path);
    if (!found.has(id))
      found.set(
        id,
        leaves.find(({ pattern }) => fits(pattern, path)),
      );
    return found.get(id);
  };
  return { leaves, rest: restOf(leaves), leafAt };
}
