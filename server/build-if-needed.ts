// In: sources and what was built of them. Out: a build that is not older than its sources. Run by `npm start` and the tests.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const sources = ['src', 'public', 'server', 'index.html', 'vite.config.ts', 'package-lock.json'];
const products = [
  'dist/page/index.html',
  'dist/server/main.js',
  'dist/server/keys.js',
  'dist/server/child.js',
];

function newestMs(path: string): number {
  const entry = statSync(path);
  if (!entry.isDirectory()) return entry.mtimeMs;
  return Math.max(entry.mtimeMs, ...readdirSync(path).map((name) => newestMs(join(path, name))));
}

/** Builds when a product is missing or older than a source. Throws when the build fails. */
export function buildIfNeeded(): void {
  const built = products.every((product) => existsSync(product))
    ? Math.min(...products.map((product) => statSync(product).mtimeMs))
    : 0;
  if (built > Math.max(...sources.map(newestMs))) return;
  // Whoever asks may run in another mode: a build for people is always the production one.
  const env = { ...process.env, NODE_ENV: 'production' };
  const { status } = spawnSync('npm', ['run', 'build'], { stdio: 'inherit', env });
  if (status !== 0) throw new Error('The build failed');
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) buildIfNeeded();
