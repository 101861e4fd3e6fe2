import { readdir, readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { serveHarness } from '/work/main/test/editor/harness/serve-harness.ts';

console.time('build');
const h = await serveHarness();
console.timeEnd('build');
console.log(h.url);
for (const f of await readdir(h.outDir + '/assets')) {
  const b = await readFile(h.outDir + '/assets/' + f);
  console.log(f, b.length, gzipSync(b).length);
}
process.on('SIGTERM', () => h.stop().then(() => process.exit()));
setInterval(() => {}, 1e6);
