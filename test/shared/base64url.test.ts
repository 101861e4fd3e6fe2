// In: text and encodings of it. Out: that both directions agree with Node's own, and that whatever Node forgives is refused.
import { Buffer } from 'node:buffer';
import { describe, expect, test } from 'vitest';
import { fromBase64Url, toBase64Url } from '#shared/base64url.ts';
import fc, { runs } from '../support/properties.ts';

const anyText = fc.oneof(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), fc.string());

describe('property', () => {
  test('encodes as Buffer does, lone surrogates and all', () => {
    const halves = fc
      .array(fc.integer({ min: 0, max: 0xffff }))
      .map((codes) => String.fromCharCode(...codes));
    fc.assert(
      fc.property(fc.oneof(anyText, halves), (text) => {
        expect(toBase64Url(text)).toBe(Buffer.from(text, 'utf8').toString('base64url'));
      }),
      runs(1000, 9),
    );
  });

  test('decodes what it encoded', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(fromBase64Url(toBase64Url(text))).toBe(text);
      }),
      runs(500, 10),
    );
  });

  test('reads standard base64 too, padded or not, and spaces that were plus signs', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const standard = Buffer.from(text, 'utf8').toString('base64');
        expect(fromBase64Url(standard)).toBe(text);
        expect(fromBase64Url(standard.replace(/=+$/, ''))).toBe(text);
        expect(fromBase64Url(standard.replaceAll('+', ' '))).toBe(text);
      }),
      runs(300, 11),
    );
  });

  test('any bytes: the text if they are UTF-8, else nothing', () => {
    const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const oracle = (bytes: Uint8Array) => {
      try {
        return utf8.decode(bytes);
      } catch {
        return undefined;
      }
    };
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
        expect(fromBase64Url(Buffer.from(bytes).toString('base64url'))).toBe(oracle(bytes));
      }),
      runs(2000, 12),
    );
  });

  test('one text has one encoding: what can be read encodes back to itself', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ABYZaz09-_'), maxLength: 9 }), (encoded) => {
        const text = fromBase64Url(encoded);
        expect(text === undefined ? encoded : toBase64Url(text)).toBe(encoded);
      }),
      runs(2000, 13),
    );
  });
});

test.each([
  ['one letter over', 'YWJjZ'],
  ['bits left over', 'YR'],
  ['bits left over, two bytes', 'YWJ'],
  ['padding that is too short', 'YQ='],
  ['padding that is too long', 'YWI=='],
  ['padding alone', '='],
  ['padding on a full group', 'YWJj='],
  ['padding in the middle', 'YQ==YQ=='],
  ['three padding signs', 'YQ==='],
  ['a line break', 'YW\nJj'],
  ['a NUL', 'YWJj\0'],
  ['a percent sign', 'YWJj%3D'],
  ['an umlaut', 'YWJä'],
  ['an emoji', 'YWJj😀'],
  ['half a character', '4oI'],
  ['a surrogate in UTF-8', '7aCA'],
  ['an overlong slash', 'wK8'],
])('refused: %s', (_, encoded) => expect(fromBase64Url(encoded)).toBeUndefined());

test('nothing is nothing', () => {
  expect([toBase64Url(''), fromBase64Url('')]).toEqual(['', '']);
});
