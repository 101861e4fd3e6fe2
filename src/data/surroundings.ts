// In: the cells of a text. Out: those of the table alone, all rows equally long: without empty edges, the title above it and the
// source under it, which exports like to add. Pure.

export type Framed = { rows: string[][]; notes: string[] };

const filled = (cell: string | undefined) => cell !== undefined && cell.trim() !== '';

const sources = /^\s*(?:sources?|quelle|note|notes|fuente|fonte|stand|as of|©|\*)\b/i;

/** What a program wrote as JSON has neither. */
export function framed(all: readonly string[][], kind: 'delimited' | 'ruled' | 'json'): Framed {
  const notes: string[] = [];
  const some = all.filter((row) => row.some(filled));
  const lengths = some.map((row) => row.findLastIndex(filled) + 1);
  const usual = mostCommon(lengths);
  const lone = (i: number) => kind !== 'json' && usual > 1 && (lengths[i] ?? 0) <= 1;
  // A month that has no numbers yet is a row as well: only a line of its own, or one that says so, is a source.
  const source = (i: number) => lone(i) && (some[i]?.length === 1 || sources.test(some[i]?.[0] ?? ''));
  let start = 0;
  while (start < Math.min(10, some.length - 2) && lone(start)) start++;
  let end = some.length;
  while (end > start + 2 && some.length - end < 10 && source(end - 1)) end--;
  const left = some.length - (end - start);
  if (left > 0)
    notes.push(`${left === 1 ? '1 line' : `${left} lines`} around the table, such as a title, left out.`);
  const rows = some.slice(start, end);
  const width = rows.reduce((most, row) => Math.max(most, row.findLastIndex(filled) + 1), 0);
  const shorter = rows.filter((row) => row.length < usual).length;
  if (shorter > 0)
    notes.push(
      `${shorter.toLocaleString('en-GB')} ${shorter === 1 ? 'row is' : 'rows are'} shorter than the others: what is missing is a gap.`,
    );
  const even = (row: readonly string[]) =>
    row.length === width ? [...row] : Array.from({ length: width }, (_, i) => row[i] ?? '');
  return { rows: rows.map(even), notes };
}

function mostCommon(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].reduce((best, next) => (next[1] > best[1] ? next : best), [0, 0])[0];
}
