// In: nothing. Out: the address of the built harness, and a way to stop serving it.
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

export async function serveHarness(): Promise<{ url: string; stop: () => Promise<void> }> {
  const outDir = await mkdtemp(join(tmpdir(), 'timeline-harness-'));
  const config = {
    configFile: false as const,
    root: import.meta.dirname,
    publicDir: join(import.meta.dirname, '../../../../public'),
    plugins: [react()],
    logLevel: 'warn' as const,
    build: { outDir, target: 'es2022', chunkSizeWarningLimit: 5000, emptyOutDir: true },
    preview: { port: 0, host: '127.0.0.1', open: false },
  };
  await build(config);
  const server = await preview(config);
  return {
    url: server.resolvedUrls?.local[0] ?? '',
    stop: async () => {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}
