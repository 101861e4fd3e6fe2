// In: rows, or a finished section. Out: a Markdown table, or the section in test/bench/BENCH.md, which is made when it is missing.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const FILE = fileURLToPath(new URL('../BENCH.md', import.meta.url));
const HEAD =
  '# Results\n\nWritten by `npm run bench`; what the words mean stands in [README.md](README.md).\n';

/** The first row is the head. */
export function markdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows;
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, i) => (i === 0 ? '---' : '---:'))), ...rest.map(line)].join('\n');
}

/** Leaves the other sections as they are. */
export function writeSection(name: string, title: string, text: string): void {
  const [begin, end] = [`<!-- ${name}:begin -->`, `<!-- ${name}:end -->`];
  const whole = existsSync(FILE) ? readFileSync(FILE, 'utf8') : HEAD;
  const section = `${begin}\n## ${title}\n\n${text}\n${end}`;
  const [from, to] = [whole.indexOf(begin), whole.indexOf(end)];
  if (from < 0 || to < from) writeFileSync(FILE, `${whole}\n${section}\n`);
  else writeFileSync(FILE, whole.slice(0, from) + section + whole.slice(to + end.length));
}
