// In: a text, and what somebody has chosen about it. Out: a table with everything else guessed, or a sentence why there is none.
// Pure; 50,000 rows take a few hundred milliseconds, so the page has it done by a worker.
import { LIMITS } from '#shared/limits.ts';
import { type Column, columnsOf, type Role, rolesOf } from './columns.ts';
import { guessHeader, guessTransposed } from './guess-layout.ts';
import { guessMarks } from './guess-marks.ts';
import { transposed } from './json-cells.ts';
import type { Marks } from './read-number.ts';
import { type Cells, cleaned, type Delimiter, splitText } from './split-text.ts';
import { framed } from './surroundings.ts';

/** How a table is written. What is left out is guessed. */
export type Shape = Marks & { delimiter: Delimiter; header: boolean; transposed: boolean };

export type Table = {
  kind: Cells['kind'];
  /** The delimiter is missing where there is none: JSON, a single column. */
  shape: Omit<Shape, 'delimiter'> & { delimiter?: Delimiter };
  /** 0–1 for each guess; what was chosen is certain. */
  sure: Record<'delimiter' | 'marks' | 'header' | 'transposed' | 'roles', number>;
  columns: Column[];
  /** Without the header and the totals. */
  rows: string[][];
  roles: Role[];
  /** What was left out or is odd, in sentences. */
  notes: string[];
};

export type Reading = { ok: true; table: Table } | { ok: false; sentence: string };

/** More is no pasted table, and would take the memory of the page. */
const mostCharacters = 40_000_000;

/** A workbook or an archive, the old kind of it, and a printed page. */
const programs = ['PK\u0003\u0004', '\u00d0\u00cf\u0011\u00e0', '%PDF'];

const refused = (sentence: string): Reading => ({ ok: false, sentence });

export type Chosen = Partial<Shape>;

/** `usual` is the decimal mark where the reader lives: it decides what the text leaves open. */
export function readTable(text: string, chosen: Chosen = {}, usual: '.' | ',' = '.'): Reading {
  if (text.trim() === '')
    return refused('Nothing to read yet. Paste a table, drop a file anywhere, or choose one.');
  if (text.length > mostCharacters)
    return refused('This text is longer than 40 million characters. Take a part of it.');
  if (programs.some((beginning) => text.startsWith(beginning)))
    return refused(
      'This is a file of a program, not text. Copy the cells there and paste them, or save as CSV.',
    );
  const cells = splitText(cleaned(text), chosen.delimiter, usual);
  if (cells.kind !== 'json' && /^\s*[[{][\s\S]*":/.test(text.slice(0, 2000)))
    return refused(
      'This looks like JSON, but it is cut off or has a mistake in it, so no table can be read.',
    );
  const { rows: kept, notes } = framed(cells.rows, cells.kind);
  const [first] = kept;
  if (!first) return refused('No cells were found: the text holds only blanks and delimiters.');
  const marks = marksOf(cells, kept, chosen, usual);
  const guess = {
    transposed: guessTransposed(kept, marks.marks, LIMITS.datasets),
    ...(chosen.transposed === undefined ? {} : { transposed: { value: chosen.transposed, sure: 1 } }),
  };
  const rows = guess.transposed.value ? transposed(kept) : kept;
  const header =
    chosen.header !== undefined
      ? { value: chosen.header, sure: 1 }
      : cells.kind === 'ruled'
        ? { value: true, sure: 1 }
        : guessHeader(rows, marks.marks);
  const body = header.value ? rows.slice(1) : rows;
  if (body.length === 0)
    return refused('Only one row of names was found, and no numbers under it. Copy the rows below it too.');
  const {
    columns,
    rows: shown,
    notes: found,
  } = columnsOf(header.value ? (rows[0] ?? []) : [], body, marks.marks);
  const numbers = columns.some(({ type }) => type === 'number');
  if (!numbers) return refused(noNumbers(rows));
  const roles = rolesOf(columns, LIMITS.datasets);
  return {
    ok: true,
    table: {
      kind: cells.kind,
      shape: {
        ...marks.marks,
        ...(cells.delimiter ? { delimiter: cells.delimiter } : {}),
        header: header.value,
        transposed: guess.transposed.value,
      },
      sure: {
        delimiter: cells.sure,
        marks: marks.sure,
        header: header.sure,
        transposed: guess.transposed.sure,
        roles: roles.sure,
      },
      columns,
      rows: shown,
      roles: roles.roles,
      notes: [...notes, ...found, ...roles.notes],
    },
  };
}

function marksOf(cells: Cells, rows: readonly string[][], chosen: Chosen, usual: '.' | ',') {
  if (cells.kind === 'json') return { marks: { decimal: '.', thousands: '' } as Marks, sure: 1 };
  // A file that parts its columns by semicolons mostly does so because the comma is taken.
  const likely = cells.delimiter === ';' ? ',' : cells.delimiter === ',' ? '.' : usual;
  const guess = guessMarks(rows.slice(0, 2000).flat(), chosen.decimal ?? likely);
  const decimal = chosen.decimal ?? guess.marks.decimal;
  const other = decimal === '.' ? ',' : '.';
  const guessed = guess.marks.thousands === decimal ? other : guess.marks.thousands;
  const thousands = chosen.thousands ?? guessed;
  const settled = chosen.decimal !== undefined && chosen.thousands !== undefined;
  const marks: Marks = { decimal, thousands: thousands === decimal ? '' : thousands };
  return { marks, sure: settled ? 1 : guess.sure };
}

function noNumbers(rows: readonly string[][]): string {
  const cell = rows.flat().find((one) => one.trim() !== '') ?? '';
  const shown = cell.trim().length > 30 ? `${cell.trim().slice(0, 29)}…` : cell.trim();
  return `No column of numbers was found; the text begins with “${shown}”. A chart needs at least one.`;
}
