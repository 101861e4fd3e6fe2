// In: colours. Out: how they are seen: matrices against values known from the paper, palettes against the rules they promise.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { judgeColours, LEAST_APART, LEAST_CONTRAST } from '../../src/check/judge-colours.ts';
import { safePalettes } from '../../src/check/safe-palettes.ts';
import { seriesColours } from '../../src/check/series-colours.ts';
import { apart, seenWith, type Vision, visions } from '../../src/check/vision.ts';
import { readSpec } from '../../src/shared/chart-spec.ts';

const rgba = (hex: string) => {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16));
  return { red, green, blue, alpha: 1 };
};
const seen = (vision: Vision, hex: string) => {
  const { red, green, blue } = rgba(hex);
  return [...seenWith(vision, Uint8ClampedArray.of(red, green, blue, 128))];
};

describe('vision', () => {
  it.each(Object.keys(visions) as Vision[])('%s leaves greys and alpha as they are', (vision) => {
    for (const hex of ['#000000', '#7f7f7f', '#ffffff']) {
      const { red } = rgba(hex);
      const [r = 0, g = 0, b = 0, alpha] = seen(vision, hex);
      for (const part of [r, g, b]) expect(Math.abs(part - red)).toBeLessThanOrEqual(1);
      expect(alpha).toBe(128);
    }
  });

  it('without red, red looks dark; without green, red and green come near; grey keeps light alone', () => {
    expect(seen('protanopia', '#ff0000')[0]).toBeLessThan(120);
    const usual = apart(rgba('#d62728'), rgba('#2ca02c'), 'usual');
    const without = apart(rgba('#d62728'), rgba('#2ca02c'), 'deuteranopia');
    expect(without).toBeLessThan(usual / 2);
    const [r, g, b] = seen('grey', '#3b82f6');
    expect(new Set([r, g, b]).size).toBe(1);
  });

  it('black and white are as far apart as can be', () => {
    expect(apart(rgba('#000000'), rgba('#ffffff'), 'usual')).toBeCloseTo(100, 0);
    expect(apart(rgba('#3b82f6'), rgba('#3b82f6'), 'tritanopia')).toBe(0);
  });
});

describe('judging', () => {
  // Stands in for the browser's reading of colours: hex is all these tests write.
  beforeEach(() => {
    let fillStyle = '#000000';
    const pen = {
      get fillStyle() {
        return fillStyle;
      },
      set fillStyle(colour: string) {
        if (/^#[0-9a-f]{6}$/.test(colour)) fillStyle = colour;
      },
    };
    vi.stubGlobal('document', { createElement: () => ({ getContext: () => pen }) });
  });
  afterEach(() => vi.unstubAllGlobals());

  it.each(Object.entries({ light: '#ffffff', dark: '#0f141c' }))(
    'the palette offered on %s has contrast and no two alike',
    (mode, background) => {
      const series = safePalettes[mode as 'light' | 'dark'].map((colour) => ({ name: colour, colour }));
      const { judged, pairs } = judgeColours(background, series);
      for (const { ratio } of judged) expect(ratio).toBeGreaterThanOrEqual(LEAST_CONTRAST);
      expect(pairs).toEqual([]);
    },
  );

  it('names what is faint and what is alike, those alike for everybody first', () => {
    const { judged, pairs } = judgeColours('#ffffff', [
      { name: 'pale', colour: '#ffe08a' },
      { name: 'red', colour: '#c1440e' },
      { name: 'green', colour: '#5d7a1f' },
      { name: 'red again', colour: '#c2450f' },
    ]);
    expect(judged.map(({ enough }) => enough)).toEqual([false, true, true, true]);
    expect(pairs[0]).toMatchObject({ one: 'red', other: 'red again' });
    expect(pairs[0]?.visions).toContain('usual');
    const redGreen = pairs.find(({ one, other }) => one === 'red' && other === 'green');
    expect(redGreen?.visions).not.toContain('usual');
    expect(redGreen?.visions.length).toBeGreaterThan(0);
    expect(LEAST_APART).toBeGreaterThan(0);
  });
});

it('a line is known by its stroke, a bar by its fill, a slice by its own colour', () => {
  const coloursOf = (chart: object) => {
    const reading = readSpec(chart);
    if (!reading.ok) throw new Error(JSON.stringify(reading.issues));
    return seriesColours(reading.spec).series;
  };
  const data = { labels: ['A', 'B'], datasets: [{ label: 'S', data: [1, 2] }] };
  const both = { backgroundColor: '#111111', borderColor: '#222222' };
  const own = { ...data, datasets: [{ ...data.datasets[0], ...both }] };
  expect(coloursOf({ type: 'line', data: own })).toEqual([{ name: 'S', colour: '#222222' }]);
  expect(coloursOf({ type: 'bar', data: own })).toEqual([{ name: 'S', colour: '#111111' }]);
  const slices = coloursOf({ type: 'pie', data });
  expect(slices.map(({ name }) => name)).toEqual(['A', 'B']);
  expect(new Set(slices.map(({ colour }) => colour)).size).toBe(2);
});
