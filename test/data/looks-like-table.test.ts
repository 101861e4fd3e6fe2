// In: what people paste into a chart's text. Out: a table is noticed, and a piece of a chart is left alone.
import { expect, it } from 'vitest';
import { looksLikeTable } from '../../src/data/looks-like-table.ts';
import { examples } from '../../src/examples.ts';
import { corpus } from './corpus.ts';

const tables = corpus.filter(
  (one) => 'labels' in one && !/whole chart|columns$|names and numbers|around|one row|blanks/.test(one.name),
);

it.each(tables.map(({ name, text }) => [name, text]))('notices %s', (_, text) => {
  expect(looksLikeTable(text)).toBe(true);
});

const pieces: [string, string][] = [
  ['prose', 'Dear all,\nwe sold 12 chairs, 4 tables.\nBest'],
  ['one number', '12'],
  ['a list of numbers', '12, 15, 18'],
  ['lines of JSON', '"labels": ["Jan", "Feb"],\n"data": [1, 2],'],
  ['numbers of a list', '  412,\n  468,\n  521,\n  603'],
  ['datasets', '{ "label": "A", "data": [1, 2] },\n{ "label": "B", "data": [3, 4] }'],
  ['an option', '"y": {\n  "min": 0,\n  "max": 10\n}'],
  ['a colour', '#3b82f6'],
  ['code', 'const a = [1, 2];\nconst b = [3, 4];\nplot(a);'],
  ...examples.map(({ name, chart }) => [name, JSON.stringify(chart, null, 2)] as [string, string]),
  ...examples.map(({ name, chart }) => [`${name}, on one line`, JSON.stringify(chart)] as [string, string]),
];

it.each(pieces)('leaves alone: %s', (_, text) => {
  expect(looksLikeTable(text)).toBe(false);
});
