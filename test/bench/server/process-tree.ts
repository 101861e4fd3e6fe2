// In: the id of a process. Out: what it and everything it started has spent and holds, as the kernel counts it (Linux only).
import { readdirSync, readFileSync } from 'node:fs';

export interface TreeUsage {
  /** CPU time of all of them since they began, in ms; children that ended and were waited for are in it. */
  cpuMs: number;
  /** The first process alone, its ended children left out. */
  ownCpuMs: number;
  ownRssBytes: number;
  /** One for each living descendant. */
  childRssBytes: number[];
  /** Open descriptors of the first process. */
  descriptors: number;
}

// The kernel reports to programs in 1/100 s (USER_HZ, proc(5)).
const MS_PER_TICK = 10;

/** @throws Error when the process is gone */
export function treeUsage(pid: number): TreeUsage {
  const own = statOf(pid);
  const children = descendants(pid);
  const stats = children.flatMap((child) => {
    try {
      return [{ ...statOf(child), rssBytes: rssOf(child) }];
    } catch {
      // Ended between the list and the look: its time is in the parent's when it is next asked.
      return [];
    }
  });
  return {
    ownCpuMs: own.cpuMs,
    cpuMs: own.cpuMs + own.endedMs + stats.reduce((sum, { cpuMs, endedMs }) => sum + cpuMs + endedMs, 0),
    ownRssBytes: rssOf(pid),
    childRssBytes: stats.map(({ rssBytes }) => rssBytes),
    descriptors: readdirSync(`/proc/${pid}/fd`).length,
  };
}

/** What it started and what those started, whoever still lives. */
export function descendants(pid: number): number[] {
  const direct = readdirSync(`/proc/${pid}/task`).flatMap((thread) =>
    readFileSync(`/proc/${pid}/task/${thread}/children`, 'latin1').split(' ').filter(Boolean).map(Number),
  );
  return direct.flatMap((child) => {
    try {
      return [child, ...descendants(child)];
    } catch {
      return [];
    }
  });
}

function statOf(pid: number): { cpuMs: number; endedMs: number } {
  const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
  // The second field is the program's name in brackets and may itself hold spaces and brackets.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = (...at: number[]) => at.reduce((sum, i) => sum + Number(fields[i]), 0) * MS_PER_TICK;
  return { cpuMs: ticks(11, 12), endedMs: ticks(13, 14) };
}

const rssOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'latin1'))?.[1] ?? 0) * 1024;
