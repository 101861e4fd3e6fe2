// In: the names and the rows of a table. Out: what each column holds, and the part it is likely to play in a chart. Pure.
import { isTime, orderOf } from './dates.ts';
import { bareNumber, type Marks, readNumber } from './read-number.ts';

export type Role = 'labels' | 'series' | 'ignore';

export type Column = {
  name: string;
  /** It had a name; otherwise it was given one. */
  named: boolean;
  type: 'number' | 'date' | 'text' | 'empty';
  /** `undefined` where the cell is no number. One per row. */
  values: readonly (number | null | undefined)[];
  /** Empty cells, and cells that hold something else than a number. */
  gaps: number;
  faults: number;
  /** `%`, `€`, where its cells carry one. */
  unit: string;
  /** A sum of other columns by its name. */
  total: boolean;
};

const isTotal = (cell: string): boolean =>
  /^\W*(?:(?:grand |sub ?)?totals?|(?:gesamt)?summe|gesamt|sum|somme|totaux|total (?:général|general)|totale|suma|totaal|итого|всего|合計|总计|Σ)\W*$/i.test(
    cell,
  );

export function columnsOf(
  header: readonly string[],
  body: readonly string[][],
  marks: Marks,
): { columns: Column[]; rows: string[][]; notes: string[] } {
  const notes: string[] = [];
  const last = body.at(-1) ?? [];
  const firstText = last.find((cell) => cell.trim() !== '') ?? '';
  const hasTotal = body.length > 1 && isTotal(firstText);
  const rows = hasTotal ? body.slice(0, -1) : [...body];
  if (hasTotal) notes.push(`The last row, “${firstText.trim()}”, is a sum and left out.`);
  const names = distinct(header, rows[0]?.length ?? 0, notes);
  return { columns: names.map((name, i) => columnOf(name, rows, i, marks)), rows, notes };
}

/** Two series of one name could not be told apart. */
function distinct(header: readonly string[], width: number, notes: string[]) {
  const seen = new Map<string, number>();
  let again = 0;
  const names = Array.from({ length: width }, (_, i) => {
    const given = (header[i] ?? '').trim().replace(/\s+/g, ' ');
    if (given === '') return { name: `Column ${i + 1}`, named: false };
    const count = (seen.get(given) ?? 0) + 1;
    seen.set(given, count);
    if (count > 1) again++;
    return { name: count > 1 ? `${given} (${count})` : given, named: true };
  });
  if (again > 0)
    notes.push(
      again === 1 ? '1 name appears twice and got a number.' : `${again} repeated names got a number.`,
    );
  return names;
}

function columnOf(
  { name, named }: { name: string; named: boolean },
  rows: readonly string[][],
  index: number,
  marks: Marks,
): Column {
  const cells = rows.map((row) => row[index] ?? '');
  const values = cells.map((cell) => readNumber(cell, marks));
  const numbers = values.filter((value) => typeof value === 'number').length;
  const gaps = values.filter((value) => value === null).length;
  const faults = values.length - numbers - gaps;
  const sample = cells.slice(0, 500);
  // 007 and 01234 are names: as numbers they would lose what tells them apart.
  const codes = sample.some((cell) => /^0\d+$/.test(cell.trim()));
  const type =
    numbers + faults === 0
      ? 'empty'
      : numbers > 0 && numbers >= faults && !codes
        ? 'number'
        : orderOf(sample)
          ? 'date'
          : 'text';
  const unit = type === 'number' ? unitOf(sample) : '';
  return { name, named, type, values, gaps, faults, unit, total: named && isTotal(name) };
}

function unitOf(cells: readonly string[]): string {
  const units = cells.map((cell) => bareNumber(cell).unit).filter((unit) => unit !== '');
  const [first = ''] = units;
  return units.length > cells.length / 2 && units.every((unit) => unit === first) ? first : '';
}

/** Names of columns that number or date the rows rather than measure something. */
const keyName =
  /^(?:#|no\.?|nr\.?|id|.*[_ ]id|index|row|rank|year|jahr|année|año|month|monat|mois|day|tag|jour|date|datum|week|kw|quarter|quartal|period|time|zeit|hour)$/i;

export function rolesOf(
  columns: readonly Column[],
  most: number,
): { roles: Role[]; sure: number; notes: string[] } {
  const notes: string[] = [];
  const texts = columns.map((_, i) => i).filter((i) => /text|date/.test(columns[i]?.type ?? ''));
  const label = texts.find((i) => spread(columns, i)) ?? texts[0] ?? keyColumn(columns);
  let series = 0;
  let surplus = 0;
  const roles = columns.map((column, i): Role => {
    if (i === label) return 'labels';
    if (column.type !== 'number') return 'ignore';
    if (column.total && columns.filter(({ type }) => type === 'number').length > 2) return 'ignore';
    if (label !== undefined && texts.length > 0 && /^(?:#|id|.*[_ ]id|index)$/i.test(column.name))
      return 'ignore';
    if (series < most) {
      series++;
      return 'series';
    }
    surplus++;
    return 'ignore';
  });
  const sums = columns.filter(
    (column, i) => column.total && column.type === 'number' && roles[i] === 'ignore',
  );
  for (const { name } of sums) notes.push(`The column “${name}” is a sum and left out.`);
  if (surplus > 0)
    notes.push(
      `${series + surplus} columns of numbers, and a chart holds ${most} series: the first ${most} are taken.`,
    );
  const clear = texts.length <= 1 && surplus === 0;
  return { roles, sure: clear ? 1 : 0.65, notes };
}

/** A date, or a text that differs from row to row, names the rows better than one that repeats. */
function spread(columns: readonly Column[], i: number): boolean {
  return columns[i]?.type === 'date' || (columns[i]?.type === 'text' && i === 0);
}

/** Numbers that count the rows up: years, days, running numbers. Never the only column of numbers. */
function keyColumn(columns: readonly Column[]): number | undefined {
  const [first] = columns;
  if (first?.type !== 'number' || columns.filter(({ type }) => type === 'number').length < 2)
    return undefined;
  const values = first.values.slice(0, 500);
  const steps = values.every(
    (value, i) =>
      typeof value === 'number' && Number.isInteger(value) && (i === 0 || value > (values[i - 1] ?? 0)),
  );
  const years = steps && values.every((value) => isTime(String(value)));
  return steps && (years || keyName.test(first.name) || !first.named) && values.length > 1 ? 0 : undefined;
}
