// In: a number of seconds. Out: how the server bears ten times what it can draw: whoever asks does not wait for others' answers.
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { latency, newBar } from '../bench/server/flow.ts';
import { RENDER } from '../bench/server/subjects.ts';
import type { Flooded } from './flood-child.ts';
import { stand } from './stand.ts';
import { ms, percentile, type Verdict } from './verdict.ts';

const TIMES = 10;
/** Waiting (5 s) and drawing (6 s) together. */
const LIMIT_MS = 11_000;
const AT_ONCE_MS = 100;
const HEALTH_MS = 100;
const MOST_SLOWER = 1.5;
const CAPACITY_MS = 5000;
const REST_MS = 3000;

export async function overload(seconds: number): Promise<Verdict[]> {
  const place = await stand({});
  try {
    await latency(place.client, newBar, 100);
    const before = await latency(place.client, newBar, 200);
    const capacity = await measureCapacity(place.client);
    const health = child('./health-child.ts', [place.url]);
    // Its own start costs a second of CPU, which is no part of the load.
    await messageOf(health);
    const cpuBefore = place.usage().cpuMs;
    const flood = child('./flood-child.ts', [place.url, String(capacity * TIMES), String(seconds)]);
    const flooded = (await messageOf(flood)) as Flooded;
    const cpuMs = place.usage().cpuMs - cpuBefore;
    health.send('over');
    const checks = (await messageOf(health)) as number[];
    await after(REST_MS);
    const afterwards = await latency(place.client, newBar, 200);
    return verdicts({ seconds, capacity, before, afterwards, checks, cpuMs, ...flooded });
  } finally {
    await place.stop();
  }
}

const child = (file: string, args: string[]) =>
  fork(fileURLToPath(new URL(file, import.meta.url)), args, { execArgv: ['--import', 'tsx'] });

/** @throws when the child ends without a word: nobody is to wait for one for ever */
async function messageOf(process: ChildProcess): Promise<unknown> {
  const ended = new AbortController();
  const exit = () => ended.abort(new Error('A child of the drill ended without its message'));
  process.once('exit', exit);
  try {
    const [message] = await once(process, 'message', { signal: ended.signal });
    return message;
  } finally {
    process.off('exit', exit);
  }
}

type Spread = Awaited<ReturnType<typeof latency>>;

function verdicts(
  seen: Flooded & {
    seconds: number;
    capacity: number;
    before: Spread;
    afterwards: Spread;
    checks: number[];
    cpuMs: number;
  },
): Verdict[] {
  const { seconds, capacity, before, afterwards, checks, sent, drawnMs, refusedMs, others } = seen;
  const slowest = Math.max(...drawnMs);
  const refusedP99 = percentile(refusedMs, 0.99);
  const share = (cpu: number) => `${(cpu / seconds / 10).toFixed(0)} %`;
  return [
    {
      what: 'capacity',
      seen: `${capacity.toFixed(0)}/s, sent ${(sent / seconds).toFixed(0)}/s for ${seconds} s on ${seen.connections} connections`,
    },
    {
      what: 'drawn, p50 and slowest',
      seen: `${drawnMs.length}, ${(drawnMs.length / seconds).toFixed(0)}/s: ${ms(percentile(drawnMs, 0.5))}, ${ms(slowest)}`,
      promised: `≤ ${ms(LIMIT_MS)}`,
      kept: slowest <= LIMIT_MS,
    },
    {
      what: 'refused with Retry-After, p50, p99 and slowest',
      seen: `${refusedMs.length}: ${ms(percentile(refusedMs, 0.5))}, ${ms(refusedP99)}, ${ms(percentile(refusedMs, 1))}`,
      promised: `p99 ≤ ${ms(AT_ONCE_MS)}`,
      kept: refusedP99 <= AT_ONCE_MS,
    },
    {
      what: 'neither drawn nor refused so',
      seen: [others.length, ...new Set(others)].slice(0, 3).join(' '),
      promised: 'none',
      kept: others.length === 0,
    },
    {
      what: 'health check, p99 and slowest',
      seen: `${checks.length}: ${ms(percentile(checks, 0.99))}, ${ms(Math.max(...checks))}`,
      promised: `≤ ${ms(HEALTH_MS)}`,
      kept: Math.max(...checks) <= HEALTH_MS,
    },
    {
      what: 'p50 before and afterwards',
      seen: `${ms(before.p50)}, ${ms(afterwards.p50)} (p99 ${ms(before.p99)}, ${ms(afterwards.p99)})`,
      promised: `≤ ${MOST_SLOWER} ×`,
      kept: afterwards.p50 <= before.p50 * MOST_SLOWER,
    },
    {
      what: 'CPU: server and children, who asked',
      seen: `${share(seen.cpuMs)}, ${share(seen.floodCpuMs)} of a core`,
    },
    { what: 'lag of who asked, p99', seen: ms(seen.lagMs) },
  ];
}

type Client = Awaited<ReturnType<typeof stand>>['client'];

async function measureCapacity(client: Client): Promise<number> {
  const endMs = performance.now() + CAPACITY_MS;
  let drawn = 0;
  const asker = async () => {
    while (performance.now() < endMs) {
      await client.post(RENDER, newBar());
      drawn += 1;
    }
  };
  await Promise.all(Array.from({ length: 8 }, asker));
  return (drawn / CAPACITY_MS) * 1000;
}
