// In: what a store child shall do. Out: that child, running, and the lines it has said so far.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const file = fileURLToPath(new URL('./store-child.ts', import.meta.url));

export interface StoreChild {
  process: ChildProcess;
  lines: string[];
  /** Resolves when the lines are as wanted. */
  until(wanted: (lines: readonly string[]) => boolean): Promise<void>;
  /** Resolves when the process is gone and all that it said was read. */
  ended: Promise<unknown>;
}

export function startStoreChild(...args: string[]): StoreChild {
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const watchers: { wanted: (lines: readonly string[]) => boolean; tell: () => void }[] = [];
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line);
    for (const { wanted, tell } of watchers) if (wanted(lines)) tell();
  });
  const ended = once(child, 'close');
  return {
    process: child,
    lines,
    until: (wanted) =>
      new Promise((resolve, reject) => {
        if (wanted(lines)) resolve();
        else watchers.push({ wanted, tell: resolve });
        void ended.then(() => reject(new Error(`The child ended after ${lines.length} lines`)));
      }),
    ended,
  };
}

/** 400 hits in each of so many processes at once on one limit of 100: the counts that were allowed, of all of them. */
export async function race(processes: number, engine: string, place: string): Promise<number[]> {
  const children = Array.from({ length: processes }, () => startStoreChild(engine, place, 'race'));
  await Promise.all(children.map((child) => child.until((lines) => lines.length > 0)));
  for (const child of children) child.process.stdin?.write('go\n');
  await Promise.all(children.map((child) => child.ended));
  return children.flatMap(({ lines }) => JSON.parse(lines[1] ?? 'null') as number[]);
}
