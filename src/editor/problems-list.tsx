// In: problems of all sources. Out: the region "Problems": a list of buttons that jump to the place, and one quiet voice.
import { Check, CircleCheck, CircleX, Copy, Info, TriangleAlert } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { collapsed, type ListedProblem } from './collapse.ts';
import type { Problem } from './problem.ts';
import { useSpoken } from './spoken.ts';

export type ProblemsListProps = {
  problems: readonly Problem[];
  /** Leaf values of the text, for the empty state. */
  values: number;
  onJump: (problem: Problem) => void;
  /** What stands beside a line: a way to heal it. */
  beside?: (problem: Problem) => ReactNode;
};

const shown = 100;
/** Looking for fixes takes a while for each: those that are seen first get them. */
const healed = 20;
const words = { error: 'Error', warning: 'Warning', info: 'Hint' };
const icons = { error: CircleX, warning: TriangleAlert, info: Info };
const order = { error: 0, warning: 1, info: 2 };

const inOrder = (problems: readonly Problem[]) =>
  problems.toSorted((a, b) => order[a.severity] - order[b.severity] || a.range.start - b.range.start);

const counted = (count: number) => `${count.toLocaleString('en-US')} problem${count === 1 ? '' : 's'}`;

export function ProblemsList({ problems, values, onJump, beside }: ProblemsListProps) {
  const lines = collapsed(inOrder(problems));
  const live = problems.filter((problem) => !problem.stale).length;
  const spoken = useSpoken(live === 0 ? 'No problems' : counted(live));
  const worst = lines.find((line) => !line.problem.stale)?.problem.severity ?? 'none';
  return (
    <section className="problems" aria-label="Problems">
      <header className="problems-head">
        <h2>
          Problems <span className={`problems-count count-${worst}`}>{live.toLocaleString('en-US')}</span>
        </h2>
        {lines.length > 0 && <CopyAll lines={lines} />}
      </header>
      {lines.length === 0 ? (
        <p className="problems-none">
          <CircleCheck size={14} aria-hidden="true" />
          No problems. {values.toLocaleString('en-US')} value{values === 1 ? '' : 's'} checked.
        </p>
      ) : (
        <ol className="problems-list">
          {lines.slice(0, shown).map((line, index) => (
            <li key={keyOf(line)}>
              <Line line={line} onJump={onJump} />
              {index < healed && beside?.(line.problem)}
            </li>
          ))}
        </ol>
      )}
      {lines.length > shown && (
        <p className="problems-more">and {(lines.length - shown).toLocaleString('en-US')} more</p>
      )}
      <p className="problems-voice" role="status">
        {spoken}
      </p>
    </section>
  );
}

const keyOf = ({ problem }: ListedProblem) =>
  `${problem.range.start} ${problem.source} ${problem.path.join('.')} ${problem.message}`;

function Line({ line, onJump }: { line: ListedProblem; onJump: (problem: Problem) => void }) {
  const { problem, where } = line;
  const Icon = icons[problem.severity];
  return (
    <button
      type="button"
      className={`problem problem-${problem.severity}${problem.stale ? ' problem-stale' : ''}`}
      onClick={() => onJump(problem)}
    >
      <span className="problem-severity">
        <Icon size={14} aria-hidden="true" />
        {words[problem.severity]}
      </span>
      <span className="problem-text">
        <span className="problem-message">{problem.message}</span>
        {where && <code className="problem-path">{where}</code>}
        {problem.stale && <span className="problem-old">from an earlier request</span>}
      </span>
      <span className="problem-source">{problem.source}</span>
      <span className="problem-place">
        {problem.line}:{problem.column}
      </span>
    </button>
  );
}

/** `error 3:12 data.labels: At least 1 label is required [schema]`, one a line, all of them. */
const asText = (lines: readonly ListedProblem[]) =>
  lines
    .map(({ problem: p, where }) => {
      const path = where ? `${where}: ` : '';
      return `${p.severity} ${p.line}:${p.column} ${path}${p.message} [${p.source}]`;
    })
    .join('\n');

function CopyAll({ lines }: { lines: readonly ListedProblem[] }) {
  const [copied, setCopied] = useState(false);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(timer.current), []);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(asText(lines));
    } catch {
      return;
    }
    setCopied(true);
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setCopied(false), 2000);
  };
  const Icon = copied ? Check : Copy;
  return (
    <button type="button" className="problems-copy" onClick={copy}>
      <Icon size={14} aria-hidden="true" />
      {copied ? 'Copied' : 'Copy all'}
    </button>
  );
}
