// In: problems. Out: what is drawn into the text, at most 100, and the next problem to walk to. Pure.
import type { Problem } from './problem.ts';

/** More underlines than this are wallpaper; the list counts them all. */
const most = 100;
const order = { error: 0, warning: 1, info: 2 };

/** The problems to underline, the worst first, without those of an earlier text. */
export const drawn = (problems: readonly Problem[]): Problem[] =>
  problems
    .filter((problem) => !problem.stale)
    .toSorted((a, b) => order[a.severity] - order[b.severity])
    .slice(0, most);

/** The nearest problem after (or before) the caret, round the end; the one under the selection counts as visited. */
export function nextProblem(
  problems: readonly Problem[],
  caret: number,
  direction: 1 | -1,
): Problem | undefined {
  const sorted = problems.filter((p) => !p.stale).toSorted((a, b) => a.range.start - b.range.start);
  return direction > 0
    ? (sorted.find(({ range }) => range.start > caret) ?? sorted[0])
    : (sorted.findLast(({ range }) => range.start < caret) ?? sorted.at(-1));
}
