// In: processes that work, hold memory and end. Out: whether the meter says so.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { afterEach, expect, it, vi } from 'vitest';
import { type UsageMeter, usageMeter } from '../../../server/render/process-usage.ts';

let meter: UsageMeter | undefined;
afterEach(() => meter?.close());

const descriptors = () => readdirSync('/proc/self/fd').length;

it('sees CPU and memory grow, in ms and bytes', async () => {
  const hungry = 'const kept = Buffer.alloc(100 << 20, 1); for (;;) kept[0] += 1;';
  const child = spawn(process.execPath, ['-e', hungry]);
  meter = usageMeter(child.pid ?? 0);
  await vi.waitUntil(() => (meter?.read()?.cpuMs ?? 0) >= 500, { timeout: 20_000, interval: 20 });
  const status = readFileSync(`/proc/${child.pid}/status`, 'latin1');
  const rssBytes = Number(/^VmRSS:\s+(\d+)/m.exec(status)?.[1]) * 1024;
  expect(rssBytes).toBeGreaterThan(100 * 2 ** 20);
  expect(Math.abs((meter.read()?.rssBytes ?? 0) / rssBytes - 1)).toBeLessThan(0.1);
  child.kill('SIGKILL');
  await once(child, 'exit');
  expect(meter.read()).toBeUndefined();
});

it('a thousand looks take one descriptor, and give it back', () => {
  const before = descriptors();
  meter = usageMeter(process.pid);
  for (let i = 0; i < 1000; i += 1) meter.read();
  expect(descriptors()).toBe(before + 1);
  meter.close();
  expect(descriptors()).toBe(before);
  expect(meter.read()).toBeUndefined();
});

it('nobody there: nothing to say', () => {
  meter = usageMeter(2 ** 22 + 1);
  expect(meter.read()).toBeUndefined();
});
