import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { startWarming } from '../../../server/render/warming.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

it('draws so many charts and no more, after a quiet moment', () => {
  const drawn: number[] = [];
  startWarming(3, (n) => drawn.push(n));
  vi.advanceTimersByTime(299);
  expect(drawn).toEqual([]);
  vi.advanceTimersByTime(10_000);
  expect(drawn).toEqual([0, 1, 2]);
  expect(vi.getTimerCount()).toBe(0);
});

it('stands back for as long as jobs come, and goes on where it was', () => {
  const drawn: number[] = [];
  const warming = startWarming(2, (n) => drawn.push(n));
  vi.advanceTimersByTime(300);
  for (let job = 0; job < 50; job += 1) {
    warming.interrupted();
    vi.advanceTimersByTime(250);
  }
  expect(drawn).toEqual([0]);
  vi.advanceTimersByTime(50);
  expect(drawn).toEqual([0, 1]);
  warming.interrupted();
  vi.advanceTimersByTime(10_000);
  expect(drawn).toEqual([0, 1]);
});
