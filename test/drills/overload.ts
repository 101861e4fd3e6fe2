// In: a number of seconds. Out: how the server bears ten times what it can draw: whoever asks does not wait for others' answers.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Answer } from '../bench/server/client.ts';
import { latency, newBar } from '../bench/server/flow.ts';
import { RENDER } from '../bench/server/subjects.ts';
import { stand } from './stand.ts';
import { ms, percentile, type Verdict } from './verdict.ts';

const TIMES = 10;
const TICK_MS = 10;
/** Waiting (5 s) and drawing (6 s) together. */
const LIMIT_MS = 11_000;
const AT_ONCE_MS = 100;
const HEALTH_MS = 100;
const MOST_SLOWER = 1.5;
const CAPACITY_MS = 5000;

export async function overload(seconds: number): Promise<Verdict[]> {
  const place = await stand({}, Number.POSITIVE_INFINITY);
  try {
    await latency(place.client, newBar, 100);
    const before = await latency(place.client, newBar, 200);
    const capacity = await measureCapacity(place.client);
    const health = fork(fileURLToPath(new URL('./health-child.ts', import.meta.url)), [place.url], {
      execArgv: ['--import', 'tsx'],
    });
    // Its own start costs a second of CPU, which is no part of the load.
    await once(health, 'message');
    const lag = monitorEventLoopDelay({ resolution: 5 });
    lag.enable();
    const client = process.cpuUsage();
    const cpuBefore = place.usage().cpuMs;
    const { sent, answers, failures } = await flood(place.client, capacity * TIMES, seconds);
    const { user, system } = process.cpuUsage(client);
    const cpuMs = place.usage().cpuMs - cpuBefore;
    lag.disable();
    health.send('over');
    const [checks] = (await once(health, 'message')) as [number[]];
    await after(2000);
    const afterwards = await latency(place.client, newBar, 200);

    const made = answers.filter(({ status }) => status === 200);
    if (made.some(({ headers }) => headers['x-cache'] !== 'MISS')) throw new Error('not everything was new');
    const drawn = made.map((one) => one.ms);
    const refused = answers.filter(({ status }) => status === 503);
    const others = answers.length - drawn.length - refused.length + failures.length;
    const blind = refused.filter(({ headers }) => !/^[1-9]\d*$/.test(headers['retry-after'] ?? ''));
    const refusedMs = refused.map((one) => one.ms);
    const slowest = Math.max(...drawn);
    return [
      {
        what: 'capacity',
        seen: `${capacity.toFixed(0)}/s, sent ${(sent / seconds).toFixed(0)}/s for ${seconds} s`,
      },
      { what: 'drawn', seen: `${drawn.length}, ${(drawn.length / seconds).toFixed(0)}/s` },
      {
        what: 'drawn, p50 and slowest',
        seen: `${ms(percentile(drawn, 0.5))}, ${ms(slowest)}`,
        promised: `≤ ${ms(LIMIT_MS)}`,
        kept: slowest <= LIMIT_MS,
      },
      {
        what: 'refused, p50 and p99',
        seen: `${refused.length}: ${ms(percentile(refusedMs, 0.5))}, ${ms(percentile(refusedMs, 0.99))}`,
        promised: `p99 ≤ ${ms(AT_ONCE_MS)}`,
        kept: percentile(refusedMs, 0.99) <= AT_ONCE_MS,
      },
      {
        what: 'refused without Retry-After',
        seen: String(blind.length),
        promised: 'none',
        kept: blind.length === 0,
      },
      {
        what: 'neither drawn nor refused',
        seen: [others, ...new Set(failures)].join(' '),
        promised: 'none',
        kept: others === 0,
      },
      {
        what: 'health check, p99 and slowest',
        seen: `${checks.length}: ${ms(percentile(checks, 0.99))}, ${ms(Math.max(...checks))} (check ${checks.indexOf(Math.max(...checks)) + 1})`,
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
        what: 'CPU: server, this client',
        seen: `${(cpuMs / seconds / 10).toFixed(0)} %, ${((user + system) / seconds / 10_000).toFixed(0)} % of a core`,
      },
      { what: 'lag of this client, p99', seen: ms(lag.percentile(99) / 1e6) },
    ];
  } finally {
    await place.stop();
  }
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

/** Sends at a fixed rate, whatever comes back. */
async function flood(client: Client, perSecond: number, seconds: number) {
  const answers: Answer[] = [];
  const failures: string[] = [];
  const open = new Set<Promise<void>>();
  const startMs = performance.now();
  let sent = 0;
  for (let nowMs = 0; nowMs < seconds * 1000; nowMs = performance.now() - startMs) {
    for (const due = (nowMs / 1000) * perSecond; sent < due; sent += 1) {
      const one = client.post(RENDER, newBar()).then(
        (answer) => void answers.push(answer),
        (error: NodeJS.ErrnoException) => void failures.push(error.code ?? error.message),
      );
      const kept = one.finally(() => open.delete(kept));
      open.add(kept);
    }
    await after(TICK_MS);
  }
  await Promise.all(open);
  return { sent, answers, failures };
}
