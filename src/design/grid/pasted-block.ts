// In: text that was copied from a spreadsheet, a table or a CSV. Out: its cells, row by row. Pure.

/** Tabs win over semicolons, semicolons over commas: the first of them that the text holds outside of quotes. */
export function pastedBlock(text: string): string[][] {
  const body = text.replace(/\r\n?/g, '\n').replace(/\n+$/, '');
  if (body === '') return [];
  return split(body, separatorOf(body));
}

function separatorOf(body: string): string | undefined {
  const bare = body.replaceAll(/"(?:[^"]|"")*"/g, '');
  if (bare.includes('\t')) return '\t';
  if (bare.includes(';')) return ';';
  // A comma may belong to a number, as in 1,200: it parts cells only where every line has as many of them.
  const counts = new Set(bare.split('\n').map((line) => line.split(',').length));
  const [parts = 1] = counts;
  const grouped = bare.split('\n').every((line) => /^\s*-?\d{1,3}(?:,\d{3})+(?:\.\d+)?\s*$/.test(line));
  return counts.size === 1 && parts > 1 && !grouped ? ',' : undefined;
}

function split(body: string, separator: string | undefined): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const close = () => {
    rows.at(-1)?.push(cell.trim());
    cell = '';
  };
  for (let i = 0; i < body.length; i++) {
    const letter = body.charAt(i);
    if (quoted && letter === '"' && body[i + 1] === '"') {
      cell += '"';
      i++;
    } else if (letter === '"' && (quoted || cell.trim() === '')) {
      quoted = !quoted;
    } else if (!quoted && letter === separator) close();
    else if (!quoted && letter === '\n') {
      close();
      rows.push([]);
    } else cell += letter;
  }
  close();
  return rows;
}

/** As spreadsheets take it. */
export const copiedBlock = (rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row.map((cell) => (/[\t\n"]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'),
    )
    .join('\n');
