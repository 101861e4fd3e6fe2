// In: what is left of a wait. Out: the few sentences worth speaking: start, 30 s, 10 s, ready, and when somebody asks. Never one a
// second. A new wait is a new instance.
import { useRef } from 'react';
import { spokenRemaining } from '../request/remaining.ts';

type Wait = {
  leftMs: number;
  due: boolean;
  alone: boolean /** How often the button was pressed too early. */;
  asked: number;
};

const marks = [10_000, 30_000];

export function SpokenWait({ leftMs, due, alone, asked }: Wait) {
  const said = useRef({ text: '', step: Number.POSITIVE_INFINITY });
  const answered = useRef({ asked, text: '' });
  const step = due ? 0 : (marks.find((mark) => leftMs <= mark) ?? Number.MAX_SAFE_INTEGER);
  if (step < said.current.step) {
    const first = said.current.step === Number.POSITIVE_INFINITY;
    said.current = { step, text: sentenceFor(first, due, leftMs, alone) };
    answered.current.text = '';
  }
  if (asked !== answered.current.asked)
    answered.current = { asked, text: `${spokenRemaining(leftMs)} left.` };
  return (
    <span className="visually-hidden" role="status">
      {answered.current.text || said.current.text}
    </span>
  );
}

function sentenceFor(first: boolean, due: boolean, leftMs: number, alone: boolean): string {
  if (due) return alone ? 'Trying again.' : 'Retry is possible now.';
  const span = spokenRemaining(leftMs);
  if (!first) return `${span} left.`;
  return `Retry possible in ${span}. Automatic retry is ${alone ? 'on' : 'off'}.`;
}
