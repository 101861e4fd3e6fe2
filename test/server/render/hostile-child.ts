// In: an order as the first label of a chart, or as the first argument at the start. Out: what a broken child does.
// The pool runs it in place of the drawing child; anything that is no order is answered with the process id.
import { writeSync } from 'node:fs';
import { frameBytes } from '../../../server/render/frames.ts';
import { type Job, serveJobs } from '../../../server/render/serve-jobs.ts';

const forEver = () => Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);

const rawAnswer = (id: number, bytes = 'raw') =>
  Buffer.concat(frameBytes({ kind: 'picture', id, ms: 1, payload: Buffer.from(bytes) }));

let asked = 0;

const orders: Record<string, () => void> = {
  spin: () => {
    for (;;) asked += 0;
  },
  sleep: forEver,
  stop: () => process.kill(process.pid, 'SIGSTOP'),
  heap: () => {
    const kept: string[][] = [];
    for (;;) kept.push(Array.from({ length: 1000 }, (_, i) => `${i}${kept.length}`));
  },
  native: () => {
    const kept: Buffer[] = [];
    for (;;) {
      kept.push(Buffer.alloc(2 ** 24, 1));
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 5);
    }
  },
  exit: () => process.exit(7),
  kill: () => {
    process.kill(process.pid, 'SIGKILL');
    forEver();
  },
  garbage: () => {
    writeSync(3, 'a stray print, longer than a header is');
    forEver();
  },
  half: () => {
    writeSync(3, rawAnswer(asked).subarray(0, 21));
    process.exit(0);
  },
  halfAndHang: () => {
    writeSync(3, rawAnswer(asked).subarray(0, 21));
    forEver();
  },
  wrongId: () => {
    writeSync(3, rawAnswer(asked + 1000));
    forEver();
  },
  twice: () => {
    writeSync(3, Buffer.concat([rawAnswer(asked, 'first'), rawAnswer(asked, 'second')]));
    forEver();
  },
  throw: () => {
    throw new Error('thrown on order');
  },
};

const atStart: Record<string, () => void> = {
  exit: () => process.exit(3),
  hang: forEver,
  garbage: orders.garbage as () => void,
  unfit: () => {
    throw new Error('no ink');
  },
};

serveJobs({
  prepare: () => {
    atStart[process.argv[2] ?? '']?.();
    return ({ spec }: Job) => {
      asked += 1;
      orders[spec.data.labels[0] ?? '']?.();
      return { kind: 'picture', bytes: Buffer.from(String(process.pid)) };
    };
  },
});
