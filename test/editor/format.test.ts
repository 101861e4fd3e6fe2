// In: random JSON. Out: the same values, laid out the same way every time.
import { expect, it } from 'vitest';
import { formatJson } from '../../src/editor/format.ts';
import fc from '../support/properties.ts';

const formatted = (text: string) => {
  const result = formatJson(text);
  expect(result.ok).toBe(true);
  return result.ok ? result.text : '';
};

it('keeps every value and is at rest after one time', () => {
  fc.assert(
    fc.property(fc.json(), (json) => {
      const once = formatted(json);
      expect(JSON.parse(once)).toEqual(JSON.parse(json));
      expect(formatted(once)).toBe(once);
    }),
  );
});

it('puts short lists on one line, keeps the order of keys and the spelling of values', () => {
  expect(formatted('{"b":[1.0,2e3,"\\u00e9"],"a":{},"c":[],"b":null}')).toBe(
    '{\n  "b": [1.0, 2e3, "\\u00e9"],\n  "a": {},\n  "c": [],\n  "b": null\n}\n',
  );
});

it('wraps long lists at 100 columns', () => {
  const text = formatted(JSON.stringify({ data: Array.from({ length: 200 }, (_, i) => i * 37) }));
  const lines = text.split('\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(lines.length).toBeLessThan(20);
  expect(lines[2]).toMatch(/^ {4}0, 37, 74, /);
});

it('gives lists of objects a line for each', () => {
  expect(formatted('[{"a":1},{"a":[[1,2],[3]]}]')).toBe(
    '[\n  {\n    "a": 1\n  },\n  {\n    "a": [\n      [1, 2],\n      [3]\n    ]\n  }\n]\n',
  );
});

it.each(['', '{', '{"a":1,}', '// x\n{}', '['.repeat(100_000)])('refuses broken text (%#)', (text) => {
  expect(formatJson(text)).toEqual({ ok: false });
});
