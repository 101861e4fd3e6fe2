// In: the address of a server, renders a second and seconds. Out: each answer's status and time, sent to whoever forked it. Sends
// at its rate whatever comes back, and in a process of its own: one that also waits for others would measure itself.
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout as after } from 'node:timers/promises';
import { BENCH_KEY, newBar } from '../bench/server/flow.ts';
import { RENDER } from '../bench/server/subjects.ts';
import { rawClient } from './raw-client.ts';

export interface Flooded {
  sent: number;
  connections: number;
  drawnMs: number[];
  refusedMs: number[];
  /** Everything that was neither, and refusals without a time to come back, by what they were. */
  others: string[];
  floodCpuMs: number;
  lagMs: number;
}

const TICK_MS = 4;

const [url = '', perSecond = '', seconds = ''] = process.argv.slice(2);
const client = rawClient(url, [`Authorization: Bearer ${BENCH_KEY}`]);
const seen: Omit<Flooded, 'sent' | 'connections' | 'floodCpuMs' | 'lagMs'> = {
  drawnMs: [],
  refusedMs: [],
  others: [],
};
const open = new Set<Promise<void>>();

async function one() {
  try {
    const { status, head, ms } = await client.post(RENDER, newBar());
    if (status === 200 && /\r\nx-cache: MISS/i.test(head)) seen.drawnMs.push(ms);
    else if (status === 503 && /\r\nretry-after: [1-9]\d*\r\n/i.test(`${head}\r\n`)) seen.refusedMs.push(ms);
    else seen.others.push(`${status} ${head.slice(0, 200)}`);
  } catch (error) {
    seen.others.push(String(error));
  }
}

const lag = monitorEventLoopDelay({ resolution: 5 });
lag.enable();
const startMs = performance.now();
let sent = 0;
for (let nowMs = 0; nowMs < Number(seconds) * 1000; nowMs = performance.now() - startMs) {
  for (const due = (nowMs / 1000) * Number(perSecond); sent < due; sent += 1) {
    const asked = one().finally(() => open.delete(asked));
    open.add(asked);
  }
  await after(TICK_MS);
}
const { user, system } = process.cpuUsage();
lag.disable();
await Promise.all(open);
const connections = client.connections();
client.close();
const flooded: Flooded = {
  ...seen,
  sent,
  connections,
  floodCpuMs: (user + system) / 1000,
  lagMs: lag.percentile(99) / 1e6,
};
// A long message is not through when `send` returns, and what is not through is lost with the connection.
process.send?.(flooded, () => process.disconnect?.());
