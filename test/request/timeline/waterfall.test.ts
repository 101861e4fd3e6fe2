// In: tries, header values and spans. Out: where the bars stand, what a server measured, and how a span is written and spoken.
import { describe, expect, test } from 'vitest';
import { serverTiming } from '../../../src/request/timeline/server-timing.ts';
import { spanText, spokenSpan } from '../../../src/request/timeline/span.ts';
import { waterfall } from '../../../src/request/timeline/waterfall.ts';
import { limited, made, Player, scenes } from './scenes.ts';

const of = (player: Player) => waterfall(player.history.at(-1)?.tries ?? []);

test('three attempts and their waits stand where they were', () => {
  const player = new Player()
    .send(0)
    .answered(100, limited(4))
    .due(4100)
    .retry(4200)
    .answered(4300, limited(5));
  const { rows, ticks, elapsedMs } = of(player.due(9300).retry(9400).answered(10_000, made()));
  expect(elapsedMs).toBe(10_000);
  const places = rows.map(({ send, wait }) => [send.left, send.width, wait?.left, wait?.width]);
  expect(places).toEqual([
    [0, 1, 1, 40],
    [42, 1, 43, 50],
    [94, 6, undefined, undefined],
  ]);
  expect(ticks).toEqual([
    { at: 0, label: '0' },
    { at: 50, label: '5 s' },
  ]);
});

test('what the server measured ends with the answer’s head, inside its bar', () => {
  const [row] = of(new Player().send(0).answered(100, made())).rows;
  expect(row?.measures).toMatchObject([
    { name: 'queue', durationMs: 12.5, left: expect.closeTo(27.5), width: 12.5 },
    { name: 'draw', durationMs: 60, left: 40, width: 60 },
  ]);
});

test('a measure longer than the exchange does not leave its bar', () => {
  const [row] = of(new Player().send(0).answered(36, made())).rows;
  const ends = row?.measures.map(({ left, width }) => Math.round(left + width));
  expect(ends?.at(-1)).toBe(100);
  expect(row?.measures[0]?.left).toBe(0);
});

test('hours in which nothing happened are drawn short, and told', () => {
  const { rows, ticks, elapsedMs } = of(scenes['hours later']?.() ?? new Player());
  expect(rows[1]?.skippedMs).toBeGreaterThan(10_000_000);
  expect(rows[0]?.wait?.width).toBeGreaterThan(50);
  expect(ticks).toEqual([]);
  expect(elapsedMs).toBe(3 * 3_600_000 + 120);
});

test('nothing, and an attempt under way', () => {
  expect(waterfall([]).rows).toEqual([]);
  expect(of(new Player().send(0)).rows).toMatchObject([{ send: { left: 0, width: 100 } }]);
});

describe('Server-Timing', () => {
  test.each<[string | undefined, string[]]>([
    ['cache;desc=MISS, queue;dur=0.3, draw;dur=12', ['queue 0.3', 'draw 12']],
    ['db;desc="a, b; dur=9";dur=5', ['db 5']],
    ['a;dur="7" , b; dur = 1', ['a 7', 'b 1']],
    ['a;dur=-1, b;dur=x, ;dur=1, "', []],
    ['', []],
    [undefined, []],
  ])('%s', (header, measures) =>
    expect(serverTiming(header).map(({ name, durationMs }) => `${name} ${durationMs}`)).toEqual(measures),
  );
});

test.each([
  [0, '0 ms', '0 milliseconds'],
  [1, '1 ms', '1 millisecond'],
  [312.4, '312 ms', '312 milliseconds'],
  [999.6, '1 s', '1 second'],
  [1449, '1.4 s', '1.4 seconds'],
  [9949, '9.9 s', '9.9 seconds'],
  [9950, '10 s', '10 seconds'],
  [59_600, '1 min', '1 minute'],
  [125_000, '2 min 5 s', '2 minutes 5 seconds'],
  [3_599_600, '1 h', '1 hour'],
  [86_370_000, '1 d', '1 day'],
  [90_000_000, '1 d 1 h', '1 day 1 hour'],
  [-5, '0 ms', '0 milliseconds'],
])('%d ms', (ms, seen, spoken) => {
  expect([spanText(ms), spokenSpan(ms)]).toEqual([seen, spoken]);
});
