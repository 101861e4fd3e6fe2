// In: the charts to start from. Out: each of them valid, without a warning, small enough for a URL; one for every type.
import { expect, test } from 'vitest';
import { chartTypes, readSpec } from '#shared/chart-spec.ts';
import { renderPath, urlRoom } from '#shared/render-url.ts';
import { readDraft } from '../../src/editor/draft.ts';
import { examples } from '../../src/examples.ts';
import { exampleText } from '../../src/start.ts';

test('one per type, each with a name of its own', () => {
  expect(examples.map(({ type }) => type).sort()).toEqual([...chartTypes].sort());
  expect(new Set(examples.map(({ name }) => name)).size).toBe(examples.length);
});

test.each(examples)('$name', ({ type, chart }) => {
  const reading = readSpec(chart);
  expect(reading).toMatchObject({ ok: true, spec: { type } });
  const text = exampleText(chart);
  expect(JSON.parse(text)).toEqual(chart);
  // Not even a warning or a hint: an example is how it is meant to be done.
  expect(readDraft(text)).toMatchObject({ ok: true, problems: [] });
  expect(urlRoom(renderPath(chart))).toBeGreaterThan(0);
});
