// In: the kits. Out: that each can be read and told apart on both of its grounds, and who wins over whom.
import { describe, expect, test } from 'vitest';
import { kits, ownLook } from '#shared/brand-kits.ts';
import { lookOf, luminanceOf } from '#shared/chart-look.ts';
import { brandKits } from '#shared/chart-spec.ts';
import { smallChart, specOf } from '../fixtures/charts.ts';
import { contrast, farApart } from './colour-sight.ts';

const grounds = Object.entries({ ...kits, own: ownLook }).flatMap(([name, kit]) =>
  (['light', 'dark'] as const).map((mode) => [name, mode, kit[mode]] as const),
);
const look = (chart: object) => lookOf(specOf({ ...smallChart(), ...chart }));

describe.each(grounds)('%s, %s', (_name, _mode, { background, primary, secondary, palette }) => {
  test('texts stand out from the ground', () => {
    expect(contrast(primary, background)).toBeGreaterThanOrEqual(7);
    expect(contrast(secondary, background)).toBeGreaterThanOrEqual(4.5);
  });

  test('so does every series', () => {
    expect(palette.filter((colour) => contrast(colour, background) < 3)).toEqual([]);
    expect(palette.length).toBeGreaterThanOrEqual(6);
  });

  test('neighbours differ, with red and green told apart or not', () => {
    const next = (i: number) => palette[(i + 1) % palette.length] ?? '';
    expect(palette.filter((colour, i) => farApart(colour, next(i)) < 11)).toEqual([]);
    expect(new Set(palette).size).toBe(palette.length);
  });
});

test('the schema’s kits are those that are drawn', () => {
  expect(Object.keys(kits)).toEqual([...brandKits]);
});

test('obsidian is what the vendor shows', () => {
  expect(look({ brandKitId: 'obsidian' })).toMatchObject({ background: '#0d1117' });
  expect(look({ brandKitId: 'obsidian' }).palette.slice(0, 3)).toEqual(['#6ee7b7', '#3b82f6', '#f59e0b']);
});

describe('who wins', () => {
  test('the theme over the kit, field by field', () => {
    const theme = { palette: ['#123456'], textPrimary: 'black', gridColor: 'silver' };
    expect(look({ brandKitId: 'linen', theme })).toMatchObject({
      palette: ['#123456'],
      primary: 'black',
      grid: 'silver',
      background: kits.linen.light.background,
      secondary: kits.linen.light.secondary,
    });
  });

  test('the mode of the theme over the kit’s own', () => {
    expect(look({ brandKitId: 'obsidian', theme: { mode: 'light' } }).background).toBe('#ffffff');
    expect(look({ brandKitId: 'linen', theme: { mode: 'dark' } }).primary).toBe(kits.linen.dark.primary);
  });

  test.each([
    ['#0f172a', 'dark'],
    ['#123', 'dark'],
    ['#fffbeb', 'light'],
    ['#fffc', 'light'],
    ['transparent', 'light'],
  ] as const)('texts follow the background %s', (backgroundColor, mode) => {
    expect(look({ backgroundColor })).toMatchObject({ primary: ownLook[mode].primary });
    expect(look({ theme: { backgroundColor } })).toMatchObject({ primary: ownLook[mode].primary });
  });

  test('but the theme’s mode decides when it is given', () => {
    const chart = { backgroundColor: '#000000', theme: { mode: 'light' } };
    expect(look(chart).primary).toBe(ownLook.light.primary);
  });

  test('a kit that is saved elsewhere leaves the usual look', () => {
    expect(look({ brandKitId: '2b1f7c1e-9a53-4c39-8d0a-0f6f5ad0f1aa' })).toEqual(look({}));
  });
});

test('luminance of what is written in hex, and of nothing else', () => {
  expect(['#000', '#ffffff', '#fff8', 'white', 'rgb(0,0,0)', '#ff'].map(luminanceOf)).toEqual([
    0,
    1,
    1,
    undefined,
    undefined,
    undefined,
  ]);
});
