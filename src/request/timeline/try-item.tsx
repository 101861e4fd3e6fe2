// In: one try of a call and where its bars stand. Out: its item in the list of attempts, with the wait after it; the rest is folded
// away until somebody wants it.
import { ChevronRight } from 'lucide-react';
import { waitReason } from '../../errors/wait-reason.ts';
import type { PastCall, Try } from './history.ts';
import { spanText, spokenSpan } from './span.ts';
import { Span, Told } from './span-text.tsx';
import { endWords, tryWords, waitWords } from './timeline-words.ts';
import type { Row } from './waterfall.ts';

type Props = { one: Try; number: number; call: PastCall; row: Row };

export function TryItem({ one, number, call, row }: Props) {
  const { status, code, tone, durationMs } = tryWords(one);
  const wait = one.state === 'answered' ? one.wait : undefined;
  const end = endWords(one, call);
  return (
    <li className={`try ${tone}`} data-state={one.state}>
      {row.skippedMs > 0 && (
        <p className="skipped">
          <Told seen={`${spanText(row.skippedMs)} later`} spoken={`${spokenSpan(row.skippedMs)} later`} />
        </p>
      )}
      <details>
        <summary>
          <ChevronRight aria-hidden className="turn" />
          <span className="number">
            <span className="visually-hidden">Attempt </span>
            {number}
          </span>{' '}
          <span className="status">{status}</span>{' '}
          {one.state === 'answered' ? <code>{code}</code> : <span>{code}</span>}{' '}
          <span className="took">{durationMs !== undefined && <Span ms={durationMs} />}</span>{' '}
          <Track row={row} how={wait?.how} />
        </summary>
        <Facts one={one} row={row} />
      </details>
      {wait && (
        <p className="then" data-wait={wait.how}>
          <Told seen={waitWords(wait)} spoken={waitWords(wait, spokenSpan)} />
        </p>
      )}
      {end && <p className="then">{end}</p>}
    </li>
  );
}

/** Says nothing that the words beside it do not say. */
function Track({ row: { send, measures, wait }, how }: { row: Row; how: string | undefined }) {
  const place = ({ left, width }: { left: number; width: number }) => ({
    left: `${left.toFixed(2)}%`,
    width: `${width.toFixed(2)}%`,
  });
  return (
    <span className="track" aria-hidden>
      {wait && <i className="wait" data-wait={how} style={place(wait)} />}
      <i className={measures.length > 0 ? 'send measured' : 'send'} style={place(send)}>
        {measures.map((one) => (
          <i key={one.name} data-measure={one.name} style={place(one)} />
        ))}
      </i>
    </span>
  );
}

function Facts({ one, row: { measures } }: Pick<Props, 'one' | 'row'>) {
  const { requestId } = tryWords(one);
  const facts: [name: string, value: React.ReactNode][] = [
    ['Sent', `${clock(one.sentAtMs)}${one.automatic ? ', automatically' : ''}`],
  ];
  if (requestId !== undefined) facts.push(['Request id', <code key="id">{requestId}</code>]);
  if (measures.length > 0)
    facts.push([
      'Server timing',
      <span key="timing" className="measures">
        {measures.map(({ name, durationMs }) => (
          <span key={name}>
            <i data-measure={name} aria-hidden /> {name} <Span ms={durationMs} />
          </span>
        ))}
      </span>,
    ]);
  if (one.state === 'answered' && one.wait) facts.push(['Why this wait', waitReason(one.wait.plan)]);
  return (
    <dl>
      {facts.map(([name, value]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

/** Local time, to the millisecond: for comparing with a log. */
function clock(epochMs: number): string {
  const date = new Date(epochMs);
  const two = (count: number) => String(count).padStart(2, '0');
  return `${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}.${String(date.getMilliseconds()).padStart(3, '0')}`;
}
