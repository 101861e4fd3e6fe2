// biome-ignore-all lint/suspicious/noTemplateCurlyInString: templates of the pasted language are what this is about
// In: what people paste who have JavaScript at hand. Out: JSON of the same meaning, with everything else left as typed.
import JSON5 from 'json5';
import { describe, expect, it } from 'vitest';
import { applyEdits } from '../../../src/editor/edit-value.ts';
import { jsonEdits } from '../../../src/editor/fixes/json-edits.ts';
import fc, { runs } from '../../support/properties.ts';

const converted = (text: string) => {
  const edits = jsonEdits(text);
  return edits ? applyEdits(text, edits) : undefined;
};

describe('a text becomes JSON', () => {
  it.each<[name: string, text: string, json: string]>([
    ['trailing commas', '{"a": [1, 2,], "b": 3,}', '{"a": [1, 2], "b": 3}'],
    ['double and leading commas', '{"a": [,1,, 2]}', '{"a": [1, 2]}'],
    ['missing commas', '{"a": 1\n "b": [1 2]}', '{"a": 1,\n "b": [1, 2]}'],
    ['bare keys', '{type: "bar", $x: 1, 2: 3}', '{"type": "bar", "$x": 1, "2": 3}'],
    ['single quotes', `{'a': 'it\\'s "so"'}`, '{"a": "it\'s \\"so\\""}'],
    ['templates', '{a: `one\ntwo`}', '{"a": "one\\ntwo"}'],
    ['typographic quotes', '{“a”: “b”}', '{"a": "b"}'],
    ['line comments', '{"a": 1 // one\n}', '{"a": 1 \n}'],
    ['block comments', '/* x */{"a": /* y */ 1}', ' {"a":  1}'.trimStart()],
    [
      'words',
      '{"a": undefined, "b": NaN, "c": True, "d": None, "e": -Infinity}',
      '{"a": null, "b": null, "c": true, "d": null, "e": null}',
    ],
    [
      'numbers',
      '{"a": .5, "b": +2, "c": 0x10, "d": 1_000, "e": 5.}',
      '{"a": 0.5, "b": 2, "c": 16, "d": 1000, "e": 5}',
    ],
    ['bare texts', '{"type": bar}', '{"type": "bar"}'],
    ['a missing bracket', '{"a": [1, 2', '{"a": [1, 2]}'],
    ['a missing quote', '{"a": "one,\n"b": 2}', '{"a": "one",\n"b": 2}'],
    ['equals signs', '{a = 1}', '{"a" : 1}'],
    ['a statement', 'const config = {type: "bar"};\n', '{"type": "bar"}\n'],
    ['a constructor', "new Chart(document.getElementById('c'), {type: 'bar'});", '{"type": "bar"}'],
    ['a module', 'export default {\n  a: 1,\n};', '{\n  "a": 1\n}'],
    ['a typed constant', 'const c: ChartConfiguration = { a: 1 }', '{ "a": 1 }'],
    ['functions', '{a: 1, f: function (x) { return x, 2; }, b: 2}', '{"a": 1, "b": 2}'],
    ['arrow functions at the end', '{a: 1, f: (v) => `${v}%`.replace("}", "")}', '{"a": 1}'],
    ['a function without a comma before it', '{"a": [1 (x) => 2, 3]}', '{"a": [1, 3]}'],
    ['methods', '{f(x) { return "a}"; }, b: 2}', '{ "b": 2}'],
    ['escapes', `{"a": "\\x41\\u{1F600}\\q"}`, '{"a": "A😀q"}'],
    ['a tab in a text', '{"a": "x\ty"}', '{"a": "x\\ty"}'],
  ])('%s', (_name, text, json) => {
    expect(converted(text)).toBe(json);
    expect(() => JSON.parse(json)).not.toThrow();
  });

  it.each([
    ['a call', '{labels: Utils.months({count: 7})}'],
    ['a filled template', '{a: `${x}`}'],
    ['a variable of an object', '{data: config.data}'],
    ['a function whose brackets cross', '[1(]'],
    ['prose', 'Please make me a chart'],
    ['brackets that cross', '{"a": [1}'],
    ['shorthand', '{labels, data}'],
    ['nothing', ''],
  ])('but not %s, which only running could tell', (_name, text) => expect(converted(text)).toBeUndefined());

  it('of JSON there is nothing to change, and of what was changed neither', () => {
    fc.assert(
      fc.property(fc.json(), (json) => {
        expect(jsonEdits(json)).toBeUndefined();
      }),
    );
    const text = "{a: 'b', /* c */ d: [1, 2,],}";
    const once = converted(text) ?? '';
    expect(jsonEdits(once)).toBeUndefined();
  });

  it('whatever JSON5 writes comes out with the same meaning', () => {
    const value = fc.dictionary(
      fc.string({ minLength: 1 }).filter((key) => key !== '__proto__'),
      fc.jsonValue({ maxDepth: 3 }),
      { minKeys: 1 },
    );
    fc.assert(
      fc.property(value, fc.constantFrom('', '  '), (given, space) => {
        const text = JSON5.stringify(given, { space })
          .replaceAll('\u2028', '\\u2028')
          .replaceAll('\u2029', '\\u2029');
        const edits = jsonEdits(text);
        const json = edits ? applyEdits(text, edits) : text;
        expect(JSON.parse(json)).toEqual(JSON5.parse(text));
      }),
      runs(400),
    );
  });

  it('never throws, and what it gives is JSON, for any text near JSON', () => {
    const near = fc.string({ unit: fc.constantFrom(...'{}[]:,"\'` \n1.ae-+/*=(#'), maxLength: 40 });
    let made = 0;
    fc.assert(
      fc.property(near, (text) => {
        const json = converted(text);
        if (json === undefined) return true;
        made++;
        JSON.parse(json);
        return true;
      }),
      runs(3000),
    );
    expect(made).toBeGreaterThan(50);
  });
});
