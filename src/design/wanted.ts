// In: a path in the JSON. Out: the parts that must be open for its field to be seen, and the fields that may be it, nearest first.
import type { Path } from '#shared/sentences.ts';
import type { Leaf } from './leaves.ts';
import { fieldId } from './names.ts';
import { partOf } from './plan.ts';

export type Wanted = {
  parts: readonly string[];
  /** Opened only if the field is not there without it. */
  more: string;
  fields: readonly string[];
};

export function wantedOf(path: Path, leaves: readonly Leaf[]): Wanted {
  if (path.length === 0) return { parts: [], more: '', fields: [] };
  const leaf = leaves.find(({ pattern }) => begins(pattern, path));
  const pattern = leaf?.pattern ?? path.map(String);
  const part = partOf(pattern);
  const inner =
    part === 'series'
      ? `series ${path[2]}`
      : part === 'axes'
        ? `axis ${path[2]}`
        : part === 'notes'
          ? `note ${path[4]}`
          : part;
  const fields = Array.from({ length: path.length }, (_, cut) => fieldId(path.slice(0, path.length - cut)));
  return { parts: [part, inner], more: `${inner} more`, fields: part === 'data' ? ['data'] : fields };
}

/** The pattern is that of the path, of something in it, or of what holds it. */
const begins = (pattern: readonly string[], path: Path): boolean =>
  pattern.slice(0, path.length).every((step, i) => step === '*' || step === String(path[i]));
