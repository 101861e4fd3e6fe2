// In: a path with a list of values to choose from, perhaps with a number or a text of one's own. Out: a row of buttons for few,
// a list for many.
import { useId } from 'react';
import { useDesign } from '../design-context.ts';
import { nameOf } from '../names.ts';
import { typedNumber } from '../typed-number.ts';
import { useTyped } from '../use-typed.ts';
import { valueAt } from '../value-at.ts';
import type { ControlProps } from './field.tsx';
import { type ControlIds, Row } from './row.tsx';

export function ChoiceField(props: ControlProps) {
  const { path, label = nameOf(path.at(-1) ?? ''), usual, names = {}, leaf } = props;
  const { value, set, frozen } = useDesign();
  const given = valueAt(value, path);
  const write = (next: unknown, join?: string) => {
    set([[path, next]], `Set ${label}`, join);
  };
  const named = (choice: string | boolean) =>
    names[String(choice)] ?? (choice === true ? 'On' : choice === false ? 'Off' : nameOf(choice));
  const automatic = typeof usual === 'string' ? usual : 'Auto';
  const options = [
    { value: undefined, name: automatic },
    ...leaf.choices.map((choice) => ({ value: choice, name: named(choice) })),
  ];
  if (!leaf.also && options.length <= 4 && options.map(({ name }) => name).join('').length <= 22)
    return (
      <Row path={path} label={label} hint={leaf.hint} group>
        {(ids) => (
          <Segments
            ids={ids}
            options={options}
            chosen={given}
            onChoose={(next) => write(next)}
            disabled={frozen}
          />
        )}
      </Row>
    );
  const own = given !== undefined && !leaf.choices.some((choice) => choice === given);
  const chosen = own ? 'own' : String(options.findIndex((option) => option.value === given));
  return (
    <Row path={path} label={label} hint={leaf.hint}>
      {(ids) => (
        <span className="design-choice">
          <select
            {...ids}
            className="select"
            value={chosen}
            disabled={frozen}
            onChange={({ currentTarget }) =>
              write(
                currentTarget.value === 'own'
                  ? leaf.also === 'number'
                    ? (leaf.min ?? 0)
                    : ''
                  : options[Number(currentTarget.value)]?.value,
              )
            }
          >
            {options.map((option, index) => (
              <option key={option.name} value={index}>
                {option.name}
              </option>
            ))}
            {(leaf.also || own) && (
              <option value="own">{leaf.also === 'number' ? 'Number…' : 'Other…'}</option>
            )}
          </select>
          {own && leaf.also && <Own {...props} label={label} given={given} onWrite={write} />}
        </span>
      )}
    </Row>
  );
}

type OwnProps = ControlProps & {
  label: string;
  given: unknown;
  onWrite: (value: unknown, join: string) => void;
};

function Own({ leaf, label, given, onWrite }: OwnProps) {
  const { frozen } = useDesign();
  const { props } = useTyped(String(given), (typed, join) => {
    const number = typedNumber(typed);
    if (leaf.also === 'number' && typeof number !== 'number') return 'Not a number';
    // Of a text that counts from here, such as "-1", the sign is the meaning.
    const counts = typeof number === 'number' && leaf.also !== 'colour' && !/^[+-]/.test(typed);
    onWrite(counts || leaf.also === 'number' ? number : typed, join);
    return undefined;
  });
  return <input {...props} className="input" aria-label={`${label}, own value`} disabled={frozen} />;
}

type SegmentsProps = {
  ids: ControlIds;
  options: readonly { value: unknown; name: string }[];
  chosen: unknown;
  onChoose: (value: unknown) => void;
  disabled: boolean;
};

/** Radio buttons side by side. */
export function Segments({ ids, options, chosen, onChoose, disabled }: SegmentsProps) {
  const name = useId();
  return (
    <span className="design-segments" id={ids.id}>
      {options.map((option) => (
        <label key={option.name}>
          <input
            type="radio"
            name={name}
            checked={option.value === chosen}
            onChange={() => onChoose(option.value)}
            aria-describedby={ids['aria-describedby']}
            disabled={disabled}
          />
          <span>{option.name}</span>
        </label>
      ))}
    </span>
  );
}
