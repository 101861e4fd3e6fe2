// In: tables in texts typed anyhow, and what is done in the grid. Out: the same done to the lists themselves, and nothing else.
import { describe, expect, it } from 'vitest';
import {
  addSeries,
  fillCells,
  insertRow,
  removeRows,
  removeSeries,
  swapRows,
  swapSeries,
} from '../../src/design/grid/grid-edits.ts';
import { inside, moved, tabbed } from '../../src/design/grid/grid-moves.ts';
import { tableOf } from '../../src/design/grid/grid-table.ts';
import { pasting } from '../../src/design/grid/paste.ts';
import { copiedBlock, pastedBlock } from '../../src/design/grid/pasted-block.ts';
import { applyEdits, type TextEdit } from '../../src/editor/edit-value.ts';
import { type Dice, diceOf } from '../fixtures/dice.ts';
import fc, { runs } from '../support/properties.ts';
import { writtenAnyhow } from './written-anyhow.ts';

type Series = { label?: string; data: (number | null)[]; backgroundColor?: string[]; borderDash?: number[] };
type Chart = { type: string; data: { labels: string[]; datasets: Series[] }; width: number };

const perPoint = new Set(['backgroundColor']);

function someChart(dice: Dice): Chart {
  const rows = 1 + dice.below(5);
  const list = <T>(item: (i: number) => T) => Array.from({ length: rows }, (_, i) => item(i));
  const datasets = Array.from(
    { length: 1 + dice.below(3) },
    (_, col): Series => ({
      ...(dice.chance(0.8) ? { label: `S "${col}"` } : {}),
      data: list((i) => (dice.chance(0.2) ? null : i * 10 + col)),
      ...(dice.chance(0.4) ? { backgroundColor: list((i) => `#${i}${i}${i}`) } : {}),
      ...(dice.chance(0.4) ? { borderDash: list(() => 4) } : {}),
    }),
  );
  return { type: 'bar', data: { labels: list((i) => `L${i}`), datasets }, width: 640 };
}

/** What follows the rows: the labels, the numbers and what there is one of per point. */
const rowLists = ({ data }: Chart): unknown[][] => [
  data.labels,
  ...data.datasets.flatMap((one) => [
    one.data as unknown[],
    ...(one.backgroundColor ? [one.backgroundColor as unknown[]] : []),
  ]),
];

type Move = { name: string; edits: (text: string) => TextEdit[]; done: (chart: Chart) => void };

