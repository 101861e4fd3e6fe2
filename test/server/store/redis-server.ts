// In: this machine. Out: a real Redis of the test's own on a free port, which keeps nothing, can be killed, stopped and started again.
import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

const HOW_TO_GET_IT = 'apt-get install redis-server (or valkey-server), or set REDIS_SERVER_PATH';

function found(): string | undefined {
  const own = process.env.REDIS_SERVER_PATH;
  if (own && existsSync(own)) return own;
  for (const name of ['redis-server', 'valkey-server']) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/** Installs it for root on Debian and Ubuntu; elsewhere nothing is changed on the machine. */
function installed(): string | undefined {
  const there = found();
  if (there || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return there;
  try {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'redis-server'], quiet);
  } catch {
    return undefined;
  }
  return found();
}

/** Says once what is skipped where there is none; in CI that is a failure. */
export function redisPath(what: string): string | undefined {
  const path = installed();
  if (!path && process.env.CI) throw new Error(`No Redis: ${HOW_TO_GET_IT}`);
  if (!path) console.warn(`Skipped: ${what}, for want of Redis (${HOW_TO_GET_IT}).`);
  return path;
}

export interface RedisServer {
  url: string;
  /** `SIGKILL` ends it; `SIGSTOP` lets it hang until `SIGCONT`. */
  signal(signal: 'SIGKILL' | 'SIGSTOP' | 'SIGCONT'): Promise<void>;
  /** On the same port, after a `SIGKILL`, empty. */
  startAgain(): Promise<void>;
  stop(): Promise<void>;
}

export async function startRedis(path: string): Promise<RedisServer> {
  const port = await freePort();
  let running = await start(path, port);
  const end = async () => {
    if (running.exitCode !== null || running.signalCode !== null) return;
    const ended = once(running, 'exit');
    running.kill('SIGKILL');
    await ended;
  };
  return {
    url: `redis://127.0.0.1:${port}`,
    async signal(signal) {
      if (signal === 'SIGKILL') await end();
      else running.kill(signal);
    },
    async startAgain() {
      running = await start(path, port);
    },
    stop: end,
  };
}

async function start(path: string, port: number): Promise<ChildProcess> {
  const dir = mkdtempSync(join(tmpdir(), 'chart-redis-'));
  const options = { port, bind: '127.0.0.1', save: '', appendonly: 'no', dir };
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn(path, args, { stdio: ['ignore', 'pipe', 'ignore'] });
  await new Promise<void>((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`Redis ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (/Ready to accept connections/.test(line)) resolve();
    });
  });
  return child;
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
