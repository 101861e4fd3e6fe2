// In: the environment and the command line's signals. Out: a listening server, and its orderly end. Does something when it
// is run, as `keys.ts` does and no other file.
import { readFileSync } from 'node:fs';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createApp } from './app.ts';
import { ClientGone } from './client-gone.ts';
import { ConfigError, readConfig } from './config.ts';
import { createHttpServer } from './http-server.ts';
import { createLog } from './log.ts';
import { loadPage } from './page.ts';
import { childEntry } from './render/entry.ts';
import { createPool } from './render/pool.ts';
import { openStore } from './store/open-store.ts';
import { StoreFailure } from './store/store-failure.ts';

// Run from the sources (server/main.ts) or from the bundle (dist/server/main.js).
const bundled = !import.meta.url.endsWith('.ts');
const place = (inBundle: string, inSources: string) =>
  fileURLToPath(new URL(bundled ? inBundle : inSources, import.meta.url));

/** A first picture asked of cold workers would wait in the queue; longer than this nobody waits for them. */
const WARM_UP_MS = 10_000;
/** A whole window's worth of requests sent at once is drawn, not turned away: 100 usual charts take two workers 2.5 s. */
const MOST_WAIT_MS = 5000;
/** The slowest answer on purpose takes 10 s; the whole end must be over in 15. */
const FINISH_MS = 12_000;
const END_MS = 14_500;
/** Connections that wait to be accepted; the kernel may allow fewer (net.core.somaxconn). */
const BACKLOG = 4096;
const SWEEP_EVERY_MS = 60_000;

const config = configOrExit();
const log = createLog(config.logLevel);
const store = await openStore({ config, now: Date.now, log }).catch(sayAndExit);
const pool = createPool({
  entry: childEntry(place('../page/fonts', '../public/fonts')),
  now: () => performance.now(),
  size: config.workers,
  places: config.queue,
  maxWaitMs: MOST_WAIT_MS,
  budget: config.budget,
});
let draining = false;

const { fetch, door } = createApp({
  config,
  version: (
    JSON.parse(readFileSync(place('../../package.json', '../package.json'), 'utf8')) as { version: string }
  ).version,
  now: Date.now,
  wait: (ms, signal) =>
    after(ms, undefined, { signal }).catch(() => {
      throw new ClientGone();
    }),
  pool,
  store,
  log,
  page: await loadPage(place('../page', '../dist/page')),
  draining: () => draining,
});
const { server, drain } = createHttpServer({ fetch, log, now: Date.now, door });

for (let waitedMs = 0; !pool.ready() && waitedMs < WARM_UP_MS; waitedMs += 25) await after(25);
if (!pool.ready()) log.error({ cause: pool.stats().lastFailure }, 'no drawing child has started');
server.on('error', (error) => {
  process.stderr.write(`Cannot listen: ${error.message}\n`);
  process.exit(1);
});
server.listen({ port: config.port, host: config.host, backlog: BACKLOG }, () => {
  const address = server.address();
  const port = typeof address === 'object' && address ? address.port : config.port;
  process.stdout.write(
    `Chart playground: ${config.publicUrl ?? `http://${hostInUrl(config.host)}:${port}`}\n`,
  );
});
setInterval(() => void store.sweep(Date.now()), SWEEP_EVERY_MS).unref();

process.on('SIGTERM', stop);
process.on('SIGINT', stop);

function stop(signal: NodeJS.Signals) {
  if (draining) process.exit(1);
  draining = true;
  log.info({ signal }, 'draining');
  setTimeout(() => process.exit(0), END_MS).unref();
  void drain(FINISH_MS)
    .then(() => pool.close())
    .then(() => store.close())
    .then(() => process.exit(0));
}

function configOrExit() {
  try {
    return readConfig(process.env);
  } catch (error) {
    return sayAndExit(error);
  }
}

/** What whoever starts the server can mend is said in a sentence. */
function sayAndExit(error: unknown): never {
  if (!(error instanceof ConfigError || error instanceof StoreFailure)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}

/** A browser cannot go to «every address». */
function hostInUrl(host: string | undefined): string {
  if (host === undefined || host === '0.0.0.0' || host === '::') return 'localhost';
  return host.includes(':') ? `[${host}]` : host;
}
