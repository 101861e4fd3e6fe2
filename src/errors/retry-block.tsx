// In: a call that waits, or has given up. Out: the countdown, the button it leads to, and the switch for automatic retries.
// Only the deadline is kept; every number shown is what is left of it.
import { RotateCw, X } from 'lucide-react';
import { useRef, useState } from 'react';
import {
  type CallState,
  LONGEST_ALONE_MS,
  lastAttempt,
  MOST_AUTOMATIC,
  mayRetryAlone,
} from '../request/call.ts';
import { clockOfDay, remainingText, spokenRemaining } from '../request/remaining.ts';
import { useNow } from '../request/use-now.ts';
import { useSpokenWait } from './spoken-wait.ts';
import { waitReason } from './wait-reason.ts';
import './retry-block.css';

type Props = {
  call: CallState;
  automatic: boolean;
  onAutomatic: (on: boolean) => void;
  onRetry: () => void;
  onCancel: () => void;
};

export function RetryBlock({ call, automatic, onAutomatic, onRetry, onCancel }: Props) {
  const { phase, deadlineMs } = call;
  const plan = lastAttempt(call)?.plan;
  if (plan?.kind === 'never' || !plan)
    return <p className="no-retry">Retrying will not help: the request itself must change.</p>;
  if (phase === 'waiting' || phase === 'due')
    return <Waiting key={deadlineMs} {...{ call, automatic, onAutomatic, onRetry, onCancel }} />;
  return (
    <div className="retry-block">
      <button type="button" className="button primary" onClick={onRetry} disabled={phase === 'sending'}>
        <RotateCw aria-hidden /> {phase === 'sending' ? 'Trying again…' : 'Retry now'}
      </button>
      <p className="note">{endingText(call)}</p>
    </div>
  );
}

function endingText({ ending, attempts, phase }: CallState): string {
  if (phase === 'sending') return `Try ${attempts.length + 1}`;
  if (ending === 'edited') return 'The wait was cancelled because the chart changed.';
  if (ending === 'cancelled') return 'The wait was cancelled.';
  if (ending === 'gave-up') return `Stopped after ${attempts.length} tries.`;
  return 'Nothing is tried again by itself: whether the first try had an effect is not known.';
}

function Waiting({ call, automatic, onAutomatic, onRetry, onCancel }: Props) {
  const { phase, deadlineMs = 0, waitFromMs = 0 } = call;
  const plan = lastAttempt(call)?.plan;
  const now = useNow(deadlineMs - waitFromMs > LONGEST_ALONE_MS ? undefined : deadlineMs, 250);
  const leftMs = deadlineMs - now;
  const due = phase === 'due' || leftMs <= 0;
  const alone = automatic && mayRetryAlone(call);
  const [asked, setAsked] = useState(0);
  const block = useRef<HTMLFieldSetElement>(null);
  const spoken = useSpokenWait({ leftMs, due, alone, asked });
  const long = deadlineMs - waitFromMs > LONGEST_ALONE_MS;
  const share = due ? 0 : Math.min(1, leftMs / Math.max(1, deadlineMs - waitFromMs));
  return (
    <fieldset
      className="retry-block"
      ref={block}
      aria-label="Retry"
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      <div className="countdown">
        <span
          className="time"
          role="timer"
          aria-label="Time until the next try"
          data-deadline={new Date(deadlineMs).toISOString()}
        >
          {due ? '0:00' : long ? clockOfDay(deadlineMs, now) : remainingText(leftMs)}
        </span>
        <span className="what">
          {due
            ? alone
              ? 'Trying again…'
              : 'Ready when you are'
            : alone
              ? 'until the next try, made automatically'
              : 'until a retry is allowed'}
        </span>
        <span className="bar" aria-hidden>
          <i style={{ transform: `scaleX(${share})` }} />
        </span>
      </div>
      <div className="moves">
        <button
          type="button"
          className="button primary retry"
          aria-disabled={!due}
          onClick={() => (due ? onRetry() : setAsked((count) => count + 1))}
        >
          <RotateCw aria-hidden />
          <span>
            {due ? 'Retry now' : 'Retry'}
            {!due && <span aria-hidden>{long ? ' later' : ` in ${remainingText(leftMs)}`}</span>}
          </span>
        </button>
        <button type="button" className="button" onClick={onCancel}>
          <X aria-hidden /> Cancel
        </button>
        <label className="switch">
          <input
            type="checkbox"
            role="switch"
            aria-checked={automatic}
            checked={automatic}
            onChange={({ target }) => onAutomatic(target.checked)}
          />
          Retry automatically
        </label>
      </div>
      <p className="note">
        {plan?.kind === 'wait' && waitReason(plan)}{' '}
        {automatic &&
          !mayRetryAlone(call) &&
          !long &&
          `Stopped retrying by itself after ${MOST_AUTOMATIC} tries. `}
        {!due && (
          <button type="button" className="link" title="May extend the wait" onClick={onRetry}>
            Try now anyway
          </button>
        )}
      </p>
      <span className="visually-hidden" role="status">
        {asked > 0 && !due ? `${spokenRemaining(spoken.askedLeftMs)} left.` : spoken.text}
      </span>
    </fieldset>
  );
}
