// In: the folder of a harness, a page that mounts one part of ours. Out: its address, where it was built to, and a way to stop it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

/** Builds the harness like the real page (hashed chunks, module worker) and serves it on a free port. */
export async function serveHarness(
  folder: string,
): Promise<{ url: string; outDir: string; stop: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'harness-'));
  const config = {
    configFile: false as const,
    root: folder,
    publicDir: join(import.meta.dirname, '../../public'),
    plugins: [react()],
    worker: { format: 'es' as const },
    logLevel: 'warn' as const,
    build: { outDir, target: 'es2022', chunkSizeWarningLimit: 5000, emptyOutDir: true },
    preview: { port: 0, host: '127.0.0.1', open: false },
  };
  await build(config);
  const server = await preview(config);
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    outDir,
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
