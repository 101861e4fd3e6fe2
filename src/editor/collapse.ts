// In: problems. Out: the lines of the list, where the same sentence about sibling items of one array is one line.
import type { Path } from '#shared/sentences.ts';
import type { Problem } from './problem.ts';

export type ListedProblem = {
  /** The one to jump to. */
  problem: Problem;
  /** `data.datasets[0].data[3]`, or for several `data[0], data[3] … (4,998 more)`. Empty for the root. */
  where: string;
  /** How many problems the line stands for. */
  count: number;
};

/** `['data','datasets',0,'data']` → `data.datasets[0].data`. */
export const shownPath = (path: Path): string =>
  path
    .map((step, i) => (typeof step === 'number' ? `[${step}]` : i === 0 ? step : `.${step}`))
    .join('')
    .slice(0, 200);

/** Keeps the order of the first of each kind. */
export function collapsed(problems: readonly Problem[]): ListedProblem[] {
  const groups = new Map<string, Problem[]>();
  for (const [index, problem] of problems.entries()) {
    const key = siblingKey(problem) ?? `alone ${index}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  return [...groups.values()].flatMap((group): ListedProblem[] => {
    const [first, second] = group;
    if (!first) return [];
    return [{ problem: first, where: second ? together(group) : shownPath(first.path), count: group.length }];
  });
}

/** Two problems are siblings when their paths differ in nothing but the last index. */
function siblingKey({ path, message, severity, source, stale }: Problem): string | undefined {
  const at = path.findLastIndex((step) => typeof step === 'number');
  if (at < 0) return undefined;
  return JSON.stringify([severity, source, stale === true, message, path.with(at, '*')]);
}

function together(group: readonly Problem[]): string {
  const named = group.slice(0, 2).map(({ path }) => shortPath(path));
  const more = group.length - named.length;
  return more > 0 ? `${named.join(', ')} … (${more.toLocaleString('en-US')} more)` : named.join(', ');
}

/** From the array's own key on: the rest of the path is the same for all. */
function shortPath(path: Path): string {
  const at = path.findLastIndex((step) => typeof step === 'number');
  return shownPath(path.slice(Math.max(0, at - 1)));
}
