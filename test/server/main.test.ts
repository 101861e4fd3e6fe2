// In: the server as a process of its own. Out: whether it starts, says where it is, finishes what it accepted, and ends.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { afterEach, describe, expect, it } from 'vitest';
import { chart, post, withKey } from './ask.ts';

const main = fileURLToPath(new URL('../../server/main.ts', import.meta.url));
const started: ChildProcess[] = [];
afterEach(() => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});

function start(env: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', 'tsx', main], {
    env: { PATH: process.env.PATH ?? '', PORT: '0', DATA_DIR: ':memory:', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.push(child);
  const heard = { out: '', err: '' };
  child.stdout.on('data', (chunk: Buffer) => {
    heard.out += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    heard.err += chunk.toString();
  });
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const listening = async () => {
    await expect.poll(() => heard.out, { timeout: 20_000 }).toMatch(/^Chart playground: /m);
    return /^Chart playground: (\S+)$/m.exec(heard.out)?.[1] ?? '';
  };
  return { child, heard, ended, listening };
}

describe('the server as a process', () => {
  it('says where it is, finishes what it accepted on SIGTERM, and ends with 0', async () => {
    const { child, heard, ended, listening } = start({ HOST: '127.0.0.1' });
    const url = (await listening()).replace('localhost', '127.0.0.1');
    expect((await fetch(`${url}/readyz`)).status).toBe(200);

    const accepted = post(url, chart(), withKey('pk_test_slow'));
    // Once this one is answered, the one sent before it has been accepted as well.
    await post(url, chart(1));
    const startMs = performance.now();
    child.kill('SIGTERM');
    await expect.poll(() => heard.out, { timeout: 5000 }).toContain('draining');
    await expect(fetch(`${url}/healthz`)).rejects.toThrow();

    const answer = await accepted;
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('connection')]).toEqual([
      200,
      'image/png',
      'close',
    ]);
    expect(await ended).toBe(0);
    expect(performance.now() - startMs).toBeLessThan(15_000);
  }, 60_000);

  it('ends with 1 on a second signal', async () => {
    const { child, heard, ended, listening } = start({ HOST: '127.0.0.1' });
    const url = (await listening()).replace('localhost', '127.0.0.1');
    const accepted = post(url, chart(), withKey('pk_test_slow'));
    const cut = expect(accepted).rejects.toThrow();
    await post(url, chart(1));
    child.kill('SIGINT');
    await expect.poll(() => heard.out, { timeout: 5000 }).toContain('draining');
    child.kill('SIGINT');
    expect(await ended).toBe(1);
    await cut;
  }, 60_000);

  it('does not start on a faulty configuration, and says all that is wrong', async () => {
    const { heard, ended } = start({ PORT: '99999', LIMITS: 'perhaps' });
    expect(await ended).toBe(1);
    expect(heard.err).toMatch(/PORT: [\s\S]*LIMITS: /);
  }, 30_000);

  it('does not start on a DATA_DIR that cannot be used, and says why', async () => {
    const { heard, ended } = start({ DATA_DIR: `${main}/data` });
    expect(await ended).toBe(1);
    expect(heard.err).toMatch(/^DATA_DIR: .*cannot be used: .*ENOTDIR/);
    expect(heard.out).toBe('');
  }, 30_000);
});
