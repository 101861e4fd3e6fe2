// In: a server that is killed while its child hangs. Out: whether the child goes with it.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it, vi } from 'vitest';

it('a child that hangs does not outlive a killed server', async () => {
  const host = spawn(
    process.execPath,
    ['--import', 'tsx', fileURLToPath(new URL('./pool-host.ts', import.meta.url))],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  const [said] = (await once(host.stdout, 'data')) as [Buffer];
  const child = `/proc/${Number(said)}`;
  expect(existsSync(child)).toBe(true);
  host.kill('SIGKILL');
  await once(host, 'exit');
  await vi.waitUntil(() => !existsSync(child), { timeout: 5000 });
});
