// In: a number of rounds, with or without the peers. Out: tables of what a picture costs the whole server, beside the engine alone
// and beside others; printed and written into test/bench/BENCH.md. Numbers never fail it; only what keeps it from measuring does.
import { cpus, loadavg } from 'node:os';
import { buildIfNeeded } from '../../../server/build-if-needed.ts';
import { startProduction } from '../../support/production-server.ts';
import { spread } from '../spread.ts';
import { type ChartCase, chartCases } from './bench-charts.ts';
import { benchClient, benchEnv, coldStart, latency, newBar, throughput } from './flow.ts';
import { interleave } from './interleave.ts';
import { markdown, writeSection } from './report.ts';
import * as subject from './subjects.ts';

const FLOORS: readonly ChartCase[] = ['12-bar PNG', 'pie PNG', '3 x 1000 line PNG'];
const PEER_CASES = chartCases.filter((name) => /(PNG|SVG|PDF)$/.test(name) && !name.startsWith('4000'));
const STARTS = 5;
/** New pictures of a round of throughput: so many that the ramp at both ends does not decide. */
const PICTURES = 250;

/** @throws Error when a server does not come up or answers otherwise than it should */
export async function benchServer({
  rounds,
  withPeers,
}: {
  rounds: number;
  withPeers: boolean;
}): Promise<void> {
  buildIfNeeded();
  const loadBefore = loadavg()[0]?.toFixed(1);
  const costs = await benchCosts(rounds, withPeers);
  const flow = await benchFlow(rounds);
  const machine = `Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model.trim()}; load of the machine ${loadBefore} before, ${loadavg()[0]?.toFixed(1)} after; ${rounds} interleaved rounds, medians.`;
  const text = [machine, costs, flow].join('\n\n');
  console.log(text);
  writeSection('server', withPeers ? 'The server, beside others' : 'The server', text);
}

async function benchCosts(rounds: number, withPeers: boolean): Promise<string> {
  const server = await startProduction(benchEnv);
  const client = benchClient(server.url, 1);
  const pid = server.process.pid ?? 0;
  const floors = await Promise.all(FLOORS.map((name) => subject.floor(name)));
  const peers = withPeers ? await subject.startPeers() : undefined;
  try {
    const ours = chartCases.map((name) => subject.uncached(client, pid, name));
    const again = await subject.cached(client, pid, '12-bar PNG');
    const refused = subject.refusal(client, pid);
    const kinds: subject.Peer[] = ['fresh', 'reused', 'echarts'];
    const others = kinds.map((kind) => {
      const names = PEER_CASES.filter((name) => kind !== 'echarts' || name.endsWith('SVG'));
      return peers ? names.map((name) => subject.peer(peers, name, kind)) : [];
    });
    const all = [...ours, again, refused, ...floors, ...others.flat()];
    const results = await interleave(all, rounds);
    const median = (of: subject.Subject | undefined) =>
      of ? spread(results.get(of) ?? []).median : Number.NaN;
    const named = (list: readonly subject.Subject[], name: string) => list.find((one) => one.name === name);

    const base = median(named(ours, '12-bar PNG'));
    const rows = [...ours, again, refused].map((one) => {
      const cost = median(one);
      const beside = [named(floors, one.name), ...others.map((list) => named(list, one.name))];
      const spreads = results.get(one) ?? [];
      const cells = beside.map((other) =>
        other ? `${ms(median(other))} (${(median(other) / cost).toFixed(2)} ×)` : '',
      );
      return [
        one.name,
        ms(cost),
        `${ms(Math.min(...spreads))}–${ms(Math.max(...spreads))}`,
        kb(one.bytes()),
        ...cells,
      ];
    });
    const head = ['CPU ms a request', 'this server', 'least–most', 'kB', 'engine alone'];
    const shown = withPeers ? 8 : 5;
    const columns = [...head, 'chartjs-node-canvas, fresh', 'the same, reused', 'ECharts'];
    const repeated = `A repeated request costs 1/${(base / median(again)).toFixed(0)} of an uncached 12-bar PNG.`;
    return `${markdown([columns, ...rows].map((row) => row.slice(0, shown)))}\n\n${repeated}`;
  } finally {
    for (const one of floors) one.stop();
    peers?.client.close();
    peers?.process.kill();
    client.close();
    await server.stop();
  }
}

async function benchFlow(rounds: number): Promise<string> {
  // The whole server on one core and on two, its workers as they are by default; this process pays for its own in both cases.
  const servers = await Promise.all(['0', '0,1'].map((cores) => startProduction(benchEnv, cores)));
  const clients = servers.map(({ url }) => benchClient(url));
  const rates: number[][] = [[], []];
  const costs: number[][] = [[], []];
  const clientCosts: number[] = [];
  try {
    for (let round = 0; round <= rounds; round += 1)
      for (const [i, client] of clients.entries()) {
        const { perSecond, cpuMs, clientCpuMs } = await throughput(
          client,
          servers[i]?.process.pid ?? 0,
          PICTURES,
        );
        // The first round only warms up.
        if (round === 0) continue;
        rates[i]?.push(perSecond);
        costs[i]?.push(cpuMs);
        clientCosts.push(clientCpuMs);
      }
    const [, first] = clients;
    if (!first) throw new Error('no server');
    const miss = await latency(first, newBar, 200);
    const body = newBar();
    await latency(first, () => body, 1);
    const hit = await latency(first, () => body, 500);
    const starts: number[] = [];
    for (let i = 0; i < STARTS; i += 1) starts.push(await coldStart());
    const [one = Number.NaN, two = Number.NaN] = rates.map((rate) => spread(rate).median);
    const cost = (i: number) => ms(spread(costs[i] ?? []).median);
    return markdown([
      ['12-bar PNG', '', ''],
      ['one client, uncached, wall ms', `p50 ${ms(miss.p50)}`, `p99 ${ms(miss.p99)}`],
      ['one client, repeated, wall ms', `p50 ${ms(hit.p50)}`, `p99 ${ms(hit.p99)}`],
      ['8 clients, server on one core', `${one.toFixed(0)}/s`, `${cost(0)} CPU ms each`],
      ['8 clients, server on two cores', `${two.toFixed(0)}/s`, `${cost(1)} CPU ms each`],
      [
        'two cores ÷ one core',
        `${(two / one).toFixed(2)} ×`,
        `the client's own: ${ms(spread(clientCosts).median)} CPU ms`,
      ],
      [
        'cold start to first picture, wall ms',
        `median ${ms(spread(starts).median)}`,
        `max ${ms(Math.max(...starts))}`,
      ],
    ]);
  } finally {
    for (const client of clients) client.close();
    await Promise.all(servers.map((server) => server.stop()));
  }
}

const ms = (value: number) => value.toFixed(value < 10 ? 2 : 0);
const kb = (bytes: number) => (bytes / 1000).toFixed(1);
