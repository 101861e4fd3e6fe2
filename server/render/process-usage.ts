// In: a process id. Out: the CPU time it has spent and the memory it holds, as the kernel counts them, as often as asked.
import { closeSync, openSync, readFileSync, readSync } from 'node:fs';

/** `cpuMs` counts every thread since the start, in steps of 10 ms; `rssBytes` is resident memory, native buffers included. */
export interface Usage {
  cpuMs: number;
  rssBytes: number;
}

export interface UsageMeter {
  /** Undefined when the process is gone, and always on systems without /proc. */
  read(): Usage | undefined;
  /** To be called once the process has ended. */
  close(): void;
}

// The kernel reports to programs in 1/100 s on every architecture, whatever its own tick is (USER_HZ, proc(5)).
const MS_PER_TICK = 10;
/** Far above what one line of numbers can take. */
const line = Buffer.alloc(2048);
/** For kernels that keep their memory to themselves. */
const USUAL_PAGE_BYTES = 4096;
let knownPageBytes: number | undefined;

/**
 * Keeps /proc/<pid>/stat open: a look is then one read, a tenth of what it costs to open two files, and can never meet another
 * process that got the same id. On systems without /proc (macOS, Windows) only the wall limit guards a render, which is enough
 * to develop on.
 */
export function usageMeter(pid: number): UsageMeter {
  let file: number | undefined;
  let closed = false;
  return {
    read() {
      if (closed) return undefined;
      try {
        file ??= openSync(`/proc/${pid}/stat`, 'r');
        const { cpuMs, pages } = statOf(line.toString('latin1', 0, readSync(file, line, 0, line.length, 0)));
        return { cpuMs, rssBytes: pages * pageBytes() };
      } catch {
        return undefined;
      }
    },
    close() {
      closed = true;
      if (file !== undefined) closeSync(file);
      file = undefined;
    },
  };
}

function statOf(stat: string): { cpuMs: number; pages: number } {
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return { cpuMs: (Number(fields[11]) + Number(fields[12])) * MS_PER_TICK, pages: Number(fields[21]) };
}

/** Node does not tell. /proc gives this process's memory in pages and in kB; a page is the power of two nearest to their ratio. */
function pageBytes(): number {
  if (knownPageBytes === undefined) {
    const { pages } = statOf(readFileSync('/proc/self/stat', 'latin1'));
    const kB = Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]);
    const known = pages > 0 && kB > 0;
    knownPageBytes = known ? 2 ** Math.round(Math.log2((kB * 1024) / pages)) : USUAL_PAGE_BYTES;
  }
  return knownPageBytes;
}
