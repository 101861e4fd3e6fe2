// In: leaves of the schema that no part of the panel names. Out: all of them behind one button, in groups, each with the control
// that its schema asks for; at once while something is looked for.
import { useId } from 'react';
import type { Path } from '#shared/sentences.ts';
import { useDesign } from '../design-context.ts';
import { Field } from '../fields/field.tsx';
import type { Leaf } from '../leaves.ts';
import { fieldId, groupName } from '../names.ts';
import { useOpenPart } from '../open-parts.ts';
import { valueAt } from '../value-at.ts';
import { Group } from './group.tsx';

type Props = {
  name: string;
  /** The place that the patterns begin at: its last steps replace their `*`. */
  base: Path;
  leaves: readonly Leaf[];
};

export function More({ name, base, leaves }: Props) {
  const { query, value } = useDesign();
  const [chosen, choose] = useOpenPart(`${name} more`);
  const id = useId();
  if (leaves.length === 0) return null;
  const open = chosen || query !== '';
  const paths = leaves.map(({ pattern }) => pathOf(pattern, base));
  const set = paths.filter((path) => valueAt(value, path) !== undefined).length;
  return (
    <div className="design-more">
      <button
        type="button"
        className="design-more-button"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => choose(!chosen)}
      >
        {chosen ? 'Fewer' : `${leaves.length} more`}
        {!chosen && set > 0 && <span>{set} set</span>}
      </button>
      <div id={id} hidden={!open}>
        {open &&
          grouped(paths).map((members) => (
            <Group
              key={fieldId(members[0] ?? [])}
              title={groupName((members[0] ?? []).slice(base.length, -1))}
            >
              {members.map((path) => (
                <Field key={fieldId(path)} path={path} />
              ))}
            </Group>
          ))}
      </div>
    </div>
  );
}

/** Those that stand in one object, in the order of the first of each. */
function grouped(paths: readonly Path[]): Path[][] {
  const groups = new Map<string, Path[]>();
  for (const path of paths) {
    const holder = fieldId(path.slice(0, -1));
    groups.set(holder, [...(groups.get(holder) ?? []), path]);
  }
  return [...groups.values()];
}

/** The pattern with its `*` filled from the place it begins at. */
const pathOf = (pattern: readonly string[], base: Path): Path =>
  pattern.map((step, index) => (index < base.length ? (base[index] ?? step) : step));
