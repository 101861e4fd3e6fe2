// In: an environment. Out: the built server with a client whose limits are far away, and the ids of its processes.
import { setTimeout as after } from 'node:timers/promises';
import { benchClient, benchEnv } from '../bench/server/flow.ts';
import { descendants, type TreeUsage, treeUsage } from '../bench/server/process-tree.ts';
import { startProduction } from '../support/production-server.ts';

export async function stand(env: Record<string, string> = {}, maxSockets?: number) {
  const server = await startProduction({ ...benchEnv, LOG_LEVEL: 'warn', ...env });
  const client = benchClient(server.url, maxSockets);
  const usage = (): TreeUsage => treeUsage(server.process.pid ?? 0);
  return {
    url: server.url,
    client,
    usage,
    children: () => descendants(server.process.pid ?? 0),
    /** After a pause: buffers and connections that are on their way out are not a leak. */
    async settled(): Promise<TreeUsage> {
      client.close();
      await after(SETTLE_MS);
      return usage();
    },
    async stop() {
      client.close();
      await server.stop();
    },
  };
}

/** Longer than an idle connection is kept by the server. */
const SETTLE_MS = 8000;

export const rssOf = ({ ownRssBytes, childRssBytes }: TreeUsage): number =>
  ownRssBytes + childRssBytes.reduce((sum, bytes) => sum + bytes, 0);
