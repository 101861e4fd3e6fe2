import { execFile } from 'node:child_process';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type ChildEntry, childEntry } from '../../../server/render/entry.ts';
import { createPool } from '../../../server/render/pool.ts';
import { aChart, FONTS } from './a-chart.ts';
import { pictureSize } from './picture-size.ts';

const root = new URL('../../..', import.meta.url).pathname;
// Inside the project, so that the bundle finds the engine the way the real one does.
const folder = `${root}dist/test-child-${process.pid}`;
let entry: ChildEntry;

beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    publicDir: false,
    ssr: { noExternal: true, external: ['@napi-rs/canvas'] },
    build: {
      ssr: true,
      outDir: folder,
      target: 'node20',
      minify: false,
      rollupOptions: {
        input: { child: `${root}server/render/child.ts` },
        output: { entryFileNames: '[name].js' },
      },
    },
  });
  entry = childEntry(FONTS, pathToFileURL(`${folder}/main.js`).href);
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('draws under the permission model, in every format', async () => {
  const pool = createPool({ entry, now: () => performance.now(), size: 1, spare: 0, maxWaitMs: 10_000 });
  for (const format of ['png', 'jpeg', 'webp', 'svg', 'pdf'] as const) {
    const { bytes } = await pool.render(aChart({ format }));
    expect(pictureSize(bytes)).toEqual({ format, width: 800, height: 400 });
  }
  await pool.close();
});

it('cannot read, write or start anything else', async () => {
  const probe = `${folder}/probe.js`;
  writeFileSync(
    probe,
    `import { readFileSync, writeFileSync } from 'node:fs';
     import { execFileSync } from 'node:child_process';
     import { Worker } from 'node:worker_threads';
     const said = (act) => { try { act(); return 'done'; } catch (error) { return error.code; } };
     console.log(JSON.stringify({
       own: said(() => readFileSync(process.argv[1])),
       passwd: said(() => readFileSync('/etc/passwd')),
       source: said(() => readFileSync('${root}package.json')),
       write: said(() => writeFileSync('${folder}/written', '')),
       spawn: said(() => execFileSync('/bin/true')),
       worker: said(() => new Worker('', { eval: true })),
     }));`,
  );
  const run = promisify(execFile);
  const { stdout } = await run(process.execPath, ['--no-warnings', ...entry.execArgv, probe], { env: {} });
  const denied = 'ERR_ACCESS_DENIED';
  expect(JSON.parse(stdout)).toEqual({
    own: 'done',
    passwd: denied,
    source: denied,
    write: denied,
    spawn: denied,
    worker: denied,
  });
});
