// In: problems and an offset. Out: the one that is meant there: around the caret, else on its line, else the next one. Pure.
import { lineOf, lineStarts, type Problem } from '../problem.ts';

export function problemAt(text: string, problems: readonly Problem[], offset: number): Problem | undefined {
  const live = problems.filter(({ stale, source }) => !stale && source !== 'server');
  // Errors before warnings; of two around the caret the narrower one.
  const weight = ({ severity, range }: Problem) =>
    (severity === 'error' ? 0 : 1e9) + (range.end - range.start);
  const best = (of: readonly Problem[]) => of.toSorted((a, b) => weight(a) - weight(b))[0];
  const around = live.filter(({ range }) => range.start <= offset && offset <= range.end);
  const line = lineOf(lineStarts(text), offset) + 1;
  return (
    best(around) ??
    best(live.filter((one) => one.line === line)) ??
    live.find(({ range }) => range.start >= offset) ??
    live[0]
  );
}
