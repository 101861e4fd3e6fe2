// In: how to start a child. Out: one live child that can be asked for one picture at a time, and word of its end.
import { spawn } from 'node:child_process';
import { dirname } from 'node:path';
import type { Readable } from 'node:stream';
import { childEnvironment } from './child-environment.ts';
import type { ChildEntry } from './entry.ts';
import { createFrameReader, type Frame, frameBytes } from './frames.ts';
import { type Usage, usageMeter } from './process-usage.ts';
import { standBack } from './stand-back.ts';
import { tied } from './tied.ts';

/** How a child ended. `outOfHeap`: V8 itself gave up for want of memory. `detail` is for the log. */
export interface Ending {
  outOfHeap: boolean;
  detail: string;
}

export interface Child {
  pid: number;
  /** False once it was killed, ended or sent something it should not have. */
  sound(): boolean;
  /** Sends one job; `undefined` when the child ended before a whole answer. Never rejects. */
  ask(id: number, job: Buffer): Promise<Frame | undefined>;
  /** What it has spent and holds; undefined where nobody can tell. */
  usage(): Usage | undefined;
  kill(): void;
  /** How it ended; settles once, when process and pipes are gone. */
  gone: Promise<Ending>;
}

const NURSERY_MB = 16;

// A chart is data and needs none of this: no code from strings, no __proto__ accessor, a heap that ends.
const hardened = (heapMb: number) => [
  '--disallow-code-generation-from-strings',
  '--disable-proto=delete',
  `--max-old-space-size=${heapMb}`,
  // One chart at a time, one thread: V8's helpers cost a quarter to a third of a small chart's CPU, and the cores have other
  // children to run. A nursery as large as a few charts, always: a smaller one is collected in the middle of each.
  '--single-threaded',
  `--min-semi-space-size=${NURSERY_MB}`,
  `--max-semi-space-size=${NURSERY_MB}`,
  // See tidying.ts; a chart is data and calls nothing.
  '--expose-gc',
  '--no-warnings',
];

const KEPT_STDERR = 4096;
const OUT_OF_HEAP = /heap out of memory|invalid (array|size|table size)|Zone Allocation failed/i;
const PIPE_GRACE_MS = 1000;

/**
 * Starts one child with an environment of its own, nothing of ours in it. Jobs go in through stdin, answers come back on
 * descriptor 3; stdout is closed so that a stray print cannot look like an answer.
 *
 * @throws nothing: a child that cannot be started is a child that is `gone`
 */
export function startChild(options: {
  entry: ChildEntry;
  heapMb: number;
  mostBytes: number;
  onReady: () => void;
}): Child {
  const { entry, heapMb, mostBytes, onReady } = options;
  const process_ = spawn(
    ...tied(process.execPath, [...hardened(heapMb), ...entry.execArgv, entry.file, ...entry.args]),
    {
      cwd: dirname(entry.file),
      env: childEnvironment,
      stdio: ['pipe', 'ignore', 'pipe', 'pipe'],
    },
  );
  standBack(process_.pid);
  const meter = usageMeter(process_.pid ?? 0);
  const answers = process_.stdio[3] as Readable;
  let pending: { id: number; settle: (frame: Frame | undefined) => void } | undefined;
  let alive = true;
  let stderr = '';
  let complaint = '';

  function kill() {
    alive = false;
    process_.kill('SIGKILL');
  }

  function distrust(what: string) {
    complaint = what;
    kill();
  }

  function take(frame: Frame) {
    if (frame.kind === 'ready') return onReady();
    if (frame.kind === 'unfit') return distrust(frame.payload.toString('utf8', 0, KEPT_STDERR));
    if (pending === undefined || frame.id !== pending.id || frame.kind === 'job') {
      return distrust(`answer ${frame.kind} to ${frame.id}, asked was ${pending?.id ?? 'nothing'}`);
    }
    const { settle } = pending;
    pending = undefined;
    settle(frame);
  }

  const reader = createFrameReader({ mostBytes, onFrame: take, onGarbage: distrust });
  answers.on('data', (chunk: Buffer) => reader.push(chunk));
  process_.stderr?.on('data', (chunk: Buffer) => {
    stderr = (stderr + chunk.toString('utf8')).slice(-KEPT_STDERR);
  });
  // Writing to a child that has just died; its end is told by `gone`.
  process_.stdin?.on('error', () => {});
  answers.on('error', () => {});

  const gone = new Promise<Ending>((resolve) => {
    const finish = (how: string) => {
      alive = false;
      const detail = [complaint, how, stderr.trim()].filter(Boolean).join(': ');
      resolve({ outOfHeap: OUT_OF_HEAP.test(stderr), detail });
      pending?.settle(undefined);
      pending = undefined;
    };
    process_.on('error', (error) => finish(`could not start: ${error.message}`));
    process_.on('exit', () => {
      alive = false;
      meter.close();
      // `close` waits for the pipes, so that an answer sent just before the end still counts. Somebody who inherited them
      // could hold them open for ever.
      const grace = setTimeout(() => {
        answers.destroy();
        process_.stderr?.destroy();
        process_.stdin?.destroy();
      }, PIPE_GRACE_MS);
      process_.on('close', () => clearTimeout(grace));
    });
    process_.on('close', (code, signal) => finish(`ended with ${signal ?? code}`));
  });

  return {
    pid: process_.pid ?? 0,
    sound: () => alive,
    ask(id, job) {
      if (!alive) return Promise.resolve(undefined);
      return new Promise((settle) => {
        pending = { id, settle };
        const [header, payload] = frameBytes({ kind: 'job', id, ms: 0, payload: job });
        process_.stdin?.cork();
        process_.stdin?.write(header);
        process_.stdin?.write(payload);
        process_.stdin?.uncork();
      });
    },
    usage: meter.read,
    kill,
    gone,
  };
}
