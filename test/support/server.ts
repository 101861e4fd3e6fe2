// In: settings as in the environment, and stand-ins for what a test wants to hold. Out: the real server on a free port.
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import { createApp } from '../../server/app.ts';
import { ClientGone } from '../../server/client-gone.ts';
import { readConfig } from '../../server/config.ts';
import { createHttpServer } from '../../server/http-server.ts';
import { createLog } from '../../server/log.ts';
import type { Page } from '../../server/page.ts';
import { childEntry } from '../../server/render/entry.ts';
import { createPool, type RenderPool } from '../../server/render/pool.ts';
import { createMemoryStore } from '../../server/store/memory-store.ts';
import type { Store } from '../../server/store/store.ts';

export interface TestServer {
  /** `http://127.0.0.1:port`, no slash at the end. */
  url: string;
  port: number;
  /** Every line the server has logged, parsed. */
  lines: Record<string, unknown>[];
  /** The same, as it was written. */
  logText(): string;
  /** Stops the clock where it is, or puts it forward; only for servers started with `clock: 'fake'`. */
  advance(ms: number): void;
  now(): number;
  /** Waits asked of the clock by a slow answer, in ms; they resolve at once. */
  waits: number[];
  pool: RenderPool;
  drain(mostMs: number): Promise<void>;
  stop(): Promise<void>;
}

export interface TestServerOptions {
  env?: Record<string, string>;
  pool?: RenderPool;
  store?: Store;
  page?: Page;
  /** `fake` starts at 2026-11-22T07:00:00Z and stands still until `advance`. */
  clock?: 'fake' | 'real';
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
}

const START_MS = Date.UTC(2026, 10, 22, 7);

/** The real pool with the real fonts; close it when done. Starting takes about a second. */
export const realPool = (size = 2): RenderPool =>
  createPool({
    entry: childEntry(fileURLToPath(new URL('../../public/fonts', import.meta.url))),
    now: () => performance.now(),
    size,
    places: 400,
    maxWaitMs: 15_000,
  });

/** Whoever passes no pool gets a real one, which `stop` closes; a pool passed in stays open. */
export async function startServer(options: TestServerOptions = {}): Promise<TestServer> {
  let fakeMs = START_MS;
  const now = options.clock === 'fake' ? () => fakeMs : Date.now;
  const written: string[] = [];
  const waits: number[] = [];
  const log = createLog('trace', { write: (line: string) => void written.push(line) });
  const pool = options.pool ?? realPool();
  const store = options.store ?? createMemoryStore();
  let draining = false;
  const { fetch, door } = createApp({
    config: readConfig(options.env ?? {}),
    version: 'test',
    now,
    wait:
      options.wait ??
      (async (ms, signal) => {
        waits.push(ms);
        if (signal.aborted) throw new ClientGone();
      }),
    pool,
    store,
    log,
    page: options.page ?? (async () => undefined),
    draining: () => draining,
  });
  const { server, drain } = createHttpServer({ fetch, log, now, door });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    get lines() {
      return written.map((line) => JSON.parse(line) as Record<string, unknown>);
    },
    logText: () => written.join(''),
    advance: (ms) => {
      fakeMs += ms;
    },
    now,
    waits,
    pool,
    drain: (mostMs) => {
      draining = true;
      return drain(mostMs);
    },
    async stop() {
      await drain(0);
      if (options.pool === undefined) await pool.close();
      await store.close();
    },
  };
}
