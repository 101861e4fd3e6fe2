// In: any text, and links as people and programs maim them. Out: the same text from the link, or what is wrong with it.
import { deflateRawSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { examples } from '../../src/examples.ts';
import { editHash, readEditHash } from '../../src/share/edit-link.ts';
import { exampleText } from '../../src/start.ts';
import fc from '../support/properties.ts';
import { editLinks } from './link-corpus.ts';

test.each(editLinks)('%s opens for ever', (hash, text) => {
  expect(readEditHash(hash)).toEqual({ ok: true, text });
});

const opens = (text: string) => readEditHash(editHash(text));
const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
/** Anything, also in many kilobytes: the stream is unfolded in pieces of 1024 bytes. */
const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.json(),
  fc.string({ unit: 'binary', minLength: 4000, maxLength: 9000 }),
);
const link = editHash(editLinks[3]?.[1] ?? '');
const why = (hash: string) => {
  const reading = readEditHash(hash);
  return reading.ok ? 'ok' : reading.why;
};

describe('there and back', () => {
  test('any text comes back as it was', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(opens(text)).toEqual({ ok: true, text });
      }),
    );
  });

  test('half a surrogate pair, which no UTF-8 can carry, comes back as U+FFFD and spoils nothing around it', () => {
    expect(opens('a\ud83cb\udf89c')).toEqual({ ok: true, text: 'a\ufffdb\ufffdc' });
    const halves = fc.string({
      unit: fc.integer({ min: 0, max: 0xffff }).map((c) => String.fromCharCode(c)),
    });
    fc.assert(
      fc.property(halves, (text) => {
        expect(opens(text)).toEqual({ ok: true, text: Buffer.from(text).toString() });
      }),
    );
  });

  test.each(['\ufeff{}', '\ufeff\ufeff', '{}\ufeff'])('a byte order mark is part of the text: %j', (text) => {
    expect(opens(text)).toEqual({ ok: true, text });
  });

  test('the link holds nothing that a chat tool would touch', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(editHash(text)).toMatch(/^#v1\.d1\.[\w-]+\.[\w-]{4}$/);
      }),
    );
  });

  test('an example takes less than half of its own length', () => {
    for (const { chart } of examples)
      expect(editHash(exampleText(chart)).length * 2).toBeLessThan(exampleText(chart).length);
  });
});

describe('what chat and mail programs do', () => {
  test('cut anywhere, it says that its end is missing', () => {
    const cuts = Array.from({ length: link.length - '#v1.'.length }, (_, i) => link.slice(0, -1 - i));
    expect(new Set(cuts.map(why))).toEqual(new Set(['cut']));
    expect(cuts.at(-1)).toBe('#v1.');
  });

  test('with any one letter changed, it says so', () => {
    const from = '#v1.d1.'.length;
    const spots = fc.integer({ min: from, max: link.length - 1 }).filter((at) => link[at] !== '.');
    fc.assert(
      fc.property(spots, fc.constantFrom(...letters), (at, letter) => {
        fc.pre(link[at] !== letter);
        expect(why(link.slice(0, at) + letter + link.slice(at + 1))).toBe('damaged');
      }),
    );
  });

  test('with letters doubled, dropped, turned round or in small print, it says so', () => {
    for (const maimed of [
      link.replace(/(?<=d1\.)./, '$&$&'),
      link.replace(/(?<=d1\.)./, ''),
      link.replace(/(?<=d1\.)(.)(.)/, '$2$1'),
      link.toLowerCase(),
      `${link})`,
      link.replace(/(?<=d1\..{20})/, '\n'),
      link.replace(/-/g, '+').replace(/_/g, '/'),
    ])
      expect(why(maimed)).toBe('damaged');
  });

  test('percent-encoded once more, it opens', () => {
    const escaped = (text: string) => [...text].map((c) => `%${c.charCodeAt(0).toString(16)}`).join('');
    expect(why(`#${escaped(link.slice(1))}`)).toBe('ok');
    expect(why(link.replace(/-/g, '%2D').replace(/_/g, '%5f'))).toBe('ok');
  });

  test('percent signs that encode nothing are damage, not a crash', () => {
    for (const maimed of [
      `${link.slice(0, 30)}%${link.slice(31)}`,
      `${link.slice(0, 30)}%E0%A4${link.slice(31)}`,
    ])
      expect(why(maimed)).toBe('damaged');
  });

  test('the full stop of a sentence around it does no harm', () => {
    expect(why(`${link}.`)).toBe('ok');
    expect(why(`${link}...`)).toBe('ok');
  });
});

describe('what is no link of this kind', () => {
  test.each(['#v2.d1.AwA.8upg', '#v1.d2.AwA.8upg', '#v1.s.abc', '#v10.d1.AwA.8upg', '#v1..AwA.8upg'])(
    '%s is newer',
    (hash) => expect(why(hash)).toBe('newer'),
  );
  test.each(['', '#', '#problems', '#v1', '#d1.AwA.8upg', '#version.1', '#v.d1.AwA.8upg', '#/v1.d1', '#%'])(
    '%j is foreign',
    (hash) => expect(why(hash)).toBe('foreign'),
  );

  test('whatever it is, it is answered in words', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary' }),
        fc.constantFrom('', '#', '#v1.', '#v1.d1.'),
        (rest, start) => {
          const reading = readEditHash(start + rest);
          expect(reading.ok || reading.sentence).toBeTruthy();
        },
      ),
    );
  });
});

describe('a link made by hand, with a check that holds', () => {
  /** The check of the format, written a second time: FNV-1a, its last 24 bits. */
  const made = (bytes: Uint8Array) => {
    const payload = Buffer.from(bytes).toString('base64url');
    const hash = [...payload].reduce(
      (h, c) => BigInt.asUintN(32, (h ^ BigInt(c.charCodeAt(0))) * 0x01000193n),
      0x811c9dc5n,
    );
    const check = Buffer.from(
      Number(hash & 0xffffffn)
        .toString(16)
        .padStart(6, '0'),
      'hex',
    );
    return `#v1.d1.${payload}.${check.toString('base64url')}`;
  };
  const MOST = 1_048_576;

  test('opens when what it holds is sound', () => {
    expect(readEditHash(made(deflateRawSync('{}')))).toEqual({ ok: true, text: '{}' });
  });

  test('may unfold to one mebibyte, and not to a byte more', () => {
    expect(readEditHash(made(deflateRawSync(Buffer.alloc(MOST, 'a'))))).toEqual({
      ok: true,
      text: 'a'.repeat(MOST),
    });
    expect(why(made(deflateRawSync(Buffer.alloc(MOST + 1, 'a'))))).toBe('damaged');
  });

  test('a bomb is left folded', () => {
    const bomb = made(deflateRawSync(Buffer.alloc(128 * MOST), { level: 9 }));
    expect(bomb.length).toBeLessThan(200_000);
    const before = process.memoryUsage().arrayBuffers;
    expect(why(bomb)).toBe('damaged');
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(64 * MOST);
  });

  test('a stream that breaks off, is none, or holds no text is damaged', () => {
    const whole = deflateRawSync('some text that is long enough to break off in the middle');
    expect(why(made(whole.subarray(0, -9)))).toBe('damaged');
    expect(why(made(Uint8Array.of(7, 255, 255)))).toBe('damaged');
    expect(why(made(deflateRawSync(Uint8Array.of(0xff, 0xfe, 0x41))))).toBe('damaged');
  });
});
