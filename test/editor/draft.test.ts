// In: texts as people type them. Out: the problems they get to read, at the right place, and never an exception.
import { describe, expect, it } from 'vitest';
import { LIMITS } from '#shared/limits.ts';
import { readDraft } from '../../src/editor/draft.ts';
import fc, { runs } from '../support/properties.ts';

const good = '{"type":"bar","data":{"labels":["a","b"],"datasets":[{"data":[1,2]}]}}';
const marked = (text: string) =>
  readDraft(text).problems.map(({ message, range, source }) => [
    source,
    message,
    text.slice(range.start, range.end),
  ]);

describe('a clean draft', () => {
  it('gives the chart with its defaults and counts what was looked at', () => {
    const draft = readDraft(good);
    expect(draft).toMatchObject({ ok: true, problems: [], values: 5 });
    expect(draft.spec).toMatchObject({ type: 'bar', width: 800, height: 400, format: 'png' });
    expect(draft.value).toEqual(JSON.parse(good));
  });

  it('still gives the chart when there are only warnings', () => {
    const draft = readDraft(good.replace('[1,2]', '[1]'));
    expect(draft.ok).toBe(true);
    expect(draft.spec?.data.datasets[0]?.data).toEqual([1]);
    expect(draft.problems.map((p) => p.severity)).toEqual(['warning']);
  });
});

describe('syntax', () => {
  const cases: [name: string, text: string, message: RegExp, at: string][] = [
    ['trailing comma in an object', '{"a":1,}', /Trailing comma/, ','],
    ['trailing comma in a list', '{"a":[1,2 ,\n]}', /Trailing comma/, ','],
    ['trailing comma at the end', '{"a":1,', /Trailing comma/, ','],
    ['line comment', '{\n// no\n"a":1}', /Comments are not allowed/, '// no'],
    ['block comment', '{"a":/* no */1}', /Comments are not allowed/, '/* no */'],
    ['single quotes', "{'a':1}", /double quotes/, "'a'"],
    ['bare key', '{type:1}', /"type" needs double quotes/, 'type'],
    ['missing comma', '{"a":1\n"b":2}', /comma is missing/, '"b"'],
    ['missing colon', '{"a" 1}', /colon is missing/, '"'],
    ['semicolon', '{"a":1};', /no semicolons/, ';'],
    [
      'JavaScript',
      'const config = {"a":1};',
      /^This is JavaScript: keep only the \{ … \}$/,
      'const config =',
    ],
    ['a module', 'module.exports = {a:1}', /^This is JavaScript/, 'module.exports ='],
    ['a default export', '\nexport default {a:1}', /^This is JavaScript/, 'export default'],
    ['unclosed object', '{\n"a":{"b":1\n', /"}" is missing: the "{" on line 2 is never closed/, '1'],
    ['unclosed list', '[1, 2', /"]" is missing/, '2'],
    ['open text', '{"a":"b\n}', /no closing double quote/, '"b'],
    ['two values', '{} {}', /only one value/, '{'],
    ['NaN', '{"a":NaN}', /use null for a gap/, 'NaN'],
    ['capital letters', '{"a":True}', /Write true in small letters/, 'True'],
    ['number without zero', '{"a":.5}', /not a number of JSON/, '.5'],
    ['function', '{"a":function() {}}', /Functions are not allowed/, 'function()'],
    ['no-break space', '{"a":\u00a01}', /./, '\u00a0'],
  ];
  it.each(cases)('%s', (_, text, message, at) => {
    const draft = readDraft(text);
    const [first] = draft.problems;
    expect(draft.ok).toBe(false);
    expect(draft.spec).toBeUndefined();
    expect(first?.source).toBe('syntax');
    expect(first?.message).toMatch(message);
    expect(text.slice(first?.range.start, first?.range.end)).toContain(at);
  });

  const syntax = (text: string) =>
    readDraft(text).problems.map(({ message, range, line }) => [
      line,
      message,
      text.slice(range.start, range.end),
    ]);

  it('says that something follows only if nothing else is wrong', () => {
    expect(syntax('{\n"a":tru}\n}').map(([line]) => line)).toEqual([2]);
    expect(syntax('{"a":1}\n}')).toEqual([[2, 'The chart ends before this: only one value is allowed', '}']]);
  });

  it('marks every text in single quotes, keys and values, and the other slips behind them', () => {
    const quotes = 'Texts stand in double quotes: " instead of \'';
    expect(syntax(`{'a': 'it\\'s "b"',\n"it's": ['c', tru]}`)).toEqual([
      [1, quotes, "'a'"],
      [1, quotes, `'it\\'s "b"'`],
      [2, quotes, "'c'"],
      [2, '"tru" needs double quotes', 'tru'],
    ]);
  });

  it('marks what is missing where it is missing', () => {
    expect(syntax('{"a"\n\n1}')).toEqual([[1, 'A colon is missing between key and value', '"']]);
    expect(syntax('{"a": \n}')).toEqual([[1, 'A value is expected after this', ':']]);
    expect(syntax('[1, ,2]')).toEqual([[1, 'A value is expected after this', ',']]);
  });

  it.each(['', '  \n '])('greets an empty text (%j)', (text) => {
    expect(marked(text)).toHaveLength(1);
    expect(readDraft(text).problems[0]?.message).toMatch(/^The chart is empty/);
  });

  it('counts lines and columns from 1, whatever ends a line', () => {
    expect(readDraft('{\r\n  "a": x\r\n}').problems[0]).toMatchObject({ line: 2, column: 8 });
    expect(readDraft('x').problems[0]).toMatchObject({ line: 1, column: 1 });
  });

  it('refuses nesting that would end a recursive walk, at its place', () => {
    const text = `${'['.repeat(100_000)}`;
    expect(readDraft(text).problems[0]).toMatchObject({ range: { start: 200, end: 201 } });
    expect(readDraft('{"a":'.repeat(50_000)).ok).toBe(false);
  });
});

