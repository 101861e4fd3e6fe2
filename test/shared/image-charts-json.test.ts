// In: charts as people write them into a URL. Out: whether relaxed JSON is read without running or believing any of it.
import { describe, expect, it, vi } from 'vitest';
import { readRelaxedJson } from '#shared/image-charts-json.ts';
import fc, { runs } from '../support/properties.ts';

const value = (text: string) => {
  const reading = readRelaxedJson(text);
  return reading.ok ? reading.value : reading.why;
};

describe('relaxed JSON', () => {
  it.each([
    ["{type:'bar',data:[1,.5,+2,0x10,],}", { type: 'bar', data: [1, 0.5, 2, 16] }],
    ['{/* a */"a":1, // b\n}', { a: 1 }],
    [String.raw`{a:'it\'s'}`, { a: "it's" }],
    ['{"strict":[true,null]}', { strict: [true, null] }],
    [String.raw`'{type:\'bar\'}'`, { type: 'bar' }],
    ['"{\\"a\\":1}"', { a: 1 }],
  ])('reads %s', (text, expected) => {
    expect(value(text)).toEqual(expected);
  });

  it.each([
    ['{a:function(){return 1}}', 'functions cannot be sent, a chart is plain data'],
    ['{a:(v)=>v}', 'functions cannot be sent, a chart is plain data'],
    ['{a:alert(1)}', 'it cannot be read from line 1, column 4 on'],
    ['{a:\n1', 'it cannot be read from line 2, column 2 on'],
    ['', 'it cannot be read from line 1, column 1 on'],
    ['new Date(0)', 'it cannot be read from line 1, column 2 on'],
    ["'text'", 'it cannot be read from line 1, column 2 on'],
  ])('refuses %s', (text, why) => {
    expect(readRelaxedJson(text)).toEqual({ ok: false, why });
  });

  it('refuses nesting before it parses, wherever brackets stand', () => {
    const deep = 'nesting must be at most 24 levels deep';
    const nested = (open: string, close: string, inner: string) =>
      `${open.repeat(60)}${inner}${close.repeat(60)}`;
    expect(value(nested('[', ']', ''))).toBe(deep);
    expect(value(nested('{a:', '}', "'x'"))).toBe(deep);
    expect(value(nested("[']',", ']', '1'))).toBe(deep);
    expect(value(nested('[/*]*/', ']', '1'))).toBe(deep);
    expect(value(`['${'['.repeat(100)}', /* ${'['.repeat(100)} */ 1, // [[\n]`)).toEqual([
      '['.repeat(100),
      1,
    ]);
  });

  it('takes a million brackets, quotes or comments in linear time', () => {
    const startMs = performance.now();
    for (const piece of ['[', "'\\", '"\\', '/*', '//', "{'"]) readRelaxedJson(piece.repeat(500_000));
    expect(performance.now() - startMs).toBeLessThan(3000);
  });

  it('keeps __proto__ a plain key, so that it can be refused', () => {
    const read = value('{__proto__:{polluted:1},constructor:{prototype:{polluted:1}}}') as object;
    expect(Object.keys(read)).toEqual(['__proto__', 'constructor']);
    expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it('writes nothing to the console', () => {
    const warn = vi.spyOn(console, 'warn');
    expect(value("{a:'x\u2028y'}")).toEqual({ a: 'x y' });
    expect(warn).not.toHaveBeenCalled();
    warn.mockRestore();
  });

  it('never throws, and agrees with JSON on JSON', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'{}[]"\'\\/*:,a1.+-\n\u2028 ') }), (text) => {
        expect(['boolean']).toContain(typeof readRelaxedJson(text).ok);
      }),
      runs(3000),
    );
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), (json) => {
        const wrapped = { json };
        expect(value(JSON.stringify(wrapped))).toEqual(JSON.parse(JSON.stringify(wrapped)));
      }),
    );
  });
});
