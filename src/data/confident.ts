// In: a table with its guesses. Out: whether they may be acted upon without somebody looking at them first. Pure.
import { LIMITS } from '#shared/limits.ts';
import type { Table } from './read-table.ts';

const enough = 0.75;

export function confident({ sure, columns, rows, roles }: Table): boolean {
  const series = columns.filter((_, i) => roles[i] === 'series');
  const clean = series.every(({ faults }) => faults === 0);
  return Object.values(sure).every((one) => one >= enough) && clean && rows.length <= LIMITS.labels;
}
