// In: charts, and queries as they arrive. Out: that a copied URL means what it was made from, and that every odd query is
// read in one way or refused at the parameter that is wrong.
import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { DEFAULTS, readSpec } from '#shared/chart-spec.ts';
import { LIMITS } from '#shared/limits.ts';
import { RENDER_PATH, readRenderQuery, renderPath, urlRoom } from '#shared/render-url.ts';
import { smallChart } from '../fixtures/charts.ts';
import { randomChart } from '../fixtures/random-chart.ts';
import fc, { runs } from '../support/properties.ts';

const encode = (text: string) => Buffer.from(text, 'utf8').toString('base64url');
const value = (query: string) => {
  const reading = readRenderQuery(query);
  return reading.ok ? reading.value : reading;
};
const refused = (code: string, path: string, message: string) => ({
  ok: false,
  code,
  details: [{ path, message }],
});

test('the sample of the documentation', () => {
  const sample = {
    type: 'line',
    width: 800,
    height: 400,
    data: { labels: ['Jan', 'Feb', 'Mar'], datasets: [{ label: 'Revenue', data: [12000, 15000, 18000] }] },
  };
  const encoded = encode(JSON.stringify(sample));
  expect(encoded).toMatch(/^eyJ0eXBlIjoibGluZSIs/);
  for (const name of ['chart', 'c']) expect(value(`${name}=${encoded}`)).toEqual(sample);
  expect(readSpec(value(`chart=${encoded}`)).ok).toBe(true);
});

describe('chart=', () => {
  test.each([
    ['padded', `chart=${Buffer.from('{"a":"??>"}').toString('base64')}`, { a: '??>' }],
    [
      'padded, percent-encoded',
      `chart=${encodeURIComponent(Buffer.from('{"a":"??>"}').toString('base64'))}`,
      { a: '??>' },
    ],
    ['no object', `chart=${encode('[1]')}`, [1]],
    ['null', `c=${encode('null')}`, null],
    ['no object, with a width beside it', `c=${encode('7')}&width=300`, 7],
    [
      'size and format beside it win',
      `chart=${encode('{"width":300,"format":"png"}')}&width=500&format=svg`,
      { width: 500, format: 'svg' },
    ],
    [
      'all that may stand beside it',
      `c=${encode('{}')}&height=200&devicePixelRatio=2&brandKitId=polar&returnUrl=true`,
      { height: 200, devicePixelRatio: 2, brandKitId: 'polar', returnUrl: true },
    ],
    ['scale is the ratio', `c=${encode('{}')}&scale=1.5`, { devicePixelRatio: 1.5 }],
    ['the simple form is left aside', `c=${encode('{}')}&type=bar&labels=a&data=1`, {}],
    ['keys and unknown parameters are left aside', `key=pk_x&apiKey=y&utm_source=z&c=${encode('{}')}`, {}],
  ])('%s', (_, query, expected) => expect(value(query)).toEqual(expected));

  const notBase64 = 'Invalid base64 encoding';
  test.each([
    ['nothing', 'chart=', refused('invalid_base64', 'chart', notBase64)],
    ['the name alone', 'c', refused('invalid_base64', 'c', notBase64)],
    ['bits left over', 'c=YR', refused('invalid_base64', 'c', notBase64)],
    [
      'raw JSON',
      `chart=${encodeURIComponent('{"type":"bar"}')}`,
      refused('invalid_base64', 'chart', notBase64),
    ],
    ['no UTF-8', 'chart=4oI', refused('invalid_base64', 'chart', notBase64)],
    [
      'no JSON',
      `chart=${encode("{'a':1}")}`,
      refused('invalid_spec', 'chart', 'The decoded text is not JSON'),
    ],
    [
      'too deep',
      `c=${encode('['.repeat(99))}`,
      refused('invalid_spec', 'c', 'The decoded JSON is nested too deep'),
    ],
    [
      'percent signs that are none',
      'chart=%zz',
      refused('invalid_spec', 'chart', 'Malformed percent-encoding'),
    ],
    ['half a character', 'type=%E4%BD', refused('invalid_spec', 'type', 'Malformed percent-encoding')],
  ])('refused: %s', (_, query, expected) => expect(value(query)).toEqual(expected));

  test('__proto__ in the JSON stays an own key, for the schema to name', () => {
    const read = value(`chart=${encode('{"__proto__":{"polluted":1}}')}&width=300`) as object;
    expect(Object.keys(read)).toEqual(['__proto__', 'width']);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  });
});

