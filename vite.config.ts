// In: the page's and the server's sources. Out: dist/page (hashed, self-hosted) and dist/server (main and the
// drawing child, each one file). `vite build` makes the page, `vite build --mode server` the server.
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

const server = {
  // One file per process: a child that loads one file draws its first picture in a third less time.
  ssr: { noExternal: true as const, external: ['@napi-rs/canvas', 'pino'] },
  build: {
    ssr: true,
    outDir: 'dist/server',
    target: 'node20',
    minify: false,
    rollupOptions: {
      input: { main: 'server/main.ts', child: 'server/render/child.ts' },
      output: { entryFileNames: '[name].js', chunkFileNames: '[name]-[hash].js' },
    },
  },
};

const page = {
  plugins: [react()],
  worker: { format: 'es' as const },
  build: { outDir: 'dist/page', target: 'es2022', chunkSizeWarningLimit: 5000, manifest: true },
  server: { proxy: { '/api': 'http://localhost:3000', '/renders': 'http://localhost:3000', '/healthz': 'http://localhost:3000' } },
};

export default defineConfig(({ mode }) => ({
  ...(mode === 'server' ? server : page),
  publicDir: mode === 'server' ? false : 'public',
  test: { environment: 'node', testTimeout: 20_000 },
}));
