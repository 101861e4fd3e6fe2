// In: how a table was read, and how sure that is. Out: the same to see and to change. What is only a guess says so.
import { useId } from 'react';
import type { Chosen, Table } from './read-table.ts';
import type { Delimiter } from './split-text.ts';

const delimiterNames: Record<Delimiter, string> = {
  '\t': 'Tab',
  ';': 'Semicolon ;',
  ',': 'Comma ,',
  '|': 'Bar |',
  blanks: 'Aligned by spaces',
  ' ': 'Single space',
};
const decimalNames = { '.': 'Point 1.5', ',': 'Comma 1,5' };
const thousandsNames = {
  '': 'None',
  ',': 'Comma 1,000',
  '.': 'Point 1.000',
  ' ': 'Space 1 000',
  "'": 'Apostrophe 1’000',
};

/** Below this a guess asks to be looked at. */
const doubtful = 0.75;

type Props = { table: Pick<Table, 'kind' | 'shape' | 'sure'>; onChange: (some: Chosen) => void };

export function DataOptions({ table: { kind, shape, sure }, onChange }: Props) {
  const json = kind === 'json';
  return (
    <fieldset className="data-options" aria-label="How the table is written">
      {!json && (
        <>
          <Choice
            name="Columns parted by"
            value={shape.delimiter ?? ''}
            names={shape.delimiter ? delimiterNames : { '': 'One column', ...delimiterNames }}
            doubt={sure.delimiter < doubtful}
            onChange={(delimiter) => delimiter && onChange({ delimiter: delimiter as Delimiter })}
          />
          <Choice
            name="Decimal mark"
            value={shape.decimal}
            names={decimalNames}
            doubt={sure.marks < doubtful}
            onChange={(decimal) => onChange({ decimal: decimal as '.' | ',' })}
          />
          <Choice
            name="Thousands"
            value={shape.thousands}
            names={Object.fromEntries(
              Object.entries(thousandsNames).filter(([mark]) => mark !== shape.decimal),
            )}
            doubt={false}
            onChange={(thousands) => onChange({ thousands: thousands as Chosen['thousands'] })}
          />
        </>
      )}
      <Switch
        name="First row holds names"
        checked={shape.header}
        doubt={sure.header < doubtful}
        onChange={(header) => onChange({ header })}
      />
      <Switch
        name="Series run in rows"
        checked={shape.transposed}
        doubt={sure.transposed < doubtful}
        onChange={(transposed) => onChange({ transposed })}
      />
    </fieldset>
  );
}

type ChoiceProps = {
  name: string;
  value: string;
  names: Record<string, string>;
  doubt: boolean;
  onChange: (value: string) => void;
};

function Choice({ name, value, names, doubt, onChange }: ChoiceProps) {
  const id = useId();
  return (
    <label className="field">
      <span>
        {name} {doubt && <Doubt id={id} />}
      </span>
      <select
        className="select"
        value={value}
        aria-label={name}
        aria-describedby={doubt ? id : undefined}
        onChange={(event) => onChange(event.target.value)}
      >
        {Object.entries(names).map(([mark, word]) => (
          <option key={mark} value={mark}>
            {word}
          </option>
        ))}
      </select>
    </label>
  );
}

type SwitchProps = { name: string; checked: boolean; doubt: boolean; onChange: (checked: boolean) => void };

function Switch({ name, checked, doubt, onChange }: SwitchProps) {
  const id = useId();
  return (
    <div className="data-switch">
      <label className="switch">
        <input
          type="checkbox"
          role="switch"
          checked={checked}
          aria-checked={checked}
          aria-describedby={doubt ? id : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        {name}
      </label>
      {doubt && <Doubt id={id} />}
    </div>
  );
}

const Doubt = ({ id }: { id: string }) => (
  <em id={id} className="doubt">
    check
  </em>
);
