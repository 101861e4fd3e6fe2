// In: names of a program and its Debian package. Out: where it is, installed where that is possible; nothing elsewhere.
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';

export function found(names: readonly string[]): string | undefined {
  for (const name of names) {
    const { status, stdout } = spawnSync('sh', ['-c', `command -v ${name}`], { encoding: 'utf8' });
    if (status === 0) return stdout.trim();
  }
  return undefined;
}

/** Installs it for root on Debian and Ubuntu; elsewhere nothing is changed on the machine. */
export function installed(names: readonly string[], debianPackage: string): string | undefined {
  const there = found(names);
  if (there || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return there;
  try {
    const quiet = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const;
    execFileSync('apt-get', ['update', '-qq'], quiet);
    execFileSync('apt-get', ['install', '-y', '-qq', debianPackage], quiet);
  } catch {
    return undefined;
  }
  return found(names);
}

/**
 * For tests that run a program: its path, or undefined after one line that says what is skipped. In CI nothing is skipped.
 * @throws Error in CI, where the program cannot be had
 */
export function programOrSkip(name: string, what: string): string | undefined {
  const path = installed([name], name);
  if (!path && process.env.CI) throw new Error(`No ${name}: apt-get install ${name}`);
  if (!path) console.warn(`Skipped: ${what}, for want of ${name} (apt-get install ${name}).`);
  return path;
}
