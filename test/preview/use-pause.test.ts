// In: how long the last drawing took. Out: how long the next one waits.
import { expect, test } from 'vitest';
import { pauseMs } from '../../src/preview/use-pause.ts';

test.each([
  [0, 0],
  [11.9, 0],
  [12, 30],
  [15, 30],
  [16, 32],
  [100, 200],
  [999, 1998],
  [1000, 2000],
  [60_000, 2000],
])('after %d ms of drawing: %d ms', (drawMs, pause) => expect(pauseMs(drawMs)).toBe(pause));
