// In: the tries of a call. Out: where each of their bars stands on one common axis, in per cent. Pure. Time in which nothing
// happened, such as an hour before somebody tried again, is drawn short, or it would press everything else into a line.
import type { Try } from './history.ts';
import { serverTiming } from './server-timing.ts';
import { spanText } from './span.ts';

type Bar = { left: number; width: number };

export type Row = {
  send: Bar;
  /** Inside `send`, in per cent of it. */
  measures: readonly (Bar & { name: string; durationMs: number })[];
  wait?: Bar;
  /** Idle time before it that is drawn shorter than it was, ms. */
  skippedMs: number;
};

export type Waterfall = {
  rows: readonly Row[];
  ticks: readonly { at: number; label: string }[];
  /** From the first sending to the last end, all idle time included. */
  elapsedMs: number;
};

/** Idle time up to here is drawn as it was: timers and the spread between clients. */
const SMALL_GAP_MS = 1500;
/** Stands in for the length of a try that is under way. */
const OPEN_MS = 300;

export function waterfall(tries: readonly Try[]): Waterfall {
  const spans = tries.map(spansOf);
  const busyMs = spans.reduce((sum, { sendMs, waitMs = 0 }) => sum + sendMs + waitMs, 0);
  const mostGap = Math.max(SMALL_GAP_MS, busyMs * 0.08);
  let shift = spans[0]?.fromMs ?? 0;
  let before = shift;
  const placed = spans.map((span) => {
    const skippedMs = Math.max(0, span.fromMs - before - mostGap);
    shift += skippedMs;
    before = span.fromMs + span.sendMs + (span.waitMs ?? 0);
    return { ...span, skippedMs, at: span.fromMs - shift };
  });
  const totalMs = Math.max(1, ...placed.map(({ at, sendMs, waitMs = 0 }) => at + sendMs + waitMs));
  const share = (part: number) => (part / totalMs) * 100;
  const rows = placed.map(({ at, sendMs, waitMs, skippedMs, measures }) => ({
    send: { left: share(at), width: share(sendMs) },
    measures,
    ...(waitMs === undefined ? {} : { wait: { left: share(at + sendMs), width: share(waitMs) } }),
    skippedMs,
  }));
  // With time left out, the axis would lie.
  const skipped = placed.reduce((sum, { skippedMs }) => sum + skippedMs, 0);
  return { rows, ticks: skipped === 0 ? ticksOf(totalMs) : [], elapsedMs: totalMs + skipped };
}

function spansOf(one: Try) {
  const fromMs = one.sentAtMs;
  if (one.state === 'sending') return { fromMs, sendMs: OPEN_MS, measures: [] };
  if (one.state !== 'answered') return { fromMs, sendMs: one.endedMs - fromMs, measures: [] };
  const { wait } = one;
  const { durationMs } = one.attempt.exchange;
  const sentMs = fromMs + durationMs;
  return {
    fromMs,
    sendMs: durationMs,
    measures: measuresOf(one),
    // A wait runs from the head of the answer, its bar from the end of the body.
    ...(wait ? { waitMs: Math.max(0, (wait.endedMs ?? wait.deadlineMs) - sentMs) } : {}),
  };
}

/** One after the other, up to the arrival of the head: a server tells how long each took, not when. */
function measuresOf({ sentAtMs, attempt }: Extract<Try, { state: 'answered' }>): Row['measures'] {
  const { result, durationMs, receivedAtMs } = attempt.exchange;
  if (result.kind !== 'answer' || durationMs <= 0) return [];
  const measures = serverTiming(result.headers['server-timing']).filter((one) => one.durationMs > 0);
  const sum = measures.reduce((total, one) => total + one.durationMs, 0);
  // Clocks differ: what a server measured may be more than what was seen here.
  const scale = Math.min(1, durationMs / Math.max(sum, 1e-9));
  const headMs = Math.min(durationMs, Math.max(sum * scale, receivedAtMs - sentAtMs));
  let atMs = headMs - sum * scale;
  return measures.map(({ name, durationMs: ms }) => {
    const left = (atMs / durationMs) * 100;
    atMs += ms * scale;
    return { name, durationMs: ms, left, width: ((ms * scale) / durationMs) * 100 };
  });
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const steps = [
  ...[1, 2, 5, 10, 20, 50, 100, 200, 500, second, 2 * second, 5 * second, 10 * second, 15 * second],
  ...[30 * second, minute, 2 * minute, 5 * minute, 10 * minute, 15 * minute, 30 * minute, hour, 2 * hour],
  ...[6 * hour, 12 * hour, 24 * hour],
];
const MOST_TICKS = 4;
/** In per cent: a label further right would not fit. */
const LAST_TICK = 88;

function ticksOf(totalMs: number): Waterfall['ticks'] {
  const step = steps.find((one) => totalMs / one <= MOST_TICKS) ?? totalMs / MOST_TICKS;
  return Array.from({ length: Math.floor(totalMs / step) + 1 }, (_, i) => ({
    at: ((i * step) / totalMs) * 100,
    label: i === 0 ? '0' : spanText(i * step),
  })).filter(({ at }) => at <= LAST_TICK);
}
