// In: the calls so far and the chosen one. Out: a compact list of them, the newest first, to choose from.
import type { History } from './history.ts';
import { countOf, outcomeWords, statusRun } from './timeline-words.ts';

type Props = { history: History; chosen: number; onChoose: (id: number) => void };

export function CallList({ history, chosen, onChoose }: Props) {
  return (
    <details className="timeline-calls">
      <summary>Earlier calls ({history.length - 1})</summary>
      <ul aria-label="Calls">
        {history.toReversed().map(({ id, method, tries, startedMs, outcome }) => (
          <li key={id}>
            <button type="button" aria-pressed={id === chosen} onClick={() => onChoose(id)}>
              <time dateTime={new Date(startedMs).toISOString()}>
                {new Date(startedMs).toLocaleTimeString([], { hour12: false })}
              </time>{' '}
              <span className="method">{method}</span> <span className="run">{statusRun(tries)}</span>{' '}
              <span className="outcome">
                {countOf(tries.length, 'attempt')}, {outcomeWords[outcome]}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </details>
  );
}
