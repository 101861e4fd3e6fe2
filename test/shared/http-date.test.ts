// In: header values. Out: the instants they name, by the standard's three forms and nothing else.
import { describe, expect, test } from 'vitest';
import { parseHttpDate } from '#shared/http-date.ts';
import fc, { runs } from '../support/properties.ts';

const now = Date.UTC(2026, 10, 22, 7, 30);
const iso = (value: string) => {
  const epochMs = parseHttpDate(value, now);
  return epochMs === undefined ? undefined : new Date(epochMs).toISOString().replace('.000', '');
};

test.each([
  ['Sun, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-94 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['Sun Nov  6 08:49:37 1994', '1994-11-06T08:49:37Z'],
  ['Sun Nov 16 08:49:37 1994', '1994-11-16T08:49:37Z'],
  ['Wed, 21 Oct 2026 07:28:00 GMT', '2026-10-21T07:28:00Z'],
  ['Thu, 29 Feb 2024 00:00:00 GMT', '2024-02-29T00:00:00Z'],
  ['Tue, 30 Jun 2026 23:59:60 GMT', '2026-07-01T00:00:00Z'],
  ['Mon, 06 Nov 1994 08:49:37 GMT', '1994-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-76 08:49:37 GMT', '2076-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-77 08:49:37 GMT', '1977-11-06T08:49:37Z'],
  ['Sunday, 06-Nov-00 08:49:37 GMT', '2000-11-06T08:49:37Z'],
])('%s', (value, expected) => expect(iso(value)).toBe(expected));

describe('no HTTP date', () => {
  test.each([
    '',
    'soon',
    '120',
    '2026-10-21T07:28:00Z',
    'Wed, 21 Oct 2026 07:28:00',
    'Wed, 21 Oct 2026 07:28:00 UTC',
    'Wed, 21 Oct 2026 07:28:00 +0000',
    'wed, 21 oct 2026 07:28:00 gmt',
    'Wed 21 Oct 2026 07:28:00 GMT',
    'Wed, 1 Oct 2026 07:28:00 GMT',
    'Wed, 21 Okt 2026 07:28:00 GMT',
    'Fri, 31 Feb 2026 00:00:00 GMT',
    'Sun, 29 Feb 2026 00:00:00 GMT',
    'Wed, 00 Oct 2026 07:28:00 GMT',
    'Wed, 32 Oct 2026 07:28:00 GMT',
    'Wed, 21 Oct 2026 24:00:00 GMT',
    'Wed, 21 Oct 2026 07:60:00 GMT',
    'Wed, 21 Oct 2026 07:28:61 GMT',
    'Wednesday, 21-Oct-2026 07:28:00 GMT',
    'Wed Oct 21 07:28:00 26',
    'Sun Nov 6 08:49:37 1994',
    ' Wed, 21 Oct 2026 07:28:00 GMT',
    'Wed, 21 Oct 2026 07:28:00 GMT, Wed, 21 Oct 2026 07:28:00 GMT',
  ])('%j', (value) => expect(parseHttpDate(value, now)).toBeUndefined());
});

test('a two-digit year is at most fifty years ahead, whenever it is read', () => {
  const read = (year: number, value: string) =>
    new Date(parseHttpDate(value, Date.UTC(year, 5, 1)) ?? 0).getUTCFullYear();
  expect(read(1999, 'Sunday, 06-Nov-49 08:49:37 GMT')).toBe(1949);
  expect(read(2000, 'Sunday, 06-Nov-50 08:49:37 GMT')).toBe(2050);
  expect(read(2099, 'Sunday, 06-Nov-50 08:49:37 GMT')).toBe(2050);
});

describe('property', () => {
  const instants = fc.date({ min: new Date('1000-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });

  test('what the platform writes is read back to the second', () => {
    fc.assert(
      fc.property(instants, (date) => {
        expect(parseHttpDate(date.toUTCString(), now)).toBe(Math.floor(date.getTime() / 1000) * 1000);
      }),
      runs(500, 4),
    );
  });

  test('any text gives an instant or nothing', () => {
    fc.assert(
      fc.property(fc.string(), fc.double(), (value, when) => {
        const epochMs = parseHttpDate(value, when);
        expect(epochMs === undefined || Number.isSafeInteger(epochMs)).toBe(true);
      }),
      runs(500, 5),
    );
  });
});
