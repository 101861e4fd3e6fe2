// In: one refused attempt. Out: the card that explains it: what happened, whose move it is, what to change, when to retry.
import { CircleAlert, Clock, Copy, PenLine, ServerCrash } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Detail, Move } from '#shared/errors.ts';
import type { Attempt } from '../request/call.ts';
import { CopyButton } from '../share/copy-button.tsx';
import { describe, moveWords } from './describe.ts';
import { NetworkEvidence } from './network-evidence.tsx';
import './error-card.css';

const icons: Record<Move, typeof Clock> = { you: PenLine, wait: Clock, us: ServerCrash };

type Props = {
  attempt: Attempt;
  /** The chart was edited since this answer came: its places may have moved. */
  outdated: boolean;
  onJump: (detail: Detail) => void;
  /** The countdown and its buttons, where there is something to wait for. */
  retry: ReactNode;
  /** What else can be done with this answer, at the foot of the card. */
  actions?: ReactNode;
};

export function ErrorCard({ attempt, outdated, onJump, retry, actions }: Props) {
  const words = describe(attempt);
  if (!words) return null;
  const Icon = icons[words.move];
  return (
    <section className={`error-card ${words.move}`} aria-label="Error" data-error-code={words.code}>
      {/* Spoken at once: what happened and what it means. The rest is there to be read. */}
      <div className="told" role="alert">
        <header>
          <Icon aria-hidden className="icon" />
          <div>
            <h3>{words.title}</h3>
            <p className="meta">
              <code>{words.code}</code>
              <span>{words.status}</span>
              <span>{words.origin}</span>
            </p>
          </div>
          <span className="chip move">{moveWords[words.move]}</span>
        </header>
        <p>{words.meaning}</p>
      </div>
      <NetworkEvidence exchange={attempt.exchange} />
      {words.details.length > 0 && <Fields details={words.details} outdated={outdated} onJump={onJump} />}
      {words.facts.length > 0 && (
        <dl className="facts">
          {words.facts.map(({ name, value }) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <p className="fix">
        <strong>What to do</strong> {words.fix}
      </p>
      {retry}
      {words.departures.length > 0 && (
        <ul className="departures">
          {words.departures.map((departure) => (
            <li key={departure}>
              <CircleAlert aria-hidden /> {departure}
            </li>
          ))}
        </ul>
      )}
      <footer>
        {words.requestId && (
          <span className="request-id">
            Request id <code>{words.requestId}</code>
            <CopyButton
              className="btn quiet small icon"
              text={words.requestId}
              label="Copy request id"
              icon={<Copy aria-hidden />}
              bare
            />
          </span>
        )}
        {actions}
      </footer>
      <RawReply attempt={attempt} />
    </section>
  );
}

function Fields({
  details,
  outdated,
  onJump,
}: {
  details: readonly Detail[];
  outdated: boolean;
  onJump: Props['onJump'];
}) {
  return (
    <ul className="fields" aria-label="Fields to change">
      {details.slice(0, 20).map((detail) => (
        <li key={`${detail.path} ${detail.message}`}>
          <button type="button" onClick={() => onJump(detail)} title="Show in the editor">
            <code>{detail.path || 'chart'}</code>
            <span>{detail.message}</span>
          </button>
        </li>
      ))}
      {details.length > 20 && <li className="more">and {details.length - 20} more</li>}
      {outdated && <li className="more">The chart was edited since: places may have moved.</li>}
    </ul>
  );
}

/** As it came, as text: what a proxy sends is never drawn as a page. */
function RawReply({ attempt: { exchange } }: { attempt: Attempt }) {
  const { result } = exchange;
  if (result.kind !== 'answer') return null;
  const head = Object.entries(result.headers).map(([name, value]) => `${name}: ${value}`);
  const body =
    result.body === null ? `(${result.bytes} bytes that are not text)` : result.body.slice(0, 20_000);
  return (
    <details className="raw">
      <summary>Raw reply</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard */}
      <pre className="verbatim" tabIndex={0}>
        {[`HTTP ${result.status} ${result.statusText}`, ...head, '', body].join('\n')}
      </pre>
    </details>
  );
}
