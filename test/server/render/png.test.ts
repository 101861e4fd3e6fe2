import { PNG } from 'pngjs';
import { expect, it } from 'vitest';
import { encodePng } from '../../../server/render/png.ts';
import fc, { runs } from '../../support/properties.ts';

const premultiplied = (straight: Uint8Array | Buffer) => {
  const pixels = Buffer.from(straight);
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = pixels[i + 3] as number;
    for (let c = i; c < i + 3; c += 1) pixels[c] = Math.round(((pixels[c] as number) * alpha) / 255);
  }
  return pixels;
};

const bitmap = (alpha: fc.Arbitrary<number>) =>
  fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 40 })).chain(([width, height]) => {
    const channel = fc.integer({ min: 0, max: 255 });
    const pixel = fc.tuple(channel, channel, channel, alpha);
    // Few colours and repeated rows, or noise: charts are the first, the encoder must survive both.
    const row = fc.array(pixel, { minLength: width, maxLength: width });
    const rows = fc
      .array(row, { minLength: 1, maxLength: height })
      .chain((some) => fc.array(fc.constantFrom(...some), { minLength: height, maxLength: height }));
    return rows.map((lines) => ({ width, height, straight: Buffer.from(lines.flat(2)) }));
  });

it('writes what another decoder reads back, opaque pixels exactly', () => {
  fc.assert(
    fc.property(bitmap(fc.constant(255)), ({ width, height, straight }) => {
      const file = encodePng(straight, width, height);
      const read = PNG.sync.read(file);
      expect([read.width, read.height, file[25]]).toEqual([width, height, 2]);
      expect(read.data.equals(straight)).toBe(true);
    }),
    runs(200),
  );
});

it('gives straight alpha: multiplied again, it is the canvas', () => {
  fc.assert(
    fc.property(bitmap(fc.integer({ min: 0, max: 254 })), ({ width, height, straight }) => {
      const pixels = premultiplied(straight);
      const file = encodePng(pixels, width, height);
      const read = PNG.sync.read(file);
      expect([read.width, read.height, file[25]]).toEqual([width, height, 6]);
      expect(premultiplied(read.data).equals(pixels)).toBe(true);
    }),
    runs(200),
  );
});

/** What PNG wants, by its definition: colours divided by alpha, nothing where nothing is seen. */
const straightened = (pixels: Buffer) => {
  const straight = Buffer.alloc(pixels.length);
  for (let i = 0; i < pixels.length; i += 4) {
    const alpha = pixels[i + 3] as number;
    if (alpha === 0) continue;
    for (let c = i; c < i + 3; c += 1) straight[c] = Math.round(((pixels[c] as number) * 255) / alpha);
    straight[i + 3] = alpha;
  }
  return straight;
};

it('any pixels, one after the other, wherever they lie in memory: exactly the straight ones', () => {
  // Opaque first and one translucent pixel later, large before small: nothing of the last picture may show.
  const alpha = fc.oneof(
    fc.constant(255),
    fc.constant(255),
    fc.constant(0),
    fc.integer({ min: 1, max: 254 }),
  );
  fc.assert(
    fc.property(bitmap(alpha), fc.nat(3), ({ width, height, straight }, offset) => {
      const pixels = Buffer.alloc(straight.length + 8).subarray(offset, offset + straight.length);
      premultiplied(straight).copy(pixels);
      const read = PNG.sync.read(encodePng(pixels, width, height));
      expect([read.width, read.height]).toEqual([width, height]);
      expect(read.data.equals(straightened(pixels))).toBe(true);
    }),
    runs(300),
  );
});

it('pays for a repeated row once', () => {
  const stride = 800 * 4;
  const noise = Buffer.from(
    Array.from({ length: stride }, (_, i) => (i % 4 === 3 ? 255 : (i * i * 7919) >> 5)),
  );
  const size = (rows: number) => encodePng(Buffer.alloc(stride * rows, noise), 800, rows).length;
  expect(size(1)).toBeGreaterThan(2000);
  expect(size(401) - size(201)).toBeLessThan(200 * 16);
});