describe('the simple form', () => {
  const simple = (labels: unknown, data: unknown, more: object = {}) => ({
    data: { labels, datasets: [{ data }] },
    ...more,
  });
  test.each<[what: string, query: string, expected: unknown]>([
    ['all names', 'type=bar&labels=a,b&data=1,2', simple(['a', 'b'], [1, 2], { type: 'bar' })],
    ['short names', 'cht=bar&l=a,b&d=1,2', simple(['a', 'b'], [1, 2], { type: 'bar' })],
    ['names in percent-encoding', '%74ype=pie&l=a&d=1', simple(['a'], [1], { type: 'pie' })],
    ['a comma inside a label', 'l=Paris%2C%20FR,Rome&d=1,2', simple(['Paris, FR', 'Rome'], [1, 2])],
    ['a plus is a space, %2B a plus', 'l=a+b,c%2Bd&d=1,2', simple(['a b', 'c+d'], [1, 2])],
    ['an equals sign and an ampersand', 'l=a=b,c%26d&d=1,2', simple(['a=b', 'c&d'], [1, 2])],
    ['an emoji', 'l=%F0%9F%98%80&d=1', simple(['😀'], [1])],
    ['gaps', 'l=a,b,c,d&d=1,,+,4', simple(['a', 'b', 'c', 'd'], [1, null, null, 4])],
    ['numbers of all forms', 'l=a&d=-1,.5,2.,1e3,+7,1E-2', simple(['a'], [-1, 0.5, 2, 1000, 7, 0.01])],
    [
      'what is no number stays text',
      'l=a&d=0x10,Infinity,NaN,abc,1_0,--1',
      simple(['a'], ['0x10', 'Infinity', 'NaN', 'abc', '1_0', '--1']),
    ],
    [
      'a title',
      'l=a&d=1&t=Sales+%26+more',
      simple(['a'], [1], { options: { plugins: { title: { display: true, text: 'Sales & more' } } } }),
    ],
    [
      'size, format, ratio, kit',
      'l=a&d=1&width=300&height=x&format=svg&scale=2&brandKitId=linen&returnUrl=no',
      simple(['a'], [1], {
        width: 300,
        height: 'x',
        format: 'svg',
        devicePixelRatio: 2,
        brandKitId: 'linen',
        returnUrl: 'no',
      }),
    ],
    ['returnUrl', 'l=a&d=1&returnUrl=false', simple(['a'], [1], { returnUrl: false })],
    ['nothing at all', '', simple(undefined, undefined)],
    ['only separators', '&&=&', simple(undefined, undefined)],
    ['names of Object.prototype', '__proto__=1&constructor=2&toString=3', simple(undefined, undefined)],
  ])('%s', (_, query, expected) => expect(value(query)).toEqual(expected));

  test('what is missing is named by the schema', () => {
    const reading = readSpec(value('type=bar&labels=a'));
    expect(reading.ok ? [] : reading.issues.map(({ path, message }) => [path.join('.'), message])).toEqual([
      ['data.datasets.0.data', 'Required'],
    ]);
  });
});

describe('a parameter given twice is refused, at the name that came second', () => {
  const twice = 'This parameter is given more than once';
  test.each([
    ['chart=YQ&chart=YQ', 'chart'],
    ['chart=YQ&c=YQ', 'c'],
    ['type=bar&cht=bar', 'cht'],
    ['width=300&width=300', 'width'],
    ['scale=2&devicePixelRatio=2', 'devicePixelRatio'],
    ['labels=a&%6C=b', 'l'],
  ])('%s', (query, path) => expect(value(query)).toEqual(refused('invalid_spec', path, twice)));

  test('unknown ones may come as often as they like', () => {
    expect(readRenderQuery('utm=1&utm=2&l=a&d=1').ok).toBe(true);
  });
});

describe('renderPath', () => {
  const read = (path: string) => value(path.slice(RENDER_PATH.length + 1));

  test('leaves out what is the default anyway, at the root only', () => {
    const chart = { ...smallChart(), ...DEFAULTS, options: { width: 800 } };
    expect(read(renderPath(chart))).toEqual({ ...smallChart(), options: { width: 800 } });
    expect(read(renderPath({ ...smallChart(), width: 801 }))).toEqual({ ...smallChart(), width: 801 });
  });

  test.each([null, 7, 'x', [1, 2]])('%j goes through as it is', (chart) => {
    expect(read(renderPath(chart))).toEqual(chart);
  });

  test('needs no escaping in any URL', () => {
    expect(renderPath({ a: '??>>~~üü😀' })).toMatch(/^\/api\/v1\/render\?chart=[\w-]+$/);
  });

  test('urlRoom counts path and query against the documented limit', () => {
    expect(urlRoom('x'.repeat(LIMITS.urlCharacters))).toBe(0);
    expect([urlRoom('x'.repeat(1999)), urlRoom('x'.repeat(2001))]).toEqual([1, -1]);
  });

  test('property: any JSON object comes back, without its defaults', () => {
    fc.assert(
      fc.property(
        fc.dictionary(
          fc.string().filter((key) => !Object.hasOwn(DEFAULTS, key)),
          fc.jsonValue(),
        ),
        (chart) => {
          const json = JSON.parse(JSON.stringify(chart)) as unknown;
          expect(read(renderPath(json))).toEqual(json);
        },
      ),
      runs(300, 14),
    );
  });

  test('property: the URL draws the same chart', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const chart = randomChart(seed);
      expect(readSpec(read(renderPath(chart)))).toEqual(readSpec(chart));
    }
  });
});

test('property: any query has a reading', () => {
  const names = fc.constantFrom('chart', 'c', 'type', 'labels', 'data', 'width', 'scale', '__proto__', '');
  const queries = fc.oneof(
    fc.string(),
    fc
      .array(fc.tuple(names, fc.string()))
      .map((pairs) => pairs.map(([name, text]) => `${name}=${text}`).join('&')),
  );
  fc.assert(
    fc.property(queries, (query) => {
      expect(typeof readRenderQuery(query).ok).toBe('boolean');
    }),
    runs(1000, 15),
  );
});
