// In: what is wrong and where. Out: one problem as the list, the markers and F8 read it, with its line and column.
import type { Path } from '#shared/sentences.ts';

/** UTF-16 offsets into the text, `end` exclusive. */
export type TextRange = { start: number; end: number };

export type Problem = {
  severity: 'error' | 'warning' | 'info';
  source: 'syntax' | 'schema' | 'server' | 'render';
  /** Keys and array indices; `[]` is the root, or a place that the parser could not name. */
  path: Path;
  message: string;
  range: TextRange;
  /** Both count from 1, in UTF-16 units, as editors show them. */
  line: number;
  column: number;
  /** Told about an earlier text: listed greyed, never underlined. */
  stale?: boolean;
};

export type ProblemParts = Omit<Problem, 'line' | 'column'>;

/**
 * A maker for the problems of one text: keeps every range inside it and gives it at least one character where the text has
 * one, because nobody sees an empty underline.
 */
export function problemMaker(text: string): (parts: ProblemParts) => Problem {
  const starts = lineStarts(text);
  return (parts) => {
    const range = visible(parts.range, text);
    const line = lineOf(starts, range.start);
    return { ...parts, range, line: line + 1, column: range.start - (starts[line] ?? 0) + 1 };
  };
}

function visible({ start, end }: TextRange, text: string): TextRange {
  const from = Math.min(Math.max(0, start), text.length);
  const to = Math.min(Math.max(from, end), text.length);
  if (to > from) return { start: from, end: to };
  if (from < text.length && text[from] !== '\n') return { start: from, end: from + 1 };
  let last = from;
  while (last > 0 && /\s/.test(text[last - 1] ?? '')) last--;
  return last > 0 ? { start: last - 1, end: last } : { start: 0, end: Math.min(1, text.length) };
}

/** Offsets at which the lines begin. `\n`, `\r\n` and `\r` end a line. */
export function lineStarts(text: string): number[] {
  const starts = [0];
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 10 || (unit === 13 && text.charCodeAt(i + 1) !== 10)) starts.push(i + 1);
  }
  return starts;
}

/** The line (from 0) that holds an offset, by halving. */
export function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
