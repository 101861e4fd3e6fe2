// In: documents, versions and files of them. Out: differences in a person's words, room that is made, files that are read or refused.
import { describe, expect, it } from 'vitest';
import { differences, sameMeaning } from '../../src/history/semantic-difference.ts';
import { asFile, MOST_VERSIONS, readFile, surplus, type Version } from '../../src/history/version.ts';
import fc from '../support/properties.ts';

const chart = {
  type: 'bar',
  data: { labels: ['A', 'B'], datasets: [{ label: '2026', data: [1, 2], backgroundColor: '#36a' }] },
  width: 800,
};
const changed = (change: (copy: typeof chart) => void): string => {
  const copy = structuredClone(chart);
  change(copy);
  return JSON.stringify(copy);
};

describe('what has changed', () => {
  it.each<[string, string, string[]]>([
    ['a size', changed((c) => (c.width = 640)), ['width 800 → 640']],
    ['labels', changed((c) => c.data.labels.push('C', 'D')), ['labels +2']],
    [
      'a colour',
      changed((c) => ((c.data.datasets[0] as { backgroundColor: string }).backgroundColor = '#f63')),
      ['series “2026” backgroundColor #36a → #f63'],
    ],
    [
      'a value',
      changed((c) => ((c.data.datasets[0] as { data: number[] }).data[1] = 5)),
      ['series “2026” data[1] 2 → 5'],
    ],
    [
      'a series',
      changed((c) => c.data.datasets.push({ label: 'X', data: [], backgroundColor: '' })),
      ['series “X” added'],
    ],
    [
      'a key',
      JSON.stringify({ ...chart, theme: { mode: 'dark' } }),
      ['theme an object added'.replace('an object ', '')],
    ],
    ['a key that went', JSON.stringify({ type: 'bar', data: chart.data }), ['width removed']],
    ['formatting', JSON.stringify(chart, null, 4), ['Formatting only']],
    ['text that is no chart', '{"type":\n', ['+1 line of text']],
  ])('%s', (_name, after, words) => expect(differences(JSON.stringify(chart), after)).toEqual(words));

  it('a text nested without end is told as changed, and ends nothing', () => {
    const deep = '['.repeat(200_000) + ']'.repeat(200_000);
    expect(differences(deep, '{}').length).toBe(1);
    expect(differences(JSON.stringify(chart), deep).length).toBe(1);
  });

  it('nothing for equal texts, something for others, never more than eight lines', () => {
    const value = fc.json({ maxDepth: 3 });
    fc.assert(
      fc.property(value, value, (a, b) => {
        expect(differences(a, a)).toEqual([]);
        const found = differences(a, b);
        expect(found.length).toBeLessThanOrEqual(8);
        expect(found.length === 0).toBe(a === b);
        const equal = JSON.stringify(JSON.parse(a)) === JSON.stringify(JSON.parse(b));
        if (equal !== sameMeaning(a, b)) throw new Error(`${a} and ${b}: ${found.join()}`);
      }),
    );
  });
});

const made = (index: number, more: Partial<Version> = {}): Version => ({
  id: String(index),
  text: '{}',
  savedAtMs: index,
  name: '',
  pinned: false,
  ...more,
});

describe('room', () => {
  it('is made by the oldest that nobody named', () => {
    const versions = Array.from({ length: MOST_VERSIONS + 5 }, (_, index) =>
      made(index, { pinned: index === 0 }),
    );
    expect(
      surplus(versions)
        .map(({ id }) => Number(id))
        .sort((a, b) => a - b),
    ).toEqual([1, 2, 3, 4]);
    const large = [made(1, { text: 'x'.repeat(999_999) })];
    expect(surplus(large)).toEqual([]);
  });
});

describe('a file', () => {
  it('gives back what was put into it', () => {
    const versions = [made(1), made(2, { name: 'Named', pinned: true })];
    expect(readFile(asFile(versions))).toEqual({ ok: true, versions, skipped: 0 });
  });
  it.each<[string, string, object]>([
    ['no JSON', 'hello', { ok: false }],
    ['another file', '{"kind":"other","v":1,"versions":[]}', { ok: false }],
    [
      'broken entries',
      JSON.stringify({ kind: 'chart-playground-history', v: 1, versions: [made(1), { id: 7 }, null] }),
      { ok: true, skipped: 2 },
    ],
    [
      'a text of megabytes',
      JSON.stringify({
        kind: 'chart-playground-history',
        v: 1,
        versions: [made(1, { text: 'x'.repeat(1_000_001) })],
      }),
      { ok: true, versions: [], skipped: 1 },
    ],
  ])('with %s', (_name, text, reading) => expect(readFile(text)).toMatchObject(reading));
});
