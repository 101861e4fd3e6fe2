// In: spans and moments in ms. Out: the words a person reads or hears for them.
import { describe, expect, test } from 'vitest';
import { clockOfDay, remainingText, sizeText, spokenRemaining } from '../../src/request/remaining.ts';

test.each([
  [-5000, '0:00'],
  [0, '0:00'],
  [1, '0:01'],
  [1000, '0:01'],
  [1001, '0:02'],
  [9000, '0:09'],
  [59_001, '1:00'],
  [60_000, '1:00'],
  [842_000, '14:02'],
  [3_599_000, '59:59'],
  [3_599_001, 'about 1 h'],
  [7_200_000, 'about 2 h'],
  [80_000_000, 'about 22 h'],
])('%d ms are shown as %s', (ms, text) => expect(remainingText(ms)).toBe(text));

test.each([
  [-1, '0 seconds'],
  [0, '0 seconds'],
  [1, '1 second'],
  [40_000, '40 seconds'],
  [59_999, '1 minute'],
  [61_000, '1 minute 1 second'],
  [120_000, '2 minutes'],
  [3_599_000, '59 minutes 59 seconds'],
  [3_600_000, 'about 1 hour'],
  [9_000_001, 'about 3 hours'],
])('%d ms are spoken as %s', (ms, text) => expect(spokenRemaining(ms)).toBe(text));

describe('the time of day', () => {
  // Made and read in local time, so that any time zone of the machine gives the same words.
  const local = (day: number, hour: number, minute = 5) => new Date(2026, 10, day, hour, minute).getTime();
  const clock = (hour: number, minute = 5) =>
    new Date(2026, 10, 22, hour, minute).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' });

  test('of today', () => {
    expect(clockOfDay(local(22, 14), local(22, 7))).toBe(clock(14));
    expect(clock(14)).toMatch(/\d{2}.05/);
  });
  test('of tomorrow, even if that is a minute away', () => {
    expect(clockOfDay(local(23, 0, 0), local(22, 23, 59))).toBe(`${clock(0, 0)} tomorrow`);
    expect(clockOfDay(local(23, 23, 59), local(22, 0, 0))).toBe(`${clock(23, 59)} tomorrow`);
  });
  test('of a day beyond comes with its date', () => {
    expect(clockOfDay(local(24, 14), local(22, 7))).toMatch(
      new RegExp(`^${clock(14)} on .*(24.*2026|2026.*24)`),
    );
  });
});

test.each([
  [0, '0 B'],
  [812, '812 B'],
  [999, '999 B'],
  [1000, '1.0 kB'],
  [31_380, '31.4 kB'],
  [999_949, '999.9 kB'],
  [999_950, '1.0 MB'],
  [1_234_567, '1.2 MB'],
])('%d bytes are %s', (bytes, text) => expect(sizeText(bytes)).toBe(text));
