// In: a path. Out: its line with the control that the schema asks for there.
import type { Path } from '#shared/sentences.ts';
import { useDesign } from '../design-context.ts';
import type { Kind, Leaf } from '../leaves.ts';
import { valueAt } from '../value-at.ts';
import { ChoiceField } from './choice-field.tsx';
import { ColourField } from './colour-field.tsx';
import { ColoursField } from './colours-field.tsx';
import { JsonField } from './json-field.tsx';
import { NumberField } from './number-field.tsx';
import { SwitchField } from './switch-field.tsx';
import { TextField } from './text-field.tsx';

export type FieldProps = {
  path: Path;
  label?: string;
  /** Shown while nothing is set: what the picture does by itself. */
  usual?: string | boolean;
  unit?: string;
  /** Names for what may be chosen. */
  names?: Readonly<Record<string, string>>;
  /** Instead of what the schema lists, where only some of it makes sense. */
  choices?: readonly (string | boolean)[];
  /** An empty text is written, not taken away: the chart requires one. */
  required?: boolean;
  /** Set in the same step, where it is not set yet: what the value needs in order to be seen. */
  along?: readonly (readonly [Path, unknown])[];
};

export function Field(props: FieldProps) {
  const { leafAt, value } = useDesign();
  const found = leafAt(props.path);
  if (!found) return null;
  const leaf: Leaf = props.choices
    ? { ...found, kind: 'choice', choices: props.choices, also: undefined }
    : found;
  const given = valueAt(value, props.path);
  const list = leaf.kind === 'colour' && Array.isArray(given);
  const Control = list ? ColoursField : fitsControl(leaf, given) ? controls[leaf.kind] : JsonField;
  return <Control {...props} leaf={leaf} />;
}

export type ControlProps = FieldProps & { leaf: Leaf };

const controls: Record<Kind, (props: ControlProps) => React.ReactNode> = {
  switch: SwitchField,
  number: NumberField,
  edge: TextField,
  text: TextField,
  lines: TextField,
  numbers: TextField,
  texts: TextField,
  colour: ColourField,
  colours: ColoursField,
  choice: ChoiceField,
  json: JsonField,
};

/** A value of another shape than the control writes, such as one colour per point, is told and left to the JSON. */
function fitsControl({ kind }: Leaf, value: unknown): boolean {
  if (value === undefined || value === null) return true;
  const listed = kind === 'lines' || kind === 'numbers' || kind === 'texts' || kind === 'colours';
  if (Array.isArray(value)) return listed && value.every((item) => typeof item !== 'object');
  return typeof value !== 'object';
}
