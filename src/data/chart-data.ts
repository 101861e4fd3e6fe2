// In: a table and the part that each of its columns plays. Out: labels and series of all its rows, within what a chart may hold
// in one value. Pure.
import { LIMITS } from '#shared/limits.ts';
import type { Column, Role } from './columns.ts';
import { type DateOrder, dayOf, shownDay } from './dates.ts';
import type { Table } from './read-table.ts';

export type Series = {
  /** Left out for a column without one: then the chart keeps the name that it has. */
  name?: string;
  data: (number | null)[];
};
export type ChartData = { labels: string[]; series: Series[] };

export type Parts = {
  roles: readonly Role[];
  /** Write the dates of the label column as `15 Jan 2026`; otherwise they stay as they are. */
  dates?: DateOrder;
};

const longestLabel = 100;

export function chartData(table: Table, { roles, dates }: Parts): ChartData & { notes: string[] } {
  const notes: string[] = [];
  const columns = table.columns.map((column, index) => ({ column, index }));
  const labels = labelsOf(table, roles, dates, notes);
  const series = columns
    .filter(({ index }) => roles[index] === 'series')
    .map(({ column }) => seriesOf(column, notes));
  return { labels, series, notes };
}

/** Several columns of labels are read as one: `North, Q1`. None at all: the rows are counted. */
function labelsOf(table: Table, roles: readonly Role[], dates: DateOrder | undefined, notes: string[]) {
  const at = roles.flatMap((role, index) => (role === 'labels' ? [index] : []));
  const most = Math.min(
    longestLabel,
    Math.floor(LIMITS.textInAll / 2 / Math.min(LIMITS.labels, table.rows.length)),
  );
  let clipped = 0;
  let unread = 0;
  const labels = table.rows.map((row, number) => {
    if (at.length === 0) return String(number + 1);
    const label = at
      .map((index) => {
        const cell = (row[index] ?? '').trim().replace(/\s+/g, ' ');
        const day = dates ? dayOf(cell, dates) : undefined;
        if (dates && !day && cell !== '') unread++;
        return day ? shownDay(day) : cell;
      })
      .filter((cell) => cell !== '')
      .join(', ');
    if (label.length <= most) return label;
    clipped++;
    return `${[...label].slice(0, most - 1).join('')}…`;
  });
  if (clipped > 0) notes.push(`${counted(clipped, 'label')} cut to ${most} characters.`);
  if (unread > 0)
    notes.push(
      `${counted(unread, 'date')} could not be read that way and ${unread === 1 ? 'stays' : 'stay'} as written.`,
    );
  return labels;
}

function seriesOf({ name, named, values, faults }: Column, notes: string[]): Series {
  let beyond = 0;
  const data = values.map((value) => {
    if (typeof value !== 'number') return null;
    if (Math.abs(value) < LIMITS.number.tiniest) return 0;
    if (Math.abs(value) <= LIMITS.number.largest) return value;
    beyond++;
    return null;
  });
  if (faults > 0)
    notes.push(
      `${name}: ${counted(faults, 'cell')} without a number became ${faults === 1 ? 'a gap' : 'gaps'}.`,
    );
  if (beyond > 0)
    notes.push(
      `${name}: ${counted(beyond, 'number')} beyond ±10¹⁵ became ${beyond === 1 ? 'a gap' : 'gaps'}.`,
    );
  return named ? { name: name.slice(0, longestLabel), data } : { data };
}

export const counted = (count: number, word: string): string =>
  `${count.toLocaleString('en-GB')} ${count === 1 || word === 'series' ? word : `${word}s`}`;
