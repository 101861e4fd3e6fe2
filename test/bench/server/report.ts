// In: rows, or a finished section. Out: a Markdown table, or the section in test/bench/README.md between its two marks.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

const FILE = 'test/bench/README.md';

/** The first row is the head. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rest.map(line)].join('\n');
}

/** Leaves everything else in the file as it is; does nothing without the file or its marks. */
export function writeSection(name: string, text: string): void {
  if (!existsSync(FILE)) return;
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const whole = readFileSync(FILE, 'utf8');
  const [from, to] = [whole.indexOf(begin), whole.indexOf(end)];
  if (from < 0 || to < from) return;
  writeFileSync(FILE, `${whole.slice(0, from + begin.length)}\n${text}\n${whole.slice(to)}`);
}
