// In: the kind of chart. Out: six pictures to choose from. The data stays whatever is chosen.
import { useId, useState } from 'react';
import { type ChartType, chartTypes } from '#shared/chart-spec.ts';
import { useDesign } from '../design-context.ts';
import { isWanted } from '../fields/row.tsx';
import { typeSwitch } from '../type-switch.ts';
import { valueAt } from '../value-at.ts';

const names: Record<ChartType, string> = {
  line: 'Line',
  bar: 'Bar',
  pie: 'Pie',
  doughnut: 'Doughnut',
  radar: 'Radar',
  polarArea: 'Polar area',
};

export function TypePicker() {
  const { value, set, frozen, query, problemsAt, reveal } = useDesign();
  const [lost, setLost] = useState<readonly string[]>([]);
  const group = useId();
  const type = valueAt(value, ['type']);
  if (!isWanted(query, 'Type', ['type'])) return null;
  const problems = problemsAt(['type']);
  return (
    <fieldset className="design-types" data-field="type" disabled={frozen}>
      <legend className="visually-hidden">Type</legend>
      {chartTypes.map((one) => (
        <label key={one}>
          <input
            type="radio"
            name={group}
            checked={one === type}
            onChange={() => {
              const change = typeSwitch(value, one);
              set(change.changes, `Make it a ${names[one].toLowerCase()}`);
              setLost(change.lost);
            }}
          />
          <span>
            <TypePicture type={one} />
            {names[one]}
          </span>
        </label>
      ))}
      {problems.map(({ message }) => (
        <p key={message} className="design-told wrong">
          {message}{' '}
          <button type="button" className="link" onClick={() => reveal(['type'])}>
            Show in JSON
          </button>
        </p>
      ))}
      {lost.length > 0 && (
        <p className="design-note" role="status">
          A {names[type as ChartType]?.toLowerCase()} has no series of another kind: {lost.join(', ')} changed
          with it. Ctrl+Z brings them back.
        </p>
      )}
    </fieldset>
  );
}

const pictures: Record<ChartType, React.ReactNode> = {
  line: <path d="m3 15.5 4.5-5.5 4 3L17 5" />,
  bar: <path d="M4.5 16.5v-6M10 16.5v-12M15.5 16.5v-8.5" strokeWidth="3" />,
  pie: <path d="M10 3a7 7 0 1 0 7 7h-7zM13 3.4A7 7 0 0 1 16.6 7H13z" />,
  doughnut: (
    <>
      <circle cx="10" cy="10" r="5.5" strokeWidth="3" strokeDasharray="22 2.2 8.2 2.2" />
    </>
  ),
  radar: (
    <>
      <path d="m10 2.5 7 5.3-2.7 8.7H5.700l-2.700-8.700z" opacity=".45" />
      <path d="m10 6 4 2.700-1.500 5.300-5-.8-1-4z" fill="currentColor" fillOpacity=".25" />
    </>
  ),
  polarArea: (
    <>
      <circle cx="10" cy="10" r="7.500" opacity=".45" />
      <path
        d="M10 10V2.500A7.500 7.500 0 0 1 17.500 10zM10 10h4.500a4.500 4.500 0 0 1-4.500 4.500zM10 10v3a3 3 0 0 1-3-3z"
        fill="currentColor"
        fillOpacity=".25"
      />
    </>
  ),
};

const TypePicture = ({ type }: { type: ChartType }) => (
  <svg
    viewBox="0 0 20 20"
    aria-hidden="true"
    fill="none"
    stroke="currentColor"
    strokeWidth="1.6"
    strokeLinejoin="round"
  >
    {pictures[type]}
  </svg>
);