function someMove(chart: Chart, dice: Dice): Move {
  const rows = chart.data.labels.length;
  const cols = chart.data.datasets.length;
  const [row, col] = [dice.below(rows), dice.below(cols)];
  const other = dice.below(rows);
  const swap = (list: unknown[], a: number, b: number) => {
    [list[a], list[b]] = [list[b], list[a]];
  };
  const moves: Move[] = [
    {
      name: 'fill a number',
      edits: (text) => fillCells(text, [{ row: row + 2, col, value: 7 }]),
      done: ({ data }) => {
        const points = data.datasets[col]?.data ?? [];
        while (points.length < row + 3) points.push(null);
        points[row + 2] = 7;
      },
    },
    {
      name: 'empty a label and a name',
      edits: (text) =>
        fillCells(text, [
          { row, col: -1, value: null },
          { row: -1, col, value: null },
          { row: other, col, value: 3 },
        ]),
      done: ({ data }) => {
        data.labels[row] = '';
        const series = data.datasets[col];
        if (!series) return;
        delete series.label;
        series.data[other] = 3;
      },
    },
    {
      name: 'fill beyond the last series',
      edits: (text) =>
        fillCells(text, [
          { row: -1, col: cols + 1, value: 'New' },
          { row: 1, col: cols + 1, value: 5 },
          { row: 0, col: 0, value: 1 },
        ]),
      done: ({ data }) => {
        if (data.datasets[0]) data.datasets[0].data[0] = 1;
        data.datasets.push({ label: `Series ${cols + 1}`, data: [] }, { label: 'New', data: [null, 5] });
      },
    },
    {
      name: 'insert a row',
      edits: (text) => insertRow(text, row + 1, perPoint),
      done: (it) => {
        it.data.labels.splice(row + 1, 0, '');
        for (const one of it.data.datasets) {
          one.data.splice(row + 1, 0, null);
          one.backgroundColor?.splice(row + 1, 0, one.backgroundColor[row] ?? '');
        }
      },
    },
    {
      name: 'remove rows',
      edits: (text) => removeRows(text, row, 2, perPoint),
      done: (it) => {
        for (const list of rowLists(it)) list.splice(row, 2);
      },
    },
    {
      name: 'swap rows',
      edits: (text) => swapRows(text, row, other, perPoint),
      done: (it) => {
        for (const list of rowLists(it)) swap(list, row, other);
      },
    },
    {
      name: 'add a series',
      edits: (text) => addSeries(text, rows),
      done: ({ data }) =>
        data.datasets.push({ label: `Series ${cols + 1}`, data: data.labels.map(() => null) }),
    },
    {
      name: 'remove a series',
      edits: (text) => removeSeries(text, col),
      done: ({ data }) => data.datasets.splice(col, 1),
    },
    {
      name: 'swap series',
      edits: (text) => swapSeries(text, 0, col),
      done: ({ data }) => swap(data.datasets, 0, col),
    },
  ];
  return dice.pick(moves);
}

describe('an edit in the grid', () => {
  it('does to the text what it would do to the lists', () => {
    const seen = new Set<string>();
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const dice = diceOf(seed);
        const chart = someChart(dice);
        const text = writtenAnyhow(chart, dice);
        const move = someMove(chart, dice);
        const edits = move.edits(text);
        const after = applyEdits(text, edits);
        seen.add(move.name);
        move.done(chart);
        expect(JSON.parse(after), move.name).toEqual(JSON.parse(JSON.stringify(chart)));
        // Edits that overlap would mean one thing here and another in the editor.
        const sorted = edits.toSorted((a, b) => a.offset - b.offset);
        const touching = sorted.filter(
          (edit, i) => i > 0 && edit.offset < (sorted[i - 1]?.offset ?? 0) + (sorted[i - 1]?.length ?? 0),
        );
        expect(touching).toEqual([]);
      }),
      runs(600),
    );
    expect(seen.size).toBe(9);
  });

  it('keeps the shape of the lists', () => {
    const text = `{
  "data": {
    "labels": ["a", "b"],
    "datasets": [
      { "label": "S", "data": [
        1,
        2
      ] }
    ]
  }
}`;
    expect(applyEdits(text, insertRow(text, 1, perPoint))).toBe(
      text.replace('"a", "b"', '"a", "", "b"').replace('1,\n        2', '1,\n        null,\n        2'),
    );
    expect(applyEdits(text, fillCells(text, [{ row: 2, col: 0, value: 3 }]))).toBe(
      text.replace('2\n', '2,\n        3\n'),
    );
  });

  it('fills up a series that ends between two rows that change over', () => {
    const text = '{"data":{"labels":["a","b","c"],"datasets":[{"data":[1]}]}}';
    expect(JSON.parse(applyEdits(text, swapRows(text, 0, 1, perPoint))).data).toEqual({
      labels: ['b', 'a', 'c'],
      datasets: [{ data: [null, 1] }],
    });
  });

  it('makes a table where there was none', () => {
    const text = '{"type":"bar"}';
    const { data } = JSON.parse(applyEdits(text, fillCells(text, [{ row: 1, col: 0, value: 4 }])));
    expect(data).toEqual({ labels: ['', ''], datasets: [{ label: 'Series 1', data: [null, 4] }] });
  });
});

