// In: jobs as frames on stdin, and how to draw one. Out: one answer frame for each on descriptor 3; the end with stdin's end.
import { Socket } from 'node:net';
import type { ChartSpec } from '#shared/chart-spec.ts';
import type { Drawing } from './canvas.ts';
import { createFrameReader, type Frame, frameBytes } from './frames.ts';
import { createTidying } from './tidying.ts';
import type { Warming } from './warming.ts';

export interface Job {
  spec: ChartSpec;
  fault?: 'throw';
}

const ANSWERS = 3;
/** The server's body limit is 1 MB; a normalised chart is hardly bigger. */
const MOST_JOB_BYTES = 16 * 2 ** 20;
/** Pictures are stored, cached and mailed: over this it is refused, whatever its format. */
const MOST_PICTURE_BYTES = 16 * 2 ** 20;

/**
 * Runs until stdin ends, which it also does when the server dies. One job at a time, each from a fresh turn of the event loop:
 * a loop that never comes back to it keeps native memory (1 GB and more, measured).
 *
 * @param prepare may throw: the child then says so and ends, and is never asked
 * @param warm called once the child is ready
 */
export function serveJobs({
  prepare,
  warm,
}: {
  prepare: () => (job: Job) => Drawing;
  warm?: () => Warming;
}): void {
  const answers = new Socket({ fd: ANSWERS, readable: false, writable: true });
  const send = (frame: Frame, done?: () => void) => {
    const [header, payload] = frameBytes(frame);
    answers.cork();
    answers.write(header);
    answers.write(payload, done);
    answers.uncork();
  };
  const tidying = createTidying(globalThis.gc);
  const words = (error: unknown) => Buffer.from(String((error as Error)?.stack ?? error));

  try {
    const drawJob = prepare();
    let warming: Warming | undefined;
    const reader = createFrameReader({
      mostBytes: MOST_JOB_BYTES,
      onFrame: ({ id, payload }) => {
        warming?.interrupted();
        const job = JSON.parse(payload.toString('utf8')) as Job;
        send(answer(id, job, drawJob), () => tidying.after(pixelsOf(job)));
      },
      onGarbage: (what) => {
        throw new Error(`job pipe: ${what}`);
      },
    });
    process.stdin.on('data', (chunk: Buffer) => reader.push(chunk));
    process.stdin.on('end', () => process.exit(0));
    send({ kind: 'ready', id: 0, ms: 0, payload: Buffer.alloc(0) });
    warming = warm?.();
  } catch (error) {
    send({ kind: 'unfit', id: 0, ms: 0, payload: words(error) }, () => process.exit(1));
  }

  function answer(id: number, job: Job, drawJob: (job: Job) => Drawing): Frame {
    const startMs = performance.now();
    const framed = (kind: Frame['kind'], bytes: Buffer): Frame => ({
      kind,
      id,
      ms: performance.now() - startMs,
      payload: bytes,
    });
    try {
      const drawing = drawJob(job);
      if (drawing.kind === 'blank') return framed('blank', Buffer.alloc(0));
      const { bytes } = drawing;
      if (bytes.length <= MOST_PICTURE_BYTES) return framed('picture', bytes);
      return framed('tooBig', Buffer.from(`a picture of ${bytes.length} bytes`));
    } catch (error) {
      return framed('threw', words(error));
    }
  }
}

const pixelsOf = ({ spec }: Job): number => spec.width * spec.height * spec.devicePixelRatio ** 2;
