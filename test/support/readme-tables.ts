// In: the catalogue and the configuration. Out: the README's tables as they must stand there. Run by itself, it writes them.
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { catalogue, type ErrorRow } from '#shared/errors.ts';
import { configTable } from '../../server/config.ts';

const moves = { you: 'yours', wait: 'wait', us: 'the server’s' } as const;
const retries = {
  never: 'never',
  'after-wait': 'after `Retry-After`',
  backoff: 'with backoff',
  'by-hand': 'by hand',
} as const;

const table = (head: readonly string[], rows: readonly (readonly string[])[]) =>
  [head, head.map(() => '---'), ...rows].map((cells) => `| ${cells.join(' | ')} |`).join('\n');

export const readmeTables: Record<'config' | 'errors', string> = {
  config: table(
    ['variable', 'default', 'meaning'],
    configTable.map(({ name, default: usual, meaning }) => [`\`${name}\``, usual, meaning]),
  ),
  errors: table(
    ['code', 'status', 'what happened', 'whose move', 'retry', 'what to do'],
    Object.entries(catalogue as Record<string, ErrorRow>).map(([code, row]) => [
      `\`${code}\``,
      String(row.status ?? '–'),
      row.title,
      moves[row.move],
      retries[row.retry],
      row.fix,
    ]),
  ),
};

/** The text between a table's marks in the README. */
export function standing(readme: string, name: string): string | undefined {
  return new RegExp(`<!-- ${name}:begin -->\\n([\\s\\S]*?)<!-- ${name}:end -->`).exec(readme)?.[1]?.trim();
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  let readme = readFileSync('README.md', 'utf8');
  for (const [name, rows] of Object.entries(readmeTables))
    readme = readme.replace(
      new RegExp(`(<!-- ${name}:begin -->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`),
      (_, begin: string, end: string) => `${begin}${rows}\n${end}`,
    );
  writeFileSync('README.md', readme);
}
