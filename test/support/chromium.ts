// In: this machine. Out: the path of a Chromium, installed from Debian's packages where that is possible, or why there is none.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

function found(): string | undefined {
  if (process.env.CHROMIUM_PATH && existsSync(process.env.CHROMIUM_PATH)) return process.env.CHROMIUM_PATH;
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

export const HOW_TO_GET_IT = 'apt-get install chromium, or set CHROMIUM_PATH';

/** Installs it for root on Debian and Ubuntu; elsewhere nothing is changed on the machine. */
export function chromiumPath(): string | undefined {
  const there = found();
  if (there || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return there;
  try {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', 'chromium'], quiet);
  } catch {
    return undefined;
  }
  return found();
}
