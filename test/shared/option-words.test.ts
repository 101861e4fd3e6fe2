// In: the vocabulary. Out: that each word has its range wherever it stands, and that no word lets through what is no number,
// no text and no list where Chart.js counts on one.
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { LIMITS } from '#shared/limits.ts';
import { perPoint, pick, type Word, words } from '#shared/option-words.ts';
import { smallChart, verdict, withAt } from '../fixtures/charts.ts';

const takes = (word: Word, value: unknown) => words[word].safeParse(value).success;

describe.each<[word: Word, good: unknown[], bad: unknown[]]>([
  ['circumference', [-360, 360, 0], [360.1, -1e9, '90']],
  ['rotation', [-360, [0, 90]], [361, [361]]],
  ['count', [2, 500], [1, 501, 2.5, '5', 1e9]],
  ['maxTicksLimit', [1, 500], [0, -1, 501, 1e9]],
  ['sampleSize', [1, 1000], [0, -1, 1.5, '1', [-1], 1001]],
  ['stepSize', [1e-12, 5], [0, -1, '1']],
  ['precision', [0, 20], [-1, 21, 400]],
  ['size', [1, 200], [0, 0.5, 201, '12px']],
  [
    'borderDash',
    [[], [0, 8], [1, 1000]],
    [[0.5], [1001], { length: 9 }, '6 4', Array.from({ length: 17 }, () => 1)],
  ],
  ['tickBorderDash', [[6, 4]], [[0.001]]],
  ['lineWidth', [0, 1000, [1, 2]], [-1, 1001, Array.from({ length: LIMITS.arrayItems + 1 }, () => 1)]],
  ['padding', [-1000, 0, { top: 5 }, {}], [1001, 'x', [5], { top: 'x' }]],
  ['cutout', ['50%', 0, 4000], ['50', '-5%', '1e9%', -1, 4001]],
  ['grace', ['5%', 0, 1e15], ['x', -1]],
  ['radius', ['100%', 0, 1000, [1, '5%']], ['r', -1, 1001]],
  ['pointRadius', [0, 200], [201, '5']],
  ['backgroundColor', ['red', ['red', '#fff']], [5, {}, [['red']], 'x'.repeat(101)]],
  ['pointStyle', ['star', false, ['cross', false]], [true, 'image', {}, [['star']]]],
  ['display', [true, false, 'auto'], ['yes', 1]],
  ['indexAxis', ['x', 'y'], ['r', '__proto__']],
  ['locale', ['en', 'de-CH', 'en-u-nu-arab'], ['', 'x', 'not a tag', 'en_US', 'a'.repeat(36)]],
  [
    'format',
    [
      {},
      { style: 'currency', currency: 'EUR' },
      { notation: 'compact' },
      { style: 'unit', unit: 'kilobyte' },
    ],
    [
      { style: 'currency' },
      { unknown: 1 },
      { maximumFractionDigits: 21 },
      { style: 'unit', unit: 'parsec' },
      'EUR',
      { minimumFractionDigits: 3, maximumFractionDigits: 1 },
    ],
  ],
  [
    'font',
    [{}, { size: 12, weight: 'bold', lineHeight: '120%' }, { family: 'Any' }],
    [{ size: 0 }, { weight: 1001 }, { lineHeight: 0 }, { style: 'bold' }, 'Inter', { family: 5 }],
  ],
  ['borderRadius', [0, [1, 2], { topLeft: 3 }], [-1, 'x', { topLeft: 'x' }]],
  ['borderSkipped', [false, 'start', ['left', true]], ['centre', 5]],
  ['tension', [0, 0.4, -10, 10], [10.5, '0.4']],
  ['spanGaps', [true, 3], ['x', null]],
])('%s', (word, good, bad) => {
  test('takes what it should', () => expect(good.filter((value) => !takes(word, value))).toEqual([]));
  test('refuses what it should', () => expect(bad.filter((value) => takes(word, value))).toEqual([]));
});

test.each(Object.keys(words) as Word[])(
  '%s refuses null, an object that claims a length, and a function in disguise',
  (word) => {
    const spoofs = [null, { length: 1e9 }, [{ toString: 'x' }], '[object HTMLImageElement]'.repeat(80)];
    // These two are objects, and drop what they do not know.
    const objects: Word[] = ['padding', 'backdropPadding', 'borderRadius', 'borderWidth', 'font'];
    const taken = spoofs.filter((value) => takes(word, value));
    expect(taken).toEqual(objects.includes(word) ? [{ length: 1e9 }] : []);
  },
);

describe('words that no chart can use say what to do instead', () => {
  test.each<[word: Word, sentence: RegExp]>([
    ['callback', /use "format"/],
    ['filter', /Functions cannot be sent/],
    ['formatter', /Functions cannot be sent/],
    ['generateLabels', /Functions cannot be sent/],
    ['sort', /Functions cannot be sent/],
    ['onClick', /Functions cannot be sent/],
    ['onHover', /Functions cannot be sent/],
    ['onLeave', /Functions cannot be sent/],
    ['time', /Time axes are not available/],
    ['adapters', /Time axes are not available/],
    ['devicePixelRatio', /at the top level/],
    ['aspectRatio', /width and height at the top level/],
  ])('%s', (word, sentence) => {
    expect(words[word].safeParse({}).error?.issues[0]?.message).toMatch(sentence);
    expect(verdict(withAt(smallChart(), `options.anywhere.${word}`, 1))[0]).toMatch(sentence);
  });
});

test.each([
  'options.corner',
  'options.plugins.legend.corner',
  'options.scales.y.corner',
  'data.datasets.0.corner',
])('a word is held to its range in the unknown corner %s too', (corner) => {
  expect(verdict(withAt(smallChart(), `${corner}.count`, 1e9))).toEqual([
    `${corner}.count: Number must be less than or equal to 500`,
  ]);
  expect(verdict(withAt(smallChart(), `${corner}.someColor`, { length: 1e9 }))).toEqual([
    `${corner}.someColor: Expected string or array, received object`,
    `${corner}.someColor.length: The key "length" is not allowed in a chart`,
  ]);
});

test('pick makes a shape of optional words', () => {
  const shape = z.object(pick('count', 'display'));
  expect(shape.safeParse({}).success).toBe(true);
  expect(shape.safeParse({ count: 501 }).success).toBe(false);
});

test('perPoint: one, or a list of at most a thousand', () => {
  const schema = perPoint(z.number());
  const list = (length: number) => Array.from({ length }, () => 1);
  expect([1, [], list(1000), list(1001), [[1]]].map((value) => schema.safeParse(value).success)).toEqual([
    true,
    true,
    true,
    false,
    false,
  ]);
});
