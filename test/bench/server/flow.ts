// In: a running server. Out: how fast it answers one client, how much it does for many, and how soon a new one draws.
import { startProduction } from '../../support/production-server.ts';
import { spread } from '../spread.ts';
import { benchChart } from './bench-charts.ts';
import { type Client, createClient } from './client.ts';
import { treeUsage } from './process-tree.ts';
import { RENDER } from './subjects.ts';

/** Counts on, so that what the limits cost is in the numbers; far away, so that none of them bites. */
export const BENCH_KEY = 'bench-key-0001';
export const benchEnv = { RATE_LIMIT: '1000000', API_KEYS: `${BENCH_KEY}:business` };
export const benchClient = (url: string, maxSockets?: number) =>
  createClient(url, { Authorization: `Bearer ${BENCH_KEY}` }, maxSockets);

// Two processes that ask one server must not ask for the same.
let variants = 5000 + (process.pid % 1000) * 1_000_000;
export function newBar(): string {
  variants += 1;
  return JSON.stringify(benchChart('12-bar PNG', variants));
}

/** Wall ms, one request after the other. */
export async function latency(client: Client, body: () => string, count: number) {
  const took: number[] = [];
  for (let i = 0; i < count; i += 1) took.push((await client.post(RENDER, body())).ms);
  took.sort((a, b) => a - b);
  return { p50: spread(took).median, p99: took[Math.ceil(count * 0.99) - 1] ?? Number.NaN };
}

export interface Throughput {
  perSecond: number;
  /** CPU ms of the whole server for one picture, and of the client that asked. */
  cpuMs: number;
  clientCpuMs: number;
}

/** New 12-bar pictures from eight askers at once. */
export async function throughput(client: Client, pid: number, count: number): Promise<Throughput> {
  let left = count;
  const asker = async () => {
    while (left > 0) {
      left -= 1;
      const { status } = await client.post(RENDER, newBar());
      if (status !== 200) throw new Error(`throughput: ${status}`);
    }
  };
  const before = { cpu: treeUsage(pid).cpuMs, own: process.cpuUsage(), at: performance.now() };
  await Promise.all(Array.from({ length: 8 }, asker));
  const own = process.cpuUsage(before.own);
  return {
    perSecond: (count / (performance.now() - before.at)) * 1000,
    cpuMs: (treeUsage(pid).cpuMs - before.cpu) / count,
    clientCpuMs: (own.user + own.system) / 1000 / count,
  };
}

/** Ms from the start of the process to the last byte of its first picture. */
export async function coldStart(): Promise<number> {
  const startMs = performance.now();
  const server = await startProduction(benchEnv);
  const client = benchClient(server.url);
  try {
    const { status } = await client.post(RENDER, newBar());
    if (status !== 200) throw new Error(`cold start: ${status}`);
    return performance.now() - startMs;
  } finally {
    client.close();
    await server.stop();
  }
}
