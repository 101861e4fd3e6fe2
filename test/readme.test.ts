// The README says what the code does: its tables are the catalogue's and the configuration's, its links lead somewhere, and its
// quick start, copied and pasted, gives the picture it promises.
import { execFile } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { catalogue } from '#shared/errors.ts';
import { testKeys } from '../server/test-keys.ts';
import { startProduction } from './support/production-server.ts';
import { readmeTables, standing } from './support/readme-tables.ts';

const readme = readFileSync('README.md', 'utf8');

describe('README', () => {
  it('holds the tables of the code, row by row', () => {
    expect(standing(readme, 'errors')).toBe(readmeTables.errors);
    expect(standing(readme, 'config')).toBe(readmeTables.config);
  });

  it('names every code once in its table, and no other', () => {
    const named = [...(standing(readme, 'errors') ?? '').matchAll(/^\| `(\w+)`/gm)].map(([, code]) => code);
    expect(named).toEqual(Object.keys(catalogue));
  });

  it('names every test key', () => {
    for (const key of Object.keys(testKeys)) expect(readme).toContain(`\`${key}\``);
  });

  it('links to files that exist', () => {
    const targets = [...readme.matchAll(/\]\((?!http|#)([^)]+)\)/g)].map(([, path]) => path ?? '');
    expect(targets.length).toBeGreaterThan(10);
    expect(targets.filter((path) => !existsSync(path))).toEqual([]);
  });

  it('has a quick start that draws a picture of the requested size', async () => {
    const [, command = ''] = /```sh\n(curl [\s\S]*?)```/.exec(readme) ?? [];
    const [, url = ''] = /`(http:\/\/localhost:3000\/api\/v1\/render\?[^`]+)`/.exec(readme) ?? [];
    const server = await startProduction();
    const here = (text: string) => text.replaceAll('http://localhost:3000', server.url);
    const folder = await mkdtemp(join(tmpdir(), 'readme-'));
    await promisify(execFile)('sh', ['-c', here(command)], { cwd: folder });
    const posted = await readFile(join(folder, 'chart.png'));
    const got = Buffer.from(await (await fetch(here(url))).arrayBuffer());
    for (const bytes of [posted, got]) {
      const { width, height } = PNG.sync.read(bytes);
      expect([width, height]).toEqual([640, 320]);
    }
    await server.stop();
  });
});
