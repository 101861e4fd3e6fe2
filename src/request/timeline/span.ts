// In: a span of time in ms. Out: how it is written (`312 ms`, `1.4 s`, `2 min 5 s`) and how it is spoken. Pure.

type Unit = readonly [short: string, word: string];
const ms: Unit = ['ms', 'millisecond'];
const s: Unit = ['s', 'second'];
const min: Unit = ['min', 'minute'];
const h: Unit = ['h', 'hour'];
const d: Unit = ['d', 'day'];

/** At most two units, rounded to what matters at that length. */
function partsOf(spanMs: number): [number, Unit][] {
  if (spanMs < 999.5) return [[Math.round(spanMs), ms]];
  if (spanMs < 9950) return [[Math.round(spanMs / 100) / 10, s]];
  const seconds = Math.round(spanMs / 1000);
  if (seconds < 60) return [[seconds, s]];
  if (seconds < 3600) return both(seconds, 60, min, s);
  const minutes = Math.round(seconds / 60);
  return minutes < 1440 ? both(minutes, 60, h, min) : both(Math.round(minutes / 60), 24, d, h);
}

function both(total: number, size: number, large: Unit, small: Unit): [number, Unit][] {
  const rest = total % size;
  return [[Math.floor(total / size), large], ...(rest > 0 ? [[rest, small] as [number, Unit]] : [])];
}

export const spanText = (spanMs: number): string =>
  partsOf(Math.max(0, spanMs))
    .map(([count, [short]]) => `${count} ${short}`)
    .join(' ');

export const spokenSpan = (spanMs: number): string =>
  partsOf(Math.max(0, spanMs))
    .map(([count, [, word]]) => `${count} ${word}${count === 1 ? '' : 's'}`)
    .join(' ');
