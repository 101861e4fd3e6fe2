// In: a command. Out: the same command, run so that the kernel ends it when this process ends, however it ends. A child that hangs
// in native code reads nothing any more: it would outlive a server that was killed, and keep a core busy for ever.
import { spawnSync } from 'node:child_process';

/** Of util-linux, which every Debian and Ubuntu has. It replaces itself by the command, so the process id stays. */
const SETPRIV = '/usr/bin/setpriv';
const tie = ['--pdeathsig', 'KILL', '--'];
let works: boolean | undefined;

/** Where the system has no such tool, the command as it is: the child then ends when it next reads its closed pipe. */
export function tied(file: string, args: readonly string[]): [file: string, args: string[]] {
  works ??= process.platform === 'linux' && spawnSync(SETPRIV, [...tie, '/bin/true']).status === 0;
  return works ? [SETPRIV, [...tie, file, ...args]] : [file, [...args]];
}
