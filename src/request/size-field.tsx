// In: a side in px as the document says it. Out: a field that writes it back when the person is done typing, not at each digit.
import { useState } from 'react';

type Props = {
  label: string;
  value: number | undefined;
  limits: { min: number; max: number };
  onValue: (value: number) => void;
};

export function SizeField({ label, value, limits, onValue }: Props) {
  const [typed, setTyped] = useState<string | undefined>(undefined);
  const done = () => {
    const number = Number(typed);
    // The document takes whatever whole number was typed: the schema, not this field, says what is wrong with it.
    if (typed !== undefined && typed.trim() !== '' && Number.isInteger(number) && number !== value)
      onValue(number);
    setTyped(undefined);
  };
  const shown = typed ?? value ?? '';
  const outside = shown !== '' && !(Number(shown) >= limits.min && Number(shown) <= limits.max);
  return (
    <input
      className="input"
      type="number"
      inputMode="numeric"
      aria-label={label}
      min={limits.min}
      max={limits.max}
      step={10}
      disabled={value === undefined}
      aria-invalid={outside}
      title={`${limits.min}–${limits.max} px`}
      value={shown}
      onChange={({ target }) => setTyped(target.value)}
      onBlur={done}
      onKeyDown={({ key }) => {
        if (key === 'Enter') done();
        if (key === 'Escape') setTyped(undefined);
      }}
    />
  );
}
