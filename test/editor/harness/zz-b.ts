import { build, preview } from 'vite';

const c = {
  configFile: false as const,
  root: import.meta.dirname + '/zz',
  worker: { format: 'es' as const },
  logLevel: 'warn' as const,
  build: { outDir: '/tmp/zzout', emptyOutDir: true, minify: false, target: 'es2022' },
  preview: { port: 4999, host: '127.0.0.1' },
};
await build(c);
await preview(c);
console.log('ready');
setInterval(() => {}, 1e6);
