// In: the environment of a server. Out: a browser and that server for the walks of one file, started before and ended after them.
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launch, type Walk, type WalkOptions, walk } from './page.ts';
import { type ProductionServer, startProduction } from './production-server.ts';

export type Stage = {
  /** Valid inside tests and hooks. */
  readonly browser: Browser;
  readonly server: ProductionServer;
  readonly url: string;
  walk: (options?: WalkOptions) => Promise<Walk>;
};

/** Call it inside a `describe`. The rate limit is out of the way, unless a walk is about it. */
export function stage(env: Record<string, string> = { RATE_LIMIT: '10000' }): Stage {
  let browser: Browser | undefined;
  let server: ProductionServer | undefined;
  beforeAll(async () => {
    [browser, server] = await Promise.all([launch(), startProduction(env)]);
  });
  afterAll(async () => {
    await browser?.close();
    await server?.stop();
  });
  const there = <T>(value: T | undefined): T => {
    if (value === undefined) throw new Error('The stage is set when the tests begin');
    return value;
  };
  return {
    get browser() {
      return there(browser);
    },
    get server() {
      return there(server);
    },
    get url() {
      return there(server).url;
    },
    walk: (options) => walk(there(browser), there(server).url, options),
  };
}
