// In: messages between the pool and a child, as bytes on a pipe. Out: the same messages, whole and checked, or one cry of garbage.
//
// Not Node's own IPC channel: a child that writes rubbish into it (serialization json and advanced alike) raises an
// uncaught exception in the parent, measured. Own frames also halve the time a 600 KB picture takes to cross.

/** What a frame says. `job` goes to the child, all others come from it. */
export const KINDS = ['ready', 'unfit', 'job', 'picture', 'blank', 'threw', 'tooBig'] as const;
export type Kind = (typeof KINDS)[number];

/** `id` is the job's number (0 outside a job), `ms` the time the drawing took, `payload` JSON, a picture or a message. */
export interface Frame {
  kind: Kind;
  id: number;
  ms: number;
  payload: Buffer;
}

const MAGIC = 0x63687274;
const HEADER_BYTES = 20;

/** The bytes of a frame, header and payload apart so that a big picture is not copied once more. */
export function frameBytes({ kind, id, ms, payload }: Frame): [Buffer, Buffer] {
  const header = Buffer.alloc(HEADER_BYTES);
  header.writeUInt32BE(MAGIC, 0);
  header.writeUInt32BE(id, 4);
  header.writeUInt32BE(KINDS.indexOf(kind), 8);
  header.writeFloatBE(ms, 12);
  header.writeUInt32BE(payload.length, 16);
  return [header, payload];
}

export interface FrameReader {
  /** Takes what a pipe gave. After garbage, everything further is ignored. */
  push(chunk: Buffer): void;
}

/**
 * Puts frames together again. A header that is not one of ours, or a payload over `mostBytes`, is garbage: reported once,
 * with no attempt to find the next frame, because nothing behind it can be trusted.
 */
export function createFrameReader(options: {
  mostBytes: number;
  onFrame: (frame: Frame) => void;
  onGarbage: (what: string) => void;
}): FrameReader {
  const { mostBytes, onFrame, onGarbage } = options;
  const header = Buffer.alloc(HEADER_BYTES);
  let headerFilled = 0;
  let open: Frame | undefined;
  let payloadFilled = 0;
  let broken = false;

  function fail(what: string) {
    broken = true;
    onGarbage(what);
  }

  function openFrame() {
    const kind = KINDS[header.readUInt32BE(8)];
    const length = header.readUInt32BE(16);
    if (header.readUInt32BE(0) !== MAGIC || kind === undefined) return fail('not a frame');
    if (length > mostBytes) return fail(`a frame of ${length} bytes`);
    const payload = Buffer.allocUnsafe(length);
    open = { kind, id: header.readUInt32BE(4), ms: header.readFloatBE(12), payload };
    payloadFilled = 0;
  }

  return {
    push(chunk) {
      let at = 0;
      while (!broken) {
        if (open === undefined) {
          const taken = chunk.copy(header, headerFilled, at, at + HEADER_BYTES - headerFilled);
          at += taken;
          headerFilled += taken;
          if (headerFilled < HEADER_BYTES) return;
          openFrame();
          if (open === undefined) return;
        }
        const frame: Frame = open;
        const taken = chunk.copy(frame.payload, payloadFilled, at);
        at += taken;
        payloadFilled += taken;
        if (payloadFilled < frame.payload.length) return;
        open = undefined;
        headerFilled = 0;
        onFrame(frame);
      }
    },
  };
}