describe('what is pasted', () => {
  it.each([
    [
      'a\tb\n1\t2\r\n',
      [
        ['a', 'b'],
        ['1', '2'],
      ],
    ],
    ['"x\ty"\t"say ""so"""', [['x\ty', 'say "so"']]],
    [
      'a;1,5\nb;2,5',
      [
        ['a', '1,5'],
        ['b', '2,5'],
      ],
    ],
    [
      'a,1\nb,2',
      [
        ['a', '1'],
        ['b', '2'],
      ],
    ],
    ['1,200\n3,400', [['1,200'], ['3,400']]],
    ['1\n\n3', [['1'], [''], ['3']]],
    ['', []],
  ])('%j is read as cells', (text, cells) => {
    expect(pastedBlock(text)).toEqual(cells);
  });

  it('is read back as it was copied', () => {
    const cell = fc.string().map((text) => text.replaceAll(/\r/g, '').trim());
    const block = fc
      .array(fc.tuple(cell, cell), { minLength: 1 })
      .filter((rows) => rows.at(-1)?.join('') !== '');
    fc.assert(fc.property(block, (rows) => void expect(pastedBlock(copiedBlock(rows))).toEqual(rows)));
  });

  const table = tableOf({ data: { labels: ['a', 'b'], datasets: [{ label: 'S', data: [1, 2] }] } });

  it('brings names and labels along when it is pasted at the first number', () => {
    const { cells, told } = pasting(
      pastedBlock('\tOld\tNew\nJan\t1,200\t2\nFeb\t3\tx\nMar\t4\t5'),
      { row: 0, col: 0 },
      table,
    );
    expect(cells).toContainEqual({ row: -1, col: 1, value: 'New' });
    expect(cells).toContainEqual({ row: 2, col: -1, value: 'Mar' });
    expect(cells).toContainEqual({ row: 0, col: 0, value: 1200 });
    expect(cells).toContainEqual({ row: 1, col: 1, value: null });
    expect(told).toBe('11 cells pasted, 1 new row and 1 new series. 1 cell held no number and is empty.');
  });

  it('fills where it is pasted, anywhere else', () => {
    expect(pasting([['5'], ['6']], { row: 1, col: 0 }, table).cells).toEqual([
      { row: 1, col: 0, value: 5 },
      { row: 2, col: 0, value: 6 },
    ]);
  });

  it('says what does not fit', () => {
    expect(pasting([['5'], ['6']], { row: 999, col: 0 }, table)).toMatchObject({
      cells: [{ row: 999, col: 0, value: 5 }],
      told: '1 cell pasted, 998 new rows. 1 cell did not fit: 1000 rows and 20 series are the most.',
    });
  });
});

describe('moving in the grid', () => {
  const size = { rows: 4, cols: 2 };

  it('never leaves it, and never stands in the corner', () => {
    const key = fc.constantFrom(
      'ArrowUp',
      'ArrowDown',
      'ArrowLeft',
      'ArrowRight',
      'Home',
      'End',
      'PageUp',
      'PageDown',
    );
    fc.assert(
      fc.property(fc.array(fc.tuple(key, fc.boolean())), (strokes) => {
        let cell = inside({ row: 0, col: 0 }, size);
        for (const [name, ctrl] of strokes) cell = moved(cell, { key: name, ctrl }, size) ?? cell;
        expect(cell.row).toBeGreaterThanOrEqual(-1);
        expect(cell.col).toBeGreaterThanOrEqual(-1);
        expect(cell.row).toBeLessThan(4);
        expect(cell.col).toBeLessThan(2);
        expect(cell.row + cell.col).toBeGreaterThan(-2);
      }),
    );
  });

  it('goes on in the next row with Tab, and back', () => {
    expect(tabbed({ row: 0, col: 1 }, false, size)).toEqual({ row: 1, col: -1 });
    expect(tabbed({ row: 1, col: -1 }, true, size)).toEqual({ row: 0, col: 1 });
  });
});
