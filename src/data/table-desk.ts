// In: a text, then what to make of it. Out: an overview of its table, and as often as asked the labels and series of a chart. Holds
// the one table between the two, so that 50,000 rows never cross from the worker to the page. No DOM.
import { LIMITS } from '#shared/limits.ts';
import { type ChartData, chartData, type Parts } from './chart-data.ts';
import type { Column, Role } from './columns.ts';
import { confident } from './confident.ts';
import { isTime } from './dates.ts';
import { type Fewer, fewerRows, type Way } from './fewer-rows.ts';
import { type Chosen, readTable, type Table } from './read-table.ts';

/** Rows and cells of the preview: enough to judge by, few enough to draw within a frame or two. */
const shownRows = 200;
const shownCells = 2400;

export type ColumnView = Omit<Column, 'values'>;

export type Overview =
  | {
      ok: true;
      table: Pick<Table, 'kind' | 'shape' | 'sure' | 'roles' | 'notes'>;
      columns: ColumnView[];
      /** The first ones. */
      rows: string[][];
      rowCount: number;
      confident: boolean;
    }
  | { ok: false; sentence: string };

/** How the chart draws: what suits many rows depends on it. */
export type Drawing = 'lines' | 'bars' | 'slices';
export type Question = { parts: Parts; fewer?: Fewer; drawing: Drawing };
export type Answer = {
  /** Rows before, and how many different labels they have. */
  rows: number;
  distinct: number;
  /** The way that was asked for, or the one that suits. */
  fewer: Fewer;
  ways: Way[];
  /** Missing where it is more than a chart may hold. */
  data?: ChartData;
  notes: string[];
};

export type Desk = {
  read: (text: string, chosen: Chosen, usual: '.' | ',') => Overview;
  ask: (question: Question) => Answer | undefined;
};

export function tableDesk(): Desk {
  let table: Table | undefined;
  return {
    read(text, chosen, usual) {
      const reading = readTable(text, chosen, usual);
      table = reading.ok ? reading.table : undefined;
      return reading.ok ? overview(reading.table) : reading;
    },
    ask: (question) => table && answer(table, question),
  };
}

function overview(table: Table): Overview {
  const { kind, shape, sure, roles, notes, columns, rows } = table;
  const few = Math.min(shownRows, Math.max(10, Math.floor(shownCells / columns.length)));
  return {
    ok: true,
    table: { kind, shape, sure, roles, notes },
    columns: columns.map(({ values: _, ...column }) => column),
    // Nobody reads a cell of a megabyte, and the page would have to lay it out.
    rows: rows.slice(0, few).map((row) => row.map((cell) => cell.slice(0, 200))),
    rowCount: rows.length,
    confident: confident(table),
  };
}

function answer(table: Table, { parts, fewer: asked, drawing }: Question): Answer {
  const { notes, ...full } = chartData(table, parts);
  const distinct = new Set(full.labels).size;
  const runs = parts.roles.every((role: Role) => role !== 'labels') || full.labels.slice(0, 50).every(isTime);
  const facts = { rows: full.labels.length, distinct, runs, drawing };
  const fewer = asked ?? suited(facts);
  const data = fewerRows(full, fewer);
  return {
    rows: facts.rows,
    distinct,
    fewer,
    ways: waysFor(facts),
    ...(data.labels.length <= LIMITS.labels ? { data } : {}),
    notes,
  };
}

type Facts = { rows: number; distinct: number; runs: boolean; drawing: Drawing };

function waysFor({ rows, distinct }: Facts): Way[] {
  const fits: Way[] = rows <= LIMITS.labels ? ['all'] : [];
  const repeats: Way[] = distinct < rows ? ['together'] : [];
  return [...fits, 'shape', 'average', 'sum', ...repeats, 'top', 'first', 'last'];
}

/** What suits the rows: all that fit; else sums of what repeats, the shape of what runs on, the largest of what does neither. */
function suited({ rows, distinct, runs, drawing }: Facts): Fewer {
  if (rows <= LIMITS.labels) return { way: 'all', count: Math.min(rows, LIMITS.labels) };
  if (distinct <= rows / 3)
    return { way: 'together', count: drawing === 'slices' ? 8 : Math.min(distinct, 50) };
  if (drawing === 'slices') return { way: 'top', count: 8 };
  if (!runs) return { way: 'top', count: 20 };
  return drawing === 'lines' ? { way: 'shape', count: 400 } : { way: 'average', count: 60 };
}
