// In: a text. Out: the cells of a table, where the text is JSON that holds one: rows as objects or lists, columns as lists, a
// chart's own data, or one object a line. Nothing for any other text. Pure.

type Bag = Record<string, unknown>;
const isBag = (value: unknown): value is Bag =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isPlain = (value: unknown) => typeof value !== 'object' || value === null;

export function cellsOfJson(text: string): string[][] | undefined {
  if (!/^\s*[[{]/.test(text)) return undefined;
  const value = parsed(text) ?? parsedLines(text);
  return value === undefined ? undefined : cellsOf(value, 0);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function parsedLines(text: string): unknown[] | undefined {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const values = lines.map(parsed);
  return lines.length > 1 && values.every((value) => value !== undefined) ? values : undefined;
}

function cellsOf(value: unknown, depth: number): string[][] | undefined {
  if (Array.isArray(value)) return cellsOfList(value);
  if (!isBag(value) || depth > 2) return undefined;
  if (Array.isArray(value.datasets)) return cellsOfChart(value.labels, value.datasets);
  const lists = Object.entries(value).filter(([, inner]) => Array.isArray(inner));
  const columns = lists.filter(([, list]) => (list as unknown[]).every(isPlain));
  if (columns.length > 1)
    return transposed(columns.map(([name, list]) => [name, ...(list as unknown[]).map(shown)]));
  // An answer of an API around the list that matters.
  for (const inner of Object.values(value)) {
    const cells = cellsOf(inner, depth + 1);
    if (cells) return cells;
  }
  const pairs = Object.entries(value).filter(([, inner]) => isPlain(inner));
  const isTable = depth === 0 && pairs.some(([, inner]) => typeof inner === 'number');
  return isTable ? pairs.map(([name, inner]) => [name, shown(inner)]) : undefined;
}

function cellsOfList(list: readonly unknown[]): string[][] | undefined {
  if (list.length === 0) return undefined;
  if (list.every(isBag)) {
    const rows = list.map((row) => flat(row));
    const names = [...new Set(rows.flatMap((row) => [...row.keys()]))];
    return [names, ...rows.map((row) => names.map((name) => row.get(name) ?? ''))];
  }
  if (list.every(Array.isArray)) return list.map((row: unknown[]) => row.map(shown));
  return list.every(isPlain) ? list.map((cell) => [shown(cell)]) : undefined;
}

/** One level of objects inside a row: `price.amount`. */
const flat = (row: Bag): Map<string, string> =>
  new Map(
    Object.entries(row).flatMap(([name, value]): [string, string][] =>
      isBag(value)
        ? Object.entries(value).map(([inner, cell]) => [`${name}.${inner}`, shown(cell)])
        : [[name, shown(value)]],
    ),
  );

function cellsOfChart(labels: unknown, datasets: readonly unknown[]): string[][] {
  const columns = datasets.filter(isBag).map(({ label, data }, index) => {
    const values = Array.isArray(data) ? data.map(shown) : [];
    return [typeof label === 'string' ? label : `Series ${index + 1}`, ...values];
  });
  return transposed(Array.isArray(labels) ? [['', ...labels.map(shown)], ...columns] : columns);
}

function shown(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  return typeof cell === 'object' ? JSON.stringify(cell) : String(cell);
}

/** Columns to rows; short ones end in empty cells. */
export function transposed(lines: readonly (readonly string[])[]): string[][] {
  const length = lines.reduce((most, line) => Math.max(most, line.length), 0);
  return Array.from({ length }, (_, i) => lines.map((line) => line[i] ?? ''));
}
