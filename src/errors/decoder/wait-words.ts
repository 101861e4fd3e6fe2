// In: when a pasted wait ends, and the present. Out: the sentence a person reads for it. Pure.
import { clockOfDay, spokenRemaining } from '../../request/remaining.ts';
import { waitReason } from '../wait-reason.ts';
import type { PastedWait } from './wait.ts';

export type WaitWords = {
  /** When it ends, or ended. */
  headline: string;
  /** How that is known. */
  reason: string;
};

/** Undefined where waiting is not the matter. */
export function waitWords(wait: PastedWait, now: number): WaitWords | undefined {
  if (wait.kind === 'none') return undefined;
  if (wait.kind === 'by-hand')
    return {
      headline: 'Nothing says when to try again',
      reason: 'Whether the first try had an effect is not known: try once more by hand.',
    };
  const reason = waitReason(wait.plan);
  if (wait.kind === 'unknown')
    return {
      headline: `Wait ${spokenRemaining(wait.waitMs)} from the moment the answer came`,
      reason: `${reason} The paste has no Date header, so nobody can say when that was.`,
    };
  const { endsAtMs } = wait;
  const at = clockOfDay(endsAtMs, now);
  return endsAtMs <= now
    ? { headline: `The wait ended ${ago(now - endsAtMs)} ago, at ${at}`, reason }
    : { headline: `The wait ends at ${at}, in ${spokenRemaining(endsAtMs - now)}`, reason };
}

/** `3 minutes`, `2 hours`, `5 days`: whole units, rounded down. */
function ago(ms: number): string {
  const units: [number, string][] = [
    [86_400_000, 'day'],
    [3_600_000, 'hour'],
    [60_000, 'minute'],
  ];
  const [size, word] = units.find(([unit]) => ms >= unit) ?? [1000, 'second'];
  const count = Math.max(1, Math.floor(ms / size));
  return `${count} ${word}${count === 1 ? '' : 's'}`;
}
