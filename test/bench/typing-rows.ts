// In: what typing into one chart was measured to take. Out: its rows of the table. Pure.
import type { Kind, Typing } from './measure-typing.ts';
import { spread } from './spread.ts';
import { ms } from './table.ts';

/** The promise: median from key to answer, and the longest task for a small chart. */
const ANSWER_MS = 150;
const LONG_TASK_MS = 50;

const head = ['ms', 'edits', 'median', 'p95', 'max', 'cpu', 'long tasks', 'longest', ''];

export function typingRows(heading: string, { kinds, idle, busyAtRest, tasksMs }: Typing): string[][] {
  return [
    [heading],
    head,
    ...kinds.map(kindRow),
    row('key without effect, two frames', idle),
    tasksRow(tasksMs),
    ['at rest, main thread busy', '', `${(busyAtRest * 100).toFixed(1)} %`],
    ...kinds.filter(({ name }) => name.startsWith('preview')).flatMap(stageRows),
  ];
}

function kindRow({ name, samples }: Kind): string[] {
  const measured = samples.map((sample) => sample.ms);
  const cpu = spread(samples.map(({ cpuMs }) => cpuMs)).median;
  const tasks = samples.flatMap(({ longTasks }) => longTasks);
  const cells = row(name, measured, { cpu: ms(cpu), tasks });
  return [...cells, spread(measured).median <= ANSWER_MS ? `≤ ${ANSWER_MS}` : `OVER ${ANSWER_MS}`];
}

/** The wall clock counts as long what other programs held up; this row does not. */
function tasksRow(tasksMs: readonly number[]): string[] {
  const long = tasksMs.filter((task) => task > LONG_TASK_MS);
  const longest = tasksMs.length === 0 ? '≤ 20' : ms(Math.max(...tasksMs));
  return ['tasks by processor time', '', '', '', '', '', String(long.length), longest];
}

type More = { cpu: string; tasks: readonly number[] };

function row(
  name: string,
  measured: readonly number[],
  { cpu, tasks }: More = { cpu: '', tasks: [] },
): string[] {
  const { count, median, p95, max } = spread(measured);
  const long = tasks.filter((task) => task > LONG_TASK_MS);
  return [
    name,
    String(count),
    ms(median),
    ms(p95),
    ms(max),
    cpu,
    String(long.length),
    long.length === 0 ? '–' : ms(Math.max(...long)),
  ];
}

/** Where the time to the preview went. The pause is the deliberate one, with the little that React does around it. */
function stageRows({ samples }: Kind): string[][] {
  const between = (from: 'read' | 'added' | 'drawn' | undefined, to: 'read' | 'added' | 'drawn' | 'shown') =>
    samples.map(({ seen }) => (seen[to] ?? Number.NaN) - (from ? (seen[from] ?? Number.NaN) : 0));
  return [
    row('  of it: reading, page', between(undefined, 'read')),
    row('  of it: pause', between('read', 'added')),
    row('  of it: drawing', between('added', 'drawn')),
    row('  of it: painting', between('drawn', 'shown')),
  ];
}
