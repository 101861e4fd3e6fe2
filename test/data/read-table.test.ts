// In: texts as they are pasted. Out: the table that a person sees in them, or a sentence why there is none.
import { describe, expect, it } from 'vitest';
import { chartData } from '../../src/data/chart-data.ts';
import { confident } from '../../src/data/confident.ts';
import { type Chosen, readTable } from '../../src/data/read-table.ts';
import fc, { runs } from '../support/properties.ts';
import { corpus } from './corpus.ts';

function read(text: string, chosen: Chosen = {}, usual: '.' | ',' = '.') {
  const reading = readTable(text, chosen, usual);
  if (!reading.ok) return { refused: reading.sentence };
  const { table } = reading;
  const { labels, series, notes } = chartData(table, { roles: table.roles });
  const names = table.columns.filter((_, i) => table.roles[i] === 'series').map(({ name }) => name);
  return {
    labels,
    series: Object.fromEntries(series.map(({ data }, i) => [names[i] ?? '', data])),
    shape: table.shape,
    notes: [...table.notes, ...notes].join(' '),
    sure: confident(table),
  };
}

describe('the corpus', () => {
  it.each(corpus.map((one) => [one.name, one] as const))('%s', (_, one) => {
    const { name, text, usual, ...expected } = one;
    const wanted =
      'refused' in expected
        ? { refused: expect.stringMatching(expected.refused) }
        : {
            ...expected,
            ...(expected.notes ? { notes: expect.stringMatching(expected.notes) } : {}),
            ...(expected.shape ? { shape: expect.objectContaining(expected.shape) } : {}),
          };
    expect(read(text, {}, usual)).toMatchObject(wanted);
  });
});

type Dialect = {
  delimiter: '\t' | ';' | '|' | ',';
  decimal: '.' | ',';
  thousands: '' | '.' | ',' | ' ' | "'";
  newline: '\n' | '\r\n' | '\r';
  quoteAll: boolean;
  mark: '' | '\uFEFF';
};

const dialects: fc.Arbitrary<Dialect> = fc
  .record({
    delimiter: fc.constantFrom('\t' as const, ';' as const, '|' as const, ',' as const),
    decimal: fc.constantFrom('.' as const, ',' as const),
    thousands: fc.constantFrom('' as const, '.' as const, ',' as const, ' ' as const, "'" as const),
    newline: fc.constantFrom('\n' as const, '\r\n' as const, '\r' as const),
    quoteAll: fc.boolean(),
    mark: fc.constantFrom('' as const, '\uFEFF' as const),
  })
  .filter(({ decimal, thousands }) => decimal !== thousands);

/** A word, then whatever makes cells hard to part. */
const word = fc
  .tuple(
    fc.constantFrom('Nord', 'oak chair', 'Größe', '東京', 'b'),
    fc.string({ unit: fc.constantFrom('"', ',', ';', '\t', '|', "'", 'x', '-') }),
    fc.constantFrom('z', '!', 'é'),
  )
  .map((parts) => parts.join(''));

const tables = fc.integer({ min: 1, max: 4 }).chain((width) =>
  fc.record({
    names: fc.uniqueArray(word, {
      minLength: width,
      maxLength: width,
      selector: (it) => it.replace(/\s+/g, ' '),
    }),
    rows: fc.array(
      fc.record({
        label: word,
        // With two decimals: whether 1.234 is a thousand or little over one, no reader could tell.
        values: fc.array(
          fc.option(
            fc.integer({ min: -5e8, max: 5e8 }).map((n) => n / 100),
            { freq: 6 },
          ),
          {
            minLength: width,
            maxLength: width,
          },
        ),
      }),
      { minLength: 2, maxLength: 12 },
    ),
  }),
);

function written(number: number | null, { decimal, thousands }: Dialect): string {
  if (number === null) return '';
  const [whole = '', part = ''] = Math.abs(number).toFixed(2).split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, thousands);
  return `${number < 0 ? '-' : ''}${grouped}${decimal}${part}`;
}

function textOf(
  { names, rows }: { names: string[]; rows: { label: string; values: (number | null)[] }[] },
  d: Dialect,
) {
  const cell = (text: string) =>
    d.quoteAll || /["\n]/.test(text) || text.includes(d.delimiter) ? `"${text.replaceAll('"', '""')}"` : text;
  const lines = [
    ['Label', ...names],
    ...rows.map(({ label, values }) => [label, ...values.map((value) => written(value, d))]),
  ];
  return d.mark + lines.map((line) => line.map(cell).join(d.delimiter)).join(d.newline);
}

describe('what is written in some way is read back', () => {
  const same = (
    chosen: (d: Dialect) => Chosen,
    cell: (text: string, d: Dialect) => string = (text) => text,
  ) =>
    fc.property(tables, dialects, (drawn, dialect) => {
      const table = {
        names: drawn.names.map((name, i) => `${cell(name, dialect)}${i}`),
        rows: drawn.rows.map((row) => ({ ...row, label: cell(row.label, dialect) })),
      };
      fc.pre(table.rows.every(({ values }) => values.some((value) => value !== null)));
      fc.pre(table.names.every((_, i) => table.rows.some(({ values }) => values[i] !== null)));
      const { labels, series } = read(textOf(table, dialect), chosen(dialect));
      const tidy = (text: string) => text.trim().replace(/\s+/g, ' ');
      expect(labels).toEqual(table.rows.map(({ label }) => tidy(label)));
      expect(series).toEqual(
        Object.fromEntries(
          table.names.map((name, i) => [tidy(name), table.rows.map(({ values }) => values[i] ?? null)]),
        ),
      );
    });

  it('when it is told how', () => {
    fc.assert(
      same(({ delimiter, decimal, thousands }) => ({
        delimiter,
        decimal,
        thousands,
        header: true,
        transposed: false,
      })),
      runs(150),
    );
  });

  it('when it has to guess', () => {
    fc.assert(
      same(
        () => ({}),
        // Where other delimiters stand in the cells as well, several tables can be seen in one text.
        (text, { delimiter }) => text.replace(/[,;\t|]/g, (mark) => (mark === delimiter ? mark : 'x')),
      ),
      runs(150),
    );
  });

  it('and reads anything without failing', () => {
    const junk = fc.string({ unit: fc.constantFrom(...'",;|\t\n\r\0 a1.-€%()[]{}:\uFEFF') });
    fc.assert(
      fc.property(fc.oneof(junk, fc.json(), fc.string()), (text) => {
        const reading = readTable(text);
        expect(reading.ok || reading.sentence.length > 0).toBe(true);
      }),
      runs(500),
    );
  });
});

it('reads 50,000 rows in well under a second, and lines of 2 MB', () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, i) => `2026-01-01 ${i},${i * 1.5},${i % 97},name ${i % 13},1`,
  );
  // Processor time: on a busy machine the clock on the wall tells of others as well.
  const startedAt = process.cpuUsage();
  const reading = readTable(`day,a,b,c,d\n${rows.join('\n')}`);
  expect(reading).toMatchObject({ ok: true, table: { columns: { length: 5 } } });
  expect(process.cpuUsage(startedAt).user / 1000).toBeLessThan(1500);
  const long = `name,${'x'.repeat(2_000_000)}\n${'y'.repeat(2_000_000)},5\nb,6`;
  expect(read(long).labels?.map((label) => label.length)).toEqual([100, 1]);
  const oneLine = Array.from({ length: 300_000 }, (_, i) => i % 1000).join(',');
  expect(read(oneLine).labels?.length).toBe(300_000);
});
