import { expect, it } from 'vitest';
import { createFrameReader, type Frame, frameBytes, KINDS } from '../../../server/render/frames.ts';
import fc from '../../support/properties.ts';

const frame = fc.record({
  kind: fc.constantFrom(...KINDS),
  id: fc.nat(),
  ms: fc.float({ noNaN: true, noDefaultInfinity: true }),
  payload: fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
});

const reading = () => {
  const frames: Frame[] = [];
  const complaints: string[] = [];
  const reader = createFrameReader({
    mostBytes: 1000,
    onFrame: (f) => frames.push(f),
    onGarbage: (what) => complaints.push(what),
  });
  return { frames, complaints, reader };
};

it('puts frames together however the pipe cuts them', () => {
  fc.assert(
    fc.property(fc.array(frame), fc.array(fc.integer({ min: 1, max: 64 })), (sent, cuts) => {
      const { frames, complaints, reader } = reading();
      let rest = Buffer.concat(sent.flatMap(frameBytes));
      for (const cut of cuts) {
        reader.push(rest.subarray(0, cut));
        rest = rest.subarray(cut);
      }
      reader.push(rest);
      expect(frames).toEqual(sent);
      expect(complaints).toEqual([]);
    }),
  );
});

it('cries garbage once and hears nothing after it', () => {
  const { frames, complaints, reader } = reading();
  const good = Buffer.concat(frameBytes({ kind: 'blank', id: 1, ms: 0, payload: Buffer.alloc(0) }));
  reader.push(Buffer.concat([good, Buffer.alloc(40), good]));
  reader.push(good);
  expect(frames).toHaveLength(1);
  expect(complaints).toEqual(['not a frame']);
});

it('does not make room for a payload that is too big', () => {
  const { complaints, reader } = reading();
  const [header] = frameBytes({ kind: 'picture', id: 1, ms: 0, payload: Buffer.alloc(1001) });
  reader.push(header);
  expect(complaints).toEqual(['a frame of 1001 bytes']);
});
