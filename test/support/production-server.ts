// In: an environment. Out: the built server as its own process on a free port, as a user runs it, and a way to end it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

export type ProductionServer = {
  url: string;
  process: ChildProcess;
  logged: string[];
  stop: () => Promise<void>;
};

/**
 * Resolves when the server has said where it listens, which it does when it can draw.
 *
 * @param cores the only ones that it and its children may use, as `taskset` takes them
 */
export async function startProduction(
  env: Record<string, string> = {},
  cores?: string,
): Promise<ProductionServer> {
  const command = [process.execPath, 'dist/server/main.js'];
  const [file = '', ...args] = cores === undefined ? command : ['taskset', '-c', cores, ...command];
  const child = spawn(file, args, {
    env: {
      PATH: process.env.PATH,
      PORT: '0',
      DATA_DIR: mkdtempSync(join(tmpdir(), 'chart-playground-')),
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const logged: string[] = [];
  const url = await new Promise<string>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}: ${logged.join('\n')}`)));
    for (const stream of [child.stdout, child.stderr])
      createInterface({ input: stream }).on('line', (line) => {
        logged.push(line);
        const said = /^Chart playground: (http\S+)/.exec(line)?.[1];
        if (said) resolve(said);
      });
  });
  const ended = once(child, 'exit');
  return {
    url,
    process: child,
    logged,
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}
