// In: the page's and the server's sources. Out: dist/page (hashed, compressed, within its budget) and dist/server (the server
// and the drawing child, each one file). `vite build` makes the page, `vite build --mode server` the server.
import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import react from '@vitejs/plugin-react';
import type { Plugin } from 'vite';
import { defineConfig } from 'vitest/config';

/** JS that must arrive before the preview and the plain editor work, in bytes of gzip. */
const FIRST_JS_BUDGET = 220 * 1024;

/** Counts the entry and everything it imports statically; the build fails when they outgrow the budget. */
const budget = (): Plugin => ({
  name: 'first-js-budget',
  generateBundle(_options, bundle) {
    const seen = new Set<string>();
    const visit = (name: string) => {
      const chunk = bundle[name];
      if (seen.has(name) || chunk?.type !== 'chunk') return;
      seen.add(name);
      for (const imported of chunk.imports) visit(imported);
    };
    for (const [name, chunk] of Object.entries(bundle))
      if (chunk.type === 'chunk' && chunk.isEntry && name !== 'sw.js') visit(name);
    let bytes = 0;
    for (const name of seen) {
      const chunk = bundle[name];
      if (chunk?.type === 'chunk') bytes += gzipSync(chunk.code, { level: 9 }).length;
    }
    const kib = (bytes / 1024).toFixed(1);
    if (bytes > FIRST_JS_BUDGET)
      this.error(`JS before the first preview: ${kib} KiB gzip, the budget is ${FIRST_JS_BUDGET / 1024}`);
    this.info(`JS before the first preview: ${kib} KiB gzip of ${FIRST_JS_BUDGET / 1024}`);
  },
});

/** The largest parts (the editor, its worker) are kept when they were used first; a first visit must not fetch them twice. */
const KEPT_AHEAD_BYTES = 800 * 1024;

/** Tells the service worker what was built: which files to keep, and a version that changes with any of them. */
const offline = (): Plugin => ({
  name: 'offline-files',
  enforce: 'post',
  generateBundle(_options, bundle) {
    const worker = bundle['sw.js'];
    if (worker?.type !== 'chunk') return;
    const built = Object.values(bundle).filter(({ fileName }) => fileName.startsWith('assets/'));
    const sizeOf = (file: (typeof built)[number]) =>
      Buffer.byteLength(file.type === 'chunk' ? file.code : file.source);
    const fonts = readdirSync('public/fonts').filter((name) => name.endsWith('.woff2'));
    const files = [
      ...built.filter((file) => sizeOf(file) <= KEPT_AHEAD_BYTES).map(({ fileName }) => `/${fileName}`),
      ...fonts.map((name) => `/fonts/${name}`),
    ].sort();
    const version = createHash('sha256')
      .update(
        built
          .map(({ fileName }) => fileName)
          .sort()
          .join(),
      )
      .digest('hex')
      .slice(0, 12);
    worker.code = `self.BUILT=${JSON.stringify({ version, files })};${worker.code}`;
  },
});

/** Writes .br and .gz beside what is worth it, once, so that the server compresses no file while people wait. */
const compressed = (): Plugin => {
  let folder = '';
  return {
    name: 'compressed-files',
    configResolved({ build }) {
      folder = build.outDir;
    },
    closeBundle() {
      for (const name of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
        const file = join(folder, name);
        if (!/\.(js|css|html|svg|json|ttf)$/.test(name) || statSync(file).size < 1024) continue;
        const bytes = readFileSync(file);
        writeFileSync(`${file}.gz`, gzipSync(bytes, { level: 9 }));
        writeFileSync(
          `${file}.br`,
          brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } }),
        );
      }
    },
  };
};

/**
 * chartjs-plugin-datalabels puts its labels on the pixels of the screen that it was loaded on: half px on a fine one. A picture
 * knows no screen, and the server's labels stand on whole px.
 */
const labelsOnWholePx = () => ({
  name: 'labels-on-whole-px',
  transform: (code: string, id: string) =>
    id.includes('chartjs-plugin-datalabels') ? code.replaceAll('window.devicePixelRatio', '1') : undefined,
});

const server = {
  // One file per process: a child that loads one file draws its first picture in a third less time.
  ssr: { noExternal: true as const, external: ['@napi-rs/canvas', 'pino'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: { main: 'server/main.ts', keys: 'server/keys.ts', child: 'server/render/child.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

type ModuleInfo = { importedIds: readonly string[] } | null;
type Graph = { getModuleInfo: (id: string) => ModuleInfo };

/** Everything the first paint needs in one chunk: shared with the lazy parts piece by piece, it compresses 3 KiB worse. */
function firstChunk() {
  let first: Set<string> | undefined;
  const reached = (graph: Graph) => {
    const seen = new Set<string>();
    const visit = (id: string) => {
      if (seen.has(id)) return;
      seen.add(id);
      for (const imported of graph.getModuleInfo(id)?.importedIds ?? []) visit(imported);
    };
    const entry = join(import.meta.dirname, 'src/main.tsx');
    visit(entry);
    // It waits for parts that are loaded as needed, which need this chunk to be complete.
    seen.delete(entry);
    return seen;
  };
  return (id: string, graph: Graph) => {
    first ??= reached(graph);
    return first.has(id) ? 'first' : null;
  };
}

const toServer = 'http://localhost:3000';
const page = {
  plugins: [react(), labelsOnWholePx(), budget(), offline(), compressed()],
  worker: { format: 'es' as const },
  build: {
    outDir: 'dist/page',
    target: 'es2022',
    chunkSizeWarningLimit: 5000,
    rollupOptions: {
      input: { index: 'index.html', sw: 'src/offline/service-worker.ts' },
      output: {
        codeSplitting: { groups: [{ name: firstChunk() }] },
        // Under its own name: the address of a service worker must not change.
        entryFileNames: ({ name }: { name: string }) => (name === 'sw' ? 'sw.js' : 'assets/[name]-[hash].js'),
      },
    },
  },
  server: {
    proxy: Object.fromEntries(
      ['/api', '/renders', '/chart.js', '/errors.json', '/docs', '/healthz', '/readyz', '/metrics'].map(
        (path) => [path, toServer],
      ),
    ),
  },
};

export default defineConfig(({ mode }) => ({
  ...(mode === 'server' ? server : page),
  publicDir: mode === 'server' ? (false as const) : 'public',
  test: {
    environment: 'node',
    include: ['test/**/*.test.ts'],
    globalSetup: ['test/support/global-setup.ts'],
    reporters: ['default', './test/support/summary-reporter.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    // Two cores, real browsers and real child processes: more files at once only wait for each other.
    maxWorkers: 2,
  },
}));
