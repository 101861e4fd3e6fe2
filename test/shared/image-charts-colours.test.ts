// In: background colours as they are sent. Out: whether exactly those pass that the drawing library can paint.
import { color } from 'chart.js/helpers';
import { describe, expect, it } from 'vitest';
import { backgroundColour } from '#shared/image-charts-colours.ts';

describe('a background colour', () => {
  it.each([
    ['red', 'red'],
    ['RebeccaPurple', 'RebeccaPurple'],
    ['transparent', 'transparent'],
    ['#fff', '#fff'],
    ['#ff00ff80', '#ff00ff80'],
    ['%23ff00ff', '#ff00ff'],
    ['rgb(255,255,120)', 'rgb(255,255,120)'],
    ['rgb(255,+99,+132)', 'rgb(255,99,132)'],
    ['rgba(0, 0, 0, .5)', 'rgba(0, 0, 0, .5)'],
    ['rgba(10%, 20%, 30%, 40%)', 'rgba(10%, 20%, 30%, 40%)'],
    [' white ', 'white'],
  ])('%s', (given, colour) => {
    expect(backgroundColour(given)).toBe(colour);
    expect(color(colour).valid).toBe(true);
  });

  it.each([
    '',
    'nope',
    'ff00ff',
    '#ff',
    '#gggggg',
    'rgb(1,2)',
    'rgb(1,2,3',
    'url(x)',
    'constructor',
    '__proto__',
    'red;',
  ])('is not %j', (given) => {
    expect(backgroundColour(given)).toBeUndefined();
  });
});
