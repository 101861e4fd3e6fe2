// In: words and shelves. Out: whether the gallery finds what is meant, and opens what the server draws.
import { describe, expect, it } from 'vitest';
import { readSpec } from '#shared/chart-spec.ts';
import { templateSpec } from '#shared/templates/template-spec.ts';
import { entries, kitNames, meant, shelves } from '../../src/templates/entries.ts';

const ids = (typed: string, shelf?: (typeof shelves)[number]) => meant(typed, shelf).map(({ id }) => id);

describe('what is found', () => {
  it('is everything at first: sixteen templates and six basics', () => {
    expect([ids('').length, ids('', 'Basics').length]).toEqual([22, 6]);
  });

  it.each([
    ['churn', ['churn-rate', 'mrr-growth']],
    ['RING', ['plan-distribution', 'doughnut']],
    ['ltv', ['ltv-cac']],
    ['win rate', ['win-rate-trend']],
    ['unnel', []],
  ])('%s', (typed, expected) => {
    expect(ids(typed)).toEqual(expect.arrayContaining(expected));
    expect(ids(typed).length).toBeLessThan(expected.length + 2);
  });

  it('is on one shelf each, and no shelf is empty', () => {
    const onShelves = shelves.flatMap((shelf) => ids('', shelf));
    expect(onShelves.length).toBe(22);
    expect(new Set(onShelves)).toEqual(new Set(ids('')));
    expect(shelves.filter((shelf) => ids('', shelf).length === 0)).toEqual([]);
  });

  it('is what both word and shelf mean', () => {
    expect(ids('rate', 'Sales')).toEqual(['win-rate-trend']);
  });
});

describe.each(entries.map((entry) => [entry.id, entry] as const))('%s', (_, entry) => {
  it('is a chart in every kit and on both grounds', () => {
    const refused = kitNames.flatMap(({ kit }) =>
      (['light', 'dark'] as const).filter((mode) => !readSpec(entry.chart({ kit, mode })).ok),
    );
    expect(refused).toEqual([]);
  });

  it('has an address that means the same chart, or none', () => {
    for (const dress of [{}, { kit: 'ember' }, { mode: 'dark' }, { kit: 'polar', mode: 'light' }] as const) {
      const [, id = '', query] = /templates\/([^/]+)\/render\??(.*)$/.exec(entry.path?.(dress) ?? '') ?? [];
      const drawn = entry.path ? templateSpec(id, query) : readSpec(entry.chart(dress));
      expect(drawn).toEqual(readSpec(entry.chart(dress)));
    }
  });
});
