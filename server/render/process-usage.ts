// In: a process id. Out: the CPU time it has spent and the memory it holds, as the kernel counts them.
import { readFileSync } from 'node:fs';

/** `cpuMs` counts every thread since the start, in steps of 10 ms; `rssBytes` is resident memory, native buffers included. */
export interface Usage {
  cpuMs: number;
  rssBytes: number;
}

// The kernel reports to programs in 1/100 s on every architecture, whatever its own tick is (USER_HZ, proc(5)).
const MS_PER_TICK = 10;

/**
 * Reads /proc. Undefined when the process is gone, and always on systems without /proc (macOS, Windows): there only the wall
 * limit guards a render, which is enough to develop on.
 */
export function processUsage(pid: number): Usage | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    // The second field is the program's name in brackets and may itself hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const cpuMs = (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK;
    // In kB here; /proc/<pid>/statm counts pages, whose size Node does not tell.
    const rss = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'));
    return rss ? { cpuMs, rssBytes: Number(rss[1]) * 1024 } : undefined;
  } catch {
    return undefined;
  }
}
