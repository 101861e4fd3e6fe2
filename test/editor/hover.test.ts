// In: a text with a place (|). Out: what is told about the key or value there.
import { expect, it } from 'vitest';
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import { hoverAt } from '../../src/editor/hover.ts';
import type { Schema } from '../../src/editor/schema-at.ts';

const schema = chartJsonSchema() as Schema;
const told = (marked: string) => {
  const text = marked.replace('|', '');
  const hover = hoverAt(text, marked.indexOf('|'), schema);
  return hover && { ...hover, at: text.slice(hover.start, hover.end) };
};

it('tells meaning, kind, limits and default of a key', () => {
  expect(told('{"w|idth":800}')).toMatchObject({ title: 'width', at: '"width"' });
  expect(told('{"w|idth":800}')?.lines).toEqual([
    'Width of the picture in px, 100–4000, 800 if left out',
    'Type: integer',
    'Limits: 100–4000',
    'Default: 800',
  ]);
});

it('tells the same about the value, and at most seven values', () => {
  expect(told('{"type":"b|ar"}')?.lines).toContain(
    'Values: "line", "bar", "pie", "doughnut", "radar", "polarArea"',
  );
  expect(told('{"data":{"datasets":[{"pointStyle":|"cross"}]}}')?.lines.join()).toContain(' …');
});

it('tells about lists and their items', () => {
  expect(told('{"data":{"la|bels":[]}}')?.lines).toEqual([
    'One text per point or slice, 1–1000',
    'Type: list of text',
    'Limits: 1–1000 elements',
  ]);
  expect(told('{"data":{"datasets":[{"data":[1,|2]}]}}')?.title).toBe('data[1]');
});

it.each(['{"nothing":|1}', '|{}', '{}|', '', '{"options":{"onClick":|1}}'])('is silent at %s', (marked) => {
  expect(told(marked)).toBeUndefined();
});
