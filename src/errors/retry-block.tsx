// In: a call that waits, was stopped, or will never be tried again. Out: the countdown, the button it leads to, and the switch for
// automatic retries. Only the deadline is kept; every number shown is what is left of it.
import { RotateCw, X } from 'lucide-react';
import { useId, useState } from 'react';
import {
  type CallState,
  LONGEST_ALONE_MS,
  lastAttempt,
  MOST_AUTOMATIC,
  mayRetryAlone,
} from '../request/call.ts';
import { clockOfDay, remainingText } from '../request/remaining.ts';
import { useNow } from '../request/use-now.ts';
import { useOnline } from '../request/use-online.ts';
import { Countdown } from './countdown.tsx';
import { noRetry } from './describe.ts';
import { SpokenWait } from './spoken-wait.tsx';
import { waitReason } from './wait-reason.ts';
import './retry-block.css';

type Props = {
  call: CallState;
  automatic: boolean;
  onAutomatic: (on: boolean) => void;
  onRetry: () => void;
  onCancel: () => void;
};

export function RetryBlock(props: Props) {
  const attempt = lastAttempt(props.call);
  if (!attempt || attempt.plan.kind === 'never') return <p className="no-retry">{noRetry(attempt)}</p>;
  return <Retry {...props} />;
}

/** One button over all phases: whoever has the focus on it keeps it through wait, retry and the next refusal. */
function Retry({ call, automatic, onAutomatic, onRetry, onCancel }: Props) {
  const { phase, deadlineMs = 0, waitFromMs = 0 } = call;
  const plan = lastAttempt(call)?.plan;
  const waiting = phase === 'waiting' || phase === 'due';
  const long = deadlineMs - waitFromMs > LONGEST_ALONE_MS;
  const now = useNow(waiting && !long ? deadlineMs : undefined, 250);
  const leftMs = deadlineMs - now;
  const due = waiting && (phase === 'due' || leftMs <= 0);
  const alone = automatic && mayRetryAlone(call);
  const left = long ? `until ${clockOfDay(deadlineMs, now)}` : remainingText(leftMs);
  const ready = due || (!waiting && phase !== 'sending');
  const [asked, setAsked] = useState(0);
  const online = useOnline();
  const describedBy = useId();
  return (
    <fieldset
      className="retry-block"
      aria-label="Retry"
      onKeyDown={({ key }) => {
        if (key === 'Escape') onCancel();
      }}
    >
      {waiting && (
        <Countdown
          deadlineMs={deadlineMs}
          share={due ? 0 : Math.min(1, leftMs / Math.max(1, deadlineMs - waitFromMs))}
          text={due ? '0:00' : left}
          what={online ? whatFollows(due, alone) : 'waiting for network'}
        />
      )}
      <div className="moves">
        <button
          type="button"
          className="btn primary retry"
          aria-label={ready ? 'Retry now' : 'Retry request'}
          aria-describedby={describedBy}
          aria-disabled={!ready}
          onClick={() => (ready ? onRetry() : setAsked((count) => count + 1))}
        >
          <RotateCw aria-hidden />
          {phase === 'sending'
            ? 'Trying again…'
            : ready
              ? 'Retry now'
              : long
                ? 'Retry later'
                : `Retry in ${left}`}
        </button>
        {waiting && (
          <>
            <button type="button" className="btn" onClick={onCancel}>
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
          </>
        )}
      </div>
      <p className="note" id={describedBy}>
        {waiting && plan?.kind === 'wait' ? waitReason(plan, call.fromOtherTab) : endingText(call)}{' '}
        {call.held && 'The wait ended without a network, so nothing was sent. '}
        {waiting &&
          automatic &&
          !alone &&
          !long &&
          !call.held &&
          `Stopped retrying by itself after ${MOST_AUTOMATIC} tries. `}
        {waiting && !due && (
          <button type="button" className="link" title="May extend the wait" onClick={onRetry}>
            Try now anyway
          </button>
        )}
      </p>
      {waiting && (
        <SpokenWait key={deadlineMs} leftMs={leftMs} due={due && online} alone={alone} asked={asked} />
      )}
    </fieldset>
  );
}

function whatFollows(due: boolean, alone: boolean): string {
  if (due) return alone ? 'Trying again…' : 'Ready when you are';
  return alone ? 'until the next try, made automatically' : 'until a retry is allowed';
}

function endingText({ ending, attempts, phase }: CallState): string {
  if (phase === 'sending') return `Try ${attempts.length + 1} is under way.`;
  if (ending === 'edited') return 'The wait was cancelled because the chart changed.';
  if (ending === 'cancelled') return 'The wait was cancelled.';
  if (ending === 'gave-up') return `Stopped after ${attempts.length} tries.`;
  return 'Nothing is tried again by itself: whether the first try had an effect is not known.';
}
