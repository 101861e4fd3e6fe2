// In: the columns of a table and its first rows. Out: a grid to look at and to walk with the arrow keys, where each column says
// what it holds and what it becomes.
import { TriangleAlert } from 'lucide-react';
import { memo } from 'react';
import { counted } from './chart-data.ts';
import type { Role } from './columns.ts';
import type { DateOrder } from './dates.ts';
import { onGridFocus, onGridKey } from './grid-keys.ts';
import { type Marks, readNumber } from './read-number.ts';
import type { ColumnView } from './table-desk.ts';

type Props = {
  columns: readonly ColumnView[];
  rows: readonly (readonly string[])[];
  rowCount: number;
  roles: readonly Role[];
  dates: DateOrder | undefined;
  marks: Marks;
  onRole: (column: number, role: Role) => void;
  onDates: (order: DateOrder | undefined) => void;
};

const roleNames: Record<Role, string> = { labels: 'Labels', series: 'Series', ignore: 'Ignore' };
const typeNames = { number: 'Numbers', date: 'Dates', text: 'Text', empty: 'Empty' };
const dateNames = {
  '': 'As written',
  dmy: 'Date, day first',
  mdy: 'Date, month first',
  ymd: 'Date, year first',
};

export function TableGrid(props: Props) {
  const { columns, rows, rowCount, roles, marks } = props;
  return (
    <>
      <div className="grid-frame">
        <table
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the grid of the ARIA practices is a table to walk in
          role="grid"
          className="data-grid"
          aria-label="Table as it was read"
          aria-rowcount={rowCount + 1}
          aria-colcount={columns.length}
          aria-describedby="data-grid-keys"
          onKeyDown={onGridKey}
          onFocus={onGridFocus}
        >
          <thead>
            <tr aria-rowindex={1}>
              {columns.map((column, i) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a column is its place
                <Head key={i} {...props} column={column} index={i} />
              ))}
            </tr>
          </thead>
          <Body rows={rows} rolesKey={roles.join()} marks={marks} />
        </table>
      </div>
      <p id="data-grid-keys" className="visually-hidden">
        Arrow keys walk through the cells. On a name, Enter goes to its choices and Escape comes back.
      </p>
    </>
  );
}

function Head({
  column,
  index,
  roles,
  dates,
  onRole,
  onDates,
}: Props & { column: ColumnView; index: number }) {
  const role = roles[index] ?? 'ignore';
  const { name, type, faults, gaps, unit } = column;
  const wrong = role === 'series' ? faults : 0;
  const holds = type === 'number' && unit ? `Numbers, ${unit}` : typeNames[type];
  return (
    <th scope="col" tabIndex={index === 0 ? 0 : -1} data-role={role}>
      <span className="head-name" title={name}>
        {name}
      </span>
      <select
        className="select"
        tabIndex={-1}
        aria-label={`Role of ${name}`}
        value={role}
        onChange={(event) => onRole(index, event.target.value as Role)}
      >
        {Object.entries(roleNames).map(([id, word]) => (
          <option key={id} value={id}>
            {word}
          </option>
        ))}
      </select>
      {role === 'labels' && type === 'date' ? (
        <select
          className="select"
          tabIndex={-1}
          aria-label={`Type of ${name}`}
          value={dates ?? ''}
          onChange={(event) => onDates((event.target.value || undefined) as DateOrder | undefined)}
        >
          {Object.entries(dateNames).map(([id, word]) => (
            <option key={id} value={id}>
              {word}
            </option>
          ))}
        </select>
      ) : (
        <span className="head-holds">
          {wrong > 0 ? (
            <span className="head-wrong">
              <TriangleAlert aria-hidden /> {wrong.toLocaleString('en-GB')} not{' '}
              {wrong === 1 ? 'a number' : 'numbers'}
            </span>
          ) : (
            `${holds}${role === 'series' && gaps > 0 ? `, ${counted(gaps, 'gap')}` : ''}`
          )}
        </span>
      )}
    </th>
  );
}

/** Drawn anew only when a cell means something else: there may be thousands. */
const Body = memo(function Body({
  rows,
  rolesKey,
  marks,
}: {
  rows: Props['rows'];
  rolesKey: string;
  marks: Marks;
}) {
  const roles = rolesKey.split(',');
  return (
    <tbody>
      {rows.map((row, y) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place
        <tr key={y} aria-rowindex={y + 2}>
          {row.map((cell, x) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a cell is its place
            <Cell key={x} cell={cell} role={roles[x] ?? 'ignore'} marks={marks} />
          ))}
        </tr>
      ))}
    </tbody>
  );
});

function Cell({ cell, role, marks }: { cell: string; role: string; marks: Marks }) {
  const value = role === 'series' ? readNumber(cell, marks) : undefined;
  if (role !== 'series' || typeof value === 'number')
    return (
      <td tabIndex={-1} data-role={role}>
        {cell}
      </td>
    );
  return value === null ? (
    <td tabIndex={-1} data-role="gap" title="A gap">
      {cell || '–'}
    </td>
  ) : (
    <td tabIndex={-1} data-role="wrong" title="Not a number: a gap in the chart">
      {cell}
      <span className="visually-hidden"> (not a number)</span>
    </td>
  );
}
