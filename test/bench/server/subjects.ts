// In: running servers. Out: everything that the bench compares, each as a name and a way to do it so many times for its CPU time.
import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { chartConfig } from '#shared/chart-config.ts';
import { readSpec } from '#shared/chart-spec.ts';
import { benchChart, type ChartCase } from './bench-charts.ts';
import { type Client, createClient } from './client.ts';
import { peersFolder } from './install-peers.ts';
import { treeUsage } from './process-tree.ts';

export interface Subject {
  name: string;
  /** CPU ms of one. */
  measure(count: number): Promise<number>;
  /** Bytes of its last answer. */
  bytes(): number;
}

export const RENDER = '/api/v1/render';
let variants = 0;
const next = () => {
  variants += 1;
  return variants;
};

/** @param pid of the server, whose children are counted too */
function asking(
  name: string,
  pid: number,
  ask: () => Promise<{ status: number; bytes: number; headers: Record<string, unknown> }>,
  expected: { status: number; cache?: string },
): Subject {
  let bytes = 0;
  return {
    name,
    bytes: () => bytes,
    async measure(count) {
      const before = treeUsage(pid).cpuMs;
      for (let i = 0; i < count; i += 1) {
        const answer = await ask();
        if (answer.status !== expected.status) throw new Error(`${name}: ${answer.status}`);
        if (expected.cache && answer.headers['x-cache'] !== expected.cache)
          throw new Error(`${name}: cached`);
        bytes = answer.bytes;
      }
      return (treeUsage(pid).cpuMs - before) / count;
    },
  };
}

export const uncached = (client: Client, pid: number, name: ChartCase): Subject =>
  asking(name, pid, () => client.post(RENDER, JSON.stringify(benchChart(name, next()))), {
    status: 200,
    cache: 'MISS',
  });

export async function cached(client: Client, pid: number, name: ChartCase): Promise<Subject> {
  const body = JSON.stringify(benchChart(name, next()));
  await client.post(RENDER, body);
  return asking(`${name}, again`, pid, () => client.post(RENDER, body), { status: 200, cache: 'HIT' });
}

export function refusal(client: Client, pid: number): Subject {
  const body = JSON.stringify({ ...benchChart('12-bar PNG', 0), width: 9000 });
  return asking('refusal', pid, () => client.post(RENDER, body), { status: 400 });
}

/** The engine alone, in a process of its own. */
export async function floor(name: ChartCase): Promise<Subject & { stop(): void }> {
  const child = fork(fileURLToPath(new URL('./floor-child.ts', import.meta.url)), [name], {
    execArgv: ['--import', 'tsx'],
    env: { PATH: process.env.PATH, DISABLE_SYSTEM_FONTS_LOAD: '1' },
  });
  const said = async () => ((await once(child, 'message')) as [number])[0];
  const bytes = await said();
  return {
    name,
    bytes: () => bytes,
    stop: () => child.kill(),
    async measure(count) {
      child.send(count);
      return (await said()) / count;
    },
  };
}

export async function startPeers(): Promise<{ client: Client; process: ChildProcess }> {
  const child = spawn(process.execPath, ['server.mjs'], {
    cwd: peersFolder,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return { client: createClient(line.replace('Peers: ', '')), process: child };
}

export type Peer = 'fresh' | 'reused' | 'echarts';

export function peer(
  { client, process: child }: Awaited<ReturnType<typeof startPeers>>,
  name: ChartCase,
  kind: Peer,
) {
  const body = () => {
    const chart = benchChart(name, next());
    const reading = readSpec(chart);
    if (!reading.ok) throw new Error('The chart of the bench is refused');
    const { width, height, format } = chart;
    if (kind === 'echarts') return JSON.stringify({ width, height, format, option: echartsOption(chart) });
    // The very configuration that our own children draw, so that the libraries differ and the charts do not.
    return JSON.stringify({ width, height, format, config: chartConfig(reading.spec) });
  };
  return asking(name, child.pid ?? 0, () => client.post(`/${kind}`, body()), { status: 200 });
}

function echartsOption({ type, data }: ReturnType<typeof benchChart>) {
  const [first] = data.datasets;
  if (type === 'pie') {
    const slices = data.labels.map((label, i) => ({ name: label, value: first?.data[i] }));
    return { legend: { right: 0 }, series: [{ type, data: slices }] };
  }
  return {
    legend: {},
    xAxis: { data: data.labels },
    yAxis: {},
    series: data.datasets.map((dataset) => ({ type, name: dataset.label, data: dataset.data })),
  };
}