describe('rules', () => {
  it('underlines an unknown key, not its value', () => {
    expect(marked(good.replace('"type"', '"heigth":500,"type"'))).toEqual([
      ['schema', 'Unrecognized key "heigth". Did you mean "height"?', '"heigth"'],
    ]);
  });

  it('underlines the value that breaks a rule, with the documented sentence', () => {
    expect(marked(good.replace('{"type"', '{"width":5000,"type"'))).toEqual([
      ['schema', 'Number must be less than or equal to 4000', '5000'],
    ]);
  });

  it('underlines the key of the object in which something is missing', () => {
    expect(marked('{"type":"bar","data":{"labels":["a"]}}')).toEqual([['schema', 'Required', '"data"']]);
    expect(marked('{"data":{"labels":["a"],"datasets":[{"data":[1]}]}}')).toEqual([
      ['schema', 'Required', '{'],
    ]);
  });

  it('underlines the surplus of a list that is too long', () => {
    const set = '{"data":[1,2]}';
    const text = good.replace(
      set,
      Array(LIMITS.datasets + 2)
        .fill(set)
        .join(','),
    );
    expect(marked(text)).toEqual([['schema', 'Array must contain at most 20 elements', `${set},${set}`]]);
    const points = Array(LIMITS.points).fill(1).join();
    expect(marked(good.replace('[1,2]', `[${points},7,8]`)).at(-1)).toEqual([
      'schema',
      'At most 1000 data points per dataset are allowed',
      '7,8',
    ]);
  });

  it('underlines forbidden keys and bad axis ids as keys', () => {
    const text = good.replace('"data"', '"options":{"__proto__":{"a":1},"scales":{"9":{}}},"data"');
    expect(marked(text).map(([, , at]) => at)).toEqual(['"__proto__"', '"9"']);
  });
});

it('never throws and keeps every range inside the text', () => {
  const junk = fc.array(
    fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      '"',
      ',',
      ':',
      '\\',
      '\n',
      'type',
      '1',
      '//',
      '/*',
      "'",
      '\u2028',
      '\ud83d',
      ' ',
    ),
    { maxLength: 40 },
  );
  const texts = fc.oneof(
    junk.map((parts) => parts.join('')),
    fc.string({ unit: 'binary' }),
    fc.json(),
    fc.tuple(fc.nat(good.length), fc.string()).map(([at, s]) => good.slice(0, at) + s + good.slice(at)),
  );
  fc.assert(
    fc.property(texts, (text) => {
      const draft = readDraft(text);
      expect(draft.ok).toBe(draft.spec !== undefined);
      expect(draft.ok).toBe(draft.problems.every((p) => p.severity !== 'error'));
      for (const { range, line, column } of draft.problems) {
        expect(range.start).toBeGreaterThanOrEqual(0);
        expect(range.end).toBeLessThanOrEqual(text.length);
        expect(range.end).toBeGreaterThanOrEqual(Math.min(text.length, range.start + 1));
        expect(Math.min(line, column)).toBeGreaterThanOrEqual(1);
      }
    }),
    runs(2000),
  );
});

it('agrees with JSON.parse about what is JSON', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.json(), fc.string(), fc.constantFrom('\ufeff{}', '1 ', '\u00a0{}', '"\u2028"')),
      (text) => {
        let parses = true;
        try {
          JSON.parse(text);
        } catch {
          parses = false;
        }
        expect(readDraft(text).problems.some((p) => p.source === 'syntax')).toBe(!parses);
      },
    ),
    runs(1000),
  );
});
