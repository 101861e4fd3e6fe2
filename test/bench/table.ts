// In: rows of cells. Out: the same as text, in columns: words to the left, numbers to the right. Pure.

/** Rows of one cell are headings and stretch over all columns. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows)
    if (row.length > 1)
      for (const [i, cell] of row.entries()) widths[i] = Math.max(widths[i] ?? 0, cell.length);
  const line = (row: readonly string[]) =>
    row.length === 1
      ? `\n${row[0]}`
      : row
          .map((cell, i) => (i === 0 ? cell.padEnd(widths[i] ?? 0) : cell.padStart(widths[i] ?? 0)))
          .join('  ')
          .trimEnd();
  return rows.map(line).join('\n');
}

export const ms = (value: number): string =>
  Number.isNaN(value) ? '–' : `${value.toFixed(value < 10 ? 1 : 0)}`;
export const kib = (bytes: number): string => `${(bytes / 1024).toFixed(1)} KiB`;
