// In: cells and the marks of their numbers. Out: whether a first row names the columns, and whether series run across. Pure.
import { isTime, isYear } from './dates.ts';
import { type Marks, readNumber } from './read-number.ts';

export type Guess = { value: boolean; sure: number };

const looked = 200;

const share = <T>(list: readonly T[], test: (one: T) => boolean): number =>
  list.length === 0 ? 0 : list.filter(test).length / list.length;
const filled = (cell: string) => cell.trim() !== '';

/** A first row of names over columns of numbers. */
export function guessHeader(rows: readonly (readonly string[])[], marks: Marks): Guess {
  const [first = [], ...rest] = rows.slice(0, looked);
  const isNumber = (cell: string) => typeof readNumber(cell, marks) === 'number';
  if (rest.length === 0) return { value: !first.some(isNumber), sure: 1 };
  const numeric = first
    .map((_, i) => i)
    .filter((i) => {
      const cells = rest.map((row) => row[i] ?? '').filter(filled);
      return cells.length > 0 && share(cells, isNumber) >= 0.6;
    });
  if (numeric.length === 0) return { value: true, sure: 0.6 };
  const heads = numeric.map((i) => first[i] ?? '');
  const words = share(heads, (cell) => filled(cell) && readNumber(cell, marks) === undefined);
  if (words > 0) return { value: true, sure: words === 1 ? 1 : 0.7 + 0.3 * words };
  if (heads.every((cell) => !filled(cell))) return { value: true, sure: 0.5 };
  return yearsAbove(first, rest, numeric) ?? { value: false, sure: 0.95 };
}

/** Names may be numbers: 2022, 2023, 2024 over values that are no years. */
function yearsAbove(
  first: readonly string[],
  rest: readonly (readonly string[])[],
  numeric: readonly number[],
): Guess | undefined {
  const columns = numeric.filter((i) => isYear(first[i] ?? ''));
  if (columns.length === 0 || columns.length < numeric.length - 1) return undefined;
  const below = rest.flatMap((row) => columns.map((i) => row[i] ?? '')).filter(filled);
  const [a, b] = columns.map((i) => Number(first[i]));
  const steps = a !== undefined && b !== undefined && Math.abs(b - a) === 1;
  if (share(below, isYear) > 0.5) return undefined;
  return { value: true, sure: steps ? 0.95 : 0.7 };
}

/** Time that runs along the first row, or more columns than a chart may have series. */
export function guessTransposed(
  rows: readonly (readonly string[])[],
  marks: Marks,
  mostSeries: number,
): Guess {
  const [first = []] = rows;
  const [, ...heads] = first;
  const width = first.length;
  const firsts = rows.slice(1, looked).map((row) => row[0] ?? '');
  const isNumber = (cell: string) => typeof readNumber(cell, marks) === 'number';
  if (rows.length === 1) {
    const lone = first.filter(isNumber).length;
    return { value: lone > 1 || (lone === 1 && width === 1 ? false : lone > 0), sure: 1 };
  }
  if (width <= 2) return { value: false, sure: 1 };
  const along = heads.length > 1 && share(heads.filter(filled), isTime) > 0.8;
  const down = share(firsts.filter(filled), isTime) > 0.8;
  if (along && !down && heads.length >= rows.length - 1)
    return { value: true, sure: heads.length >= (rows.length - 1) * 2 || rows.length <= 4 ? 0.9 : 0.7 };
  if (along && !down) return { value: false, sure: 0.8 };
  if (width - 1 > mostSeries && rows.length - 1 <= mostSeries) return { value: true, sure: 0.8 };
  const named = firsts.every((cell) => filled(cell) && !isNumber(cell));
  const wide = named && !down && rows.length <= 4 && heads.length >= rows.length * 3;
  return wide ? { value: true, sure: 0.7 } : { value: false, sure: 1 };
}
