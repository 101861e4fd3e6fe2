// In: text and problems. Out: the layer behind the plain editor: tinted lines and underlines at the exact letters.
import { drawn } from './markers.ts';
import { lineStarts, type Problem } from './problem.ts';

/** Beyond this an underline would need thousands of invisible letters before it; the tinted line is enough. */
const longestLead = 2000;

type Mark = { problem: Problem; line: number; lead: string; marked: string };

function marksOf(text: string, problems: readonly Problem[]): Mark[] {
  const starts = lineStarts(text);
  return drawn(problems).map((problem) => {
    const { range, line, column } = problem;
    const lineEnd = (starts[line] ?? text.length + 1) - 1;
    const end = Math.min(range.end, lineEnd, range.start + longestLead);
    const near = column <= longestLead;
    return {
      problem,
      line: line - 1,
      lead: near ? text.slice(range.start - column + 1, range.start) : '',
      marked: near ? text.slice(range.start, Math.max(end, range.start)) : '',
    };
  });
}

/** Both layers are for the eye only: the list of problems says the same in words. */
export function PlainMarks({ text, problems }: { text: string; problems: readonly Problem[] }) {
  return (
    <div className="plain-marks" aria-hidden="true">
      {marksOf(text, problems).map(({ problem, line, lead, marked }) => (
        <div
          key={`${problem.range.start} ${problem.source} ${problem.message}`}
          className={`plain-mark plain-${problem.severity}`}
          style={{ top: `calc(var(--editor-line) * ${line})` }}
        >
          <span className="plain-letters">
            {lead}
            <span className="plain-underline">{marked}</span>
          </span>
        </div>
      ))}
    </div>
  );
}

/** Line numbers; a number with a problem is a coloured mark with the sentence as its title. */
export function PlainGutter({ text, problems }: { text: string; problems: readonly Problem[] }) {
  const count = lineStarts(text).length;
  return (
    <div className="plain-gutter" aria-hidden="true">
      <div className="plain-gutter-scroll">
        <pre>{Array.from({ length: count }, (_, index) => index + 1).join('\n')}</pre>
        {firstOfEachLine(drawn(problems)).map((problem) => (
          <span
            key={problem.line}
            className={`plain-dot plain-${problem.severity}`}
            style={{ top: `calc(var(--editor-line) * ${problem.line - 1})` }}
            title={problem.message}
          >
            {problem.line}
          </span>
        ))}
      </div>
    </div>
  );
}

const firstOfEachLine = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.toReversed().map((problem) => [problem.line, problem])).values(),
];
