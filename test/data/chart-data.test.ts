// In: a table and the part each of its columns plays. Out: labels and series of all rows, and what suits a table too long.
import { describe, expect, it } from 'vitest';
import { chartData } from '../../src/data/chart-data.ts';
import { dayOf, orderOf, shownDay } from '../../src/data/dates.ts';
import { readTable } from '../../src/data/read-table.ts';
import { type Drawing, tableDesk } from '../../src/data/table-desk.ts';

function tableOf(text: string) {
  const reading = readTable(text);
  if (!reading.ok) throw new Error(reading.sentence);
  return reading.table;
}

describe('the parts of columns', () => {
  const table = tableOf('Region,Product,Sold,Lost\nNorth,Oak,1,2\nSouth,Elm,3,4');

  it('may be others than the guessed ones', () => {
    expect(table.roles).toEqual(['labels', 'ignore', 'series', 'series']);
    expect(chartData(table, { roles: ['labels', 'labels', 'series', 'ignore'] })).toMatchObject({
      labels: ['North, Oak', 'South, Elm'],
      series: [{ name: 'Sold', data: [1, 3] }],
    });
  });

  it('of a text column as a series is all gaps, and says so', () => {
    expect(chartData(table, { roles: ['ignore', 'series', 'ignore', 'ignore'] })).toEqual({
      labels: ['1', '2'],
      series: [{ name: 'Product', data: [null, null] }],
      notes: ['Product: 2 cells without a number became gaps.'],
    });
  });
});

describe('dates', () => {
  it.each([
    ['2026-03-04', 'ymd', '4 Mar 2026'],
    ['2026-03-04T00:00:00Z', 'ymd', '4 Mar 2026'],
    ['2026-03-04 9:30', 'ymd', '4 Mar 2026 9:30'],
    ['03/04/2026', 'dmy', '3 Apr 2026'],
    ['03/04/2026', 'mdy', '4 Mar 2026'],
    ['31.12.99', 'dmy', '31 Dec 1999'],
  ] as const)('%s, %s: %s', (cell, order, shown) => {
    const day = dayOf(cell, order);
    expect(day && shownDay(day)).toBe(shown);
  });

  it.each([
    ['31/02/2026', 'dmy'],
    ['Jan', 'ymd'],
    ['13/13/2026', 'mdy'],
  ] as const)('%s is none (%s)', (cell, order) => {
    expect(dayOf(cell, order)).toBeUndefined();
  });

  it('tell their order where one of them can only be read one way', () => {
    expect(orderOf(['01/02/2026', '13/02/2026'])).toBe('dmy');
    expect(orderOf(['01/02/2026', '02/13/2026', '02/14/2026'])).toBe('mdy');
    expect(orderOf(['2026-01-02'])).toBe('ymd');
    expect(orderOf(['a', 'b'])).toBeUndefined();
  });

  it('that cannot be read that way stay as they are', () => {
    const table = tableOf('day,v\n2026-01-02,1\nsoon,2');
    const { labels, notes } = chartData(table, { roles: ['labels', 'series'], dates: 'ymd' });
    expect(labels).toEqual(['2 Jan 2026', 'soon']);
    expect(notes).toEqual(['1 date could not be read that way and stays as written.']);
  });
});

describe('a table too long for a chart', () => {
  const minutes = Array.from({ length: 5000 }, (_, i) => `${new Date(i * 6e4).toISOString()},${i % 50}`);
  const repeated = Array.from({ length: 5000 }, (_, i) => `shop ${i % 12},${i}`);
  const named = Array.from({ length: 5000 }, (_, i) => `page ${i},${i}`);
  it.each([
    ['time as a line', minutes, 'lines', { way: 'shape', count: 400 }],
    ['time as bars', minutes, 'bars', { way: 'average', count: 60 }],
    ['names that repeat', repeated, 'bars', { way: 'together', count: 12 }],
    ['names that do not', named, 'bars', { way: 'top', count: 20 }],
    ['slices', named, 'slices', { way: 'top', count: 8 }],
  ] as const)('%s', (_, rows, drawing: Drawing, fewer) => {
    const desk = tableDesk();
    expect(desk.read(`k,v\n${rows.join('\n')}`, {}, '.')).toMatchObject({
      ok: true,
      confident: false,
      rowCount: 5000,
    });
    const answer = desk.ask({ parts: { roles: ['labels', 'series'] }, drawing });
    expect(answer).toMatchObject({ rows: 5000, fewer });
    expect(answer?.ways).not.toContain('all');
    expect(answer?.data?.labels.length).toBeLessThanOrEqual(fewer.count);
    expect(
      desk.ask({ parts: { roles: ['labels', 'series'] }, drawing, fewer: { way: 'all', count: 0 } }),
    ).not.toHaveProperty('data');
  });
});
