// In: a text that may hold a table. Out: its cells as they stand, row by row, and how it was written. Pure.
import Papa from 'papaparse';
import { cellsOfJson } from './json-cells.ts';

export const delimiters = ['\t', ';', '|', ',', 'blanks', ' '] as const;
/** `blanks`: two or more in a row, as terminals align their columns. */
export type Delimiter = (typeof delimiters)[number];

export type Cells = {
  kind: 'delimited' | 'ruled' | 'json';
  rows: string[][];
  /** None for JSON and for a single column. */
  delimiter?: Delimiter;
  /** 0–1: how sure the delimiter is. */
  sure: number;
};

/** The more a mark is made for tables, the less it takes to believe it. */
const trust: Record<Delimiter, number> = {
  '\t': 1,
  ';': 0.95,
  '|': 0.95,
  ',': 0.9,
  blanks: 0.7,
  ' ': 0.5,
};

const sampleCharacters = 60_000;
const sampleRows = 200;

/** Line ends become `\n`; the mark of the byte order and null bytes, which no table means, go. */
export const cleaned = (text: string): string =>
  text
    .replace(/^\uFEFF/, '')
    .replaceAll('\0', '')
    .replace(/\r\n?|\u2028|\u2029/g, '\n');

/** `text` is cleaned. A chosen delimiter is taken at its word. */
export function splitText(text: string, chosen?: Delimiter, decimal: '.' | ',' = '.'): Cells {
  const json = chosen === undefined ? cellsOfJson(text) : undefined;
  if (json) return { kind: 'json', rows: json, sure: 1 };
  const lines = rulesRemoved(text);
  const ruled = lines !== text && lines.includes('|');
  if (ruled && (chosen ?? '|') === '|')
    return { kind: 'ruled', rows: ruledRows(lines), delimiter: '|', sure: 1 };
  const guess = chosen ? { delimiter: chosen, sure: 1 } : guessDelimiter(lines, decimal);
  const rows = guess.delimiter ? parsed(lines, guess.delimiter) : singleColumn(lines);
  return { kind: 'delimited', rows, ...guess };
}

const parsed = (text: string, delimiter: Delimiter): string[][] => parse(text, delimiter, 0).data;

function parse(text: string, delimiter: Delimiter, preview: number): Papa.ParseResult<string[]> {
  const aligned = delimiter === 'blanks' ? text.replace(/[^\S\n\t]{2,}(?!$)/gm, '\t') : text;
  const mark = delimiter === 'blanks' ? '\t' : delimiter;
  return Papa.parse<string[]>(aligned, { delimiter: mark, newline: '\n', preview });
}

/** Quotes may still hold a line break, and no delimiter is to be seen: one that no text holds stands in. */
const singleColumn = (text: string) =>
  Papa.parse<string[]>(text, { delimiter: '\u0001', newline: '\n' }).data;

function guessDelimiter(text: string, decimal: '.' | ','): { delimiter?: Delimiter; sure: number } {
  const sample = sampleOf(text);
  const scored = delimiters
    .map((delimiter) => ({ delimiter, ...fitOf(parse(sample, delimiter, sampleRows), delimiter) }))
    .filter(({ fit }) => fit >= 0.5)
    .map((one) => ({ ...one, score: one.fit * trust[one.delimiter] }))
    .sort((a, b) => b.score - a.score);
  const [best] = scored;
  if (!best) return { sure: 1 };
  // 12,5 line by line: two columns of whole numbers, or one with decimal commas?
  if (best.delimiter === ',' && /^\s*(?:-?\d+,\d+\s*\n){2,}-?\d+,\d+\s*$/.test(sample.trimEnd()))
    return decimal === ',' ? { sure: 0.6 } : { delimiter: ',', sure: 0.6 };
  // A blank parts words as well as columns.
  return { delimiter: best.delimiter, sure: best.delimiter === ' ' ? 0.6 : best.fit };
}

/** Whole lines only: half a line would be half a row. */
function sampleOf(text: string): string {
  if (text.length <= sampleCharacters) return text;
  const end = text.lastIndexOf('\n', sampleCharacters);
  return end > 0 ? text.slice(0, end) : text;
}

/** How many rows agree on the number of columns, less for cells that hold a mark more worthy of parting them. */
function fitOf({ data, errors }: Papa.ParseResult<string[]>, delimiter: Delimiter): { fit: number } {
  const rows = data.filter((row) => row.some((cell) => cell.trim() !== ''));
  const counts = new Map<number, number>();
  for (const { length } of rows) counts.set(length, (counts.get(length) ?? 0) + 1);
  const [usual, agreeing] = [...counts].reduce((a, b) => (b[1] > a[1] ? b : a), [0, 0]);
  if (usual < 2) return { fit: 0 };
  const worthier = delimiters.slice(0, delimiters.indexOf(delimiter)).filter((mark) => mark !== 'blanks');
  const cells = rows.flat();
  const torn = cells.filter((cell) => worthier.some((mark) => cell.includes(mark))).length;
  // A wrong mark parts a quoted cell in its middle, and a quote that never ends takes many lines with it.
  const odd = errors.filter(({ type }) => type === 'Quotes').length;
  return { fit: (agreeing / rows.length) * (1 - torn / cells.length) * (1 - odd / (odd + rows.length)) };
}

/** Lines that only draw: `|---|:-:|` of Markdown, `+----+` of a terminal. */
const rule = /^[ \t]*(?=[^\n]*-{2,})[-+|:= \t]+$\n?/gm;
const rulesRemoved = (text: string) => text.replace(rule, '');

/** Escaped pipes are text; the outer ones frame the row. */
const ruledRows = (text: string) =>
  text
    .split('\n')
    .filter((line) => line.includes('|'))
    .map((line) =>
      line
        .trim()
        .replace(/^\||(?<!\\)\|$/g, '')
        .split(/(?<!\\)\|/)
        .map((cell) =>
          cell
            .trim()
            .replaceAll('\\|', '|')
            .replace(/^(\*\*|__|`)(.*)\1$/, '$2'),
        ),
    );
