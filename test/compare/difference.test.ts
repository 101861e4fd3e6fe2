// In: two pictures made by hand. Out: what differs, where and by how much, and what that tells.
import { describe, expect, it } from 'vitest';
import { causeOf } from '../../src/compare/cause.ts';
import { difference, distance, heatMap } from '../../src/compare/difference.ts';
import { foreignLetters, isBlank } from '../../src/compare/look-closer.ts';
import type { Pixels } from '../../src/pixels.ts';
import { readSpec } from '../../src/shared/chart-spec.ts';
import { barChart } from '../support/page.ts';
import fc from '../support/properties.ts';

const filled = (width: number, height: number, colour: readonly number[]): Pixels => {
  const data = new Uint8ClampedArray(width * height * 4);
  for (let at = 0; at < data.length; at += 4) data.set(colour, at);
  return { width, height, data };
};
const white = [255, 255, 255, 255] as const;
const dotted = (pixels: Pixels, places: readonly [number, number][], colour: readonly number[]): Pixels => {
  const data = pixels.data.slice();
  for (const [x, y] of places) data.set(colour, (y * pixels.width + x) * 4);
  return { ...pixels, data };
};

describe('two pictures', () => {
  it('that are equal have no difference', () => {
    const a = filled(64, 32, white);
    expect(difference(a, a, 0)).toEqual({ count: 0, any: 0, total: 2048, largest: 0, boxes: [] });
  });

  it('differ where they differ, in boxes that hold every such pixel', () => {
    const a = filled(200, 100, white);
    const b = dotted(
      a,
      [
        [3, 3],
        [20, 5],
        [180, 90],
      ],
      [0, 0, 0, 255],
    );
    const found = difference(a, b, 0);
    expect(found).toMatchObject({ count: 3, any: 3, largest: 255 });
    expect(found.boxes).toEqual([
      { left: 0, top: 0, right: 32, bottom: 16 },
      { left: 176, top: 80, right: 192, bottom: 96 },
    ]);
  });

  it('a step under the tolerance is told apart from one above it', () => {
    const a = filled(10, 10, white);
    const b = dotted(dotted(a, [[1, 1]], [250, 255, 255, 255]), [[2, 2]], [200, 255, 255, 255]);
    expect(difference(a, b, 26)).toMatchObject({ count: 1, any: 2, largest: 55 });
  });

  it('what is transparent on both sides is equal whatever its colour, and transparent is not white', () => {
    expect(distance(Uint8ClampedArray.of(9, 9, 9, 0), Uint8ClampedArray.of(80, 7, 6, 0), 0)).toBe(0);
    expect(distance(Uint8ClampedArray.of(9, 9, 9, 0), Uint8ClampedArray.of(...white), 0)).toBe(255);
  });

  it('every differing pixel lies in a box, and the map shows it in colour', () => {
    const place = fc.tuple(fc.nat(99), fc.nat(59));
    fc.assert(
      fc.property(fc.array(place, { minLength: 1, maxLength: 12 }), (places) => {
        const a = filled(100, 60, white);
        const b = dotted(a, places, [10, 20, 30, 255]);
        const { boxes, count } = difference(a, b, 26);
        expect(count).toBe(new Set(places.map(String)).size);
        const map = heatMap(a, b, 26);
        for (const [x, y] of places) {
          const inside = boxes.some(
            ({ left, top, right, bottom }) => x >= left && x < right && y >= top && y < bottom,
          );
          expect(inside).toBe(true);
          const at = (y * 100 + x) * 4;
          expect(new Set(map.data.slice(at, at + 3)).size).toBeGreaterThan(1);
        }
      }),
    );
  });
});

describe('the likeliest cause', () => {
  const size = { width: 800, height: 400 };
  const usual = { browser: size, server: size, serverBlank: false, format: 'png', foreignLetters: false };
  const found = (more: object) => ({ count: 40, any: 60, total: 320_000, largest: 90, boxes: [], ...more });
  it.each<[string, ReturnType<typeof found> | undefined, object, RegExp | undefined]>([
    ['nothing', found({ count: 0, any: 0 }), {}, undefined],
    ['a pixel ratio', undefined, { server: { width: 1600, height: 800 } }, /2 × as large.*pixel ratio/],
    ['another size', undefined, { server: { width: 800, height: 500 } }, /proportions/],
    ['an empty picture', found({}), { serverBlank: true }, /empty/],
    ['JPEG', found({}), { format: 'jpeg' }, /JPEG/],
    ['letters', found({}), { foreignLetters: true }, /letters/],
    ['rounding', found({ count: 0 }), {}, /Nothing that can be seen/],
    ['a font', found({ boxes: [{ left: 0, top: 0, right: 96, bottom: 16 }] }), {}, /font/],
    ['a shift', found({ boxes: [{ left: 0, top: 0, right: 400, bottom: 200 }] }), {}, /shifted/],
    ['everything', found({ count: 200_000 }), {}, /Most of the picture/],
  ])('%s', (_name, difference, compared, sentence) => {
    const cause = causeOf(difference, { ...usual, ...compared });
    expect(cause ?? '').toMatch(sentence ?? /^$/);
  });

  it('knows a picture of one colour, and letters the font lacks', () => {
    const plain = filled(8, 8, [1, 2, 3, 255]);
    expect(isBlank(plain)).toBe(true);
    expect(isBlank(dotted(plain, [[7, 7]], white))).toBe(false);
    const specOf = (label: string) => {
      const reading = readSpec(JSON.parse(barChart([label])));
      if (!reading.ok) throw new Error('The chart is valid');
      return reading.spec;
    };
    expect(foreignLetters(specOf('Żółć, Ωμέγα, Привет · 12 % → €'))).toBe(false);
    expect(foreignLetters(specOf('売上'))).toBe(true);
    expect(foreignLetters(specOf('Sales 🚀'))).toBe(true);
  });
});
