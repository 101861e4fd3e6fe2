// In: how many rows a table has, and the ways to make fewer of them. Out: the choice, with what each way does and gives.
import { useEffect, useState } from 'react';
import { LIMITS } from '#shared/limits.ts';
import type { Fewer, Way } from './fewer-rows.ts';
import type { Answer } from './table-desk.ts';

const names: Record<Way, string> = {
  all: 'All rows',
  shape: 'Keep the shape of the lines',
  average: 'Average of neighbours',
  sum: 'Sum of neighbours',
  together: 'Add up equal labels',
  top: 'Largest, rest as “Other”',
  first: 'First rows',
  last: 'Last rows',
};

const explained: Record<Way, (answer: Answer) => string> = {
  all: () => 'Every row becomes a label.',
  shape: () => 'Picks the rows whose peaks and dips make the line look the same (largest triangle, LTTB).',
  average: ({ rows, fewer }) => `Each run of ${Math.ceil(rows / fewer.count)} rows becomes its average.`,
  sum: ({ rows, fewer }) => `Each run of ${Math.ceil(rows / fewer.count)} rows becomes its sum.`,
  together: ({ distinct }) =>
    `Rows of the same label are added up: ${distinct.toLocaleString('en-GB')} different ones.`,
  top: () => 'Sorted by the first series; everything else is added up as “Other”.',
  first: () => 'The rest of the rows is left out.',
  last: () => 'The rows before are left out.',
};

type Props = {
  answer: Answer;
  /** What was chosen; an answer to it may be on its way. */
  chosen: Fewer | undefined;
  onFewer: (fewer: Fewer) => void;
};

export function RowsOptions({ answer, chosen, onFewer }: Props) {
  const { rows, ways, data } = answer;
  const { way, count } = chosen ?? answer.fewer;
  // An answer to the newest choice may still be on its way: the sentence tells of the one that is there.
  const told = answer.fewer.way;
  const start = way === 'all' ? Math.min(rows, 50) : count;
  return (
    <fieldset className="rows-options" aria-label="Rows">
      <label className="field">
        <span>Rows</span>
        <select
          className="select"
          aria-label="What to do with the rows"
          value={way}
          onChange={(event) => onFewer({ way: event.target.value as Way, count: start })}
        >
          {ways.map((one) => (
            <option key={one} value={one}>
              {names[one]}
            </option>
          ))}
        </select>
      </label>
      {way !== 'all' && <Count key={way} count={count} onCount={(next) => onFewer({ way, count: next })} />}
      <p className="rows-says">
        {rows > LIMITS.labels &&
          `A chart holds at most 1,000 labels, the table has ${rows.toLocaleString('en-GB')} rows. `}
        {explained[told](answer)}
        {data &&
          told !== 'all' &&
          ` ${rows.toLocaleString('en-GB')} rows become ${data.labels.length.toLocaleString('en-GB')}.`}
      </p>
    </fieldset>
  );
}

/** May be empty or out of range while it is typed into. */
function Count({ count, onCount }: { count: number; onCount: (count: number) => void }) {
  const [typed, setTyped] = useState(String(count));
  useEffect(() => setTyped(String(count)), [count]);
  const number = Number(typed);
  const fits = Number.isInteger(number) && number >= 2 && number <= LIMITS.labels;
  return (
    <label className="field count">
      <span>At most</span>
      <input
        className="input"
        type="number"
        min={2}
        max={LIMITS.labels}
        value={typed}
        aria-label="Most labels, 2 to 1000"
        aria-invalid={!fits}
        onChange={({ target }) => {
          setTyped(target.value);
          const next = Number(target.value);
          if (Number.isInteger(next) && next >= 2 && next <= LIMITS.labels) onCount(next);
        }}
      />
    </label>
  );
}
