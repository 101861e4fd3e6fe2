// In: what is left of a wait. Out: the few sentences worth speaking: start, 30 s, 10 s, ready. Never one a second.
import { useRef } from 'react';
import { spokenRemaining } from '../request/remaining.ts';

type Wait = { leftMs: number; due: boolean; alone: boolean; asked: number };

export function useSpokenWait({ leftMs, due, alone, asked }: Wait): { text: string; askedLeftMs: number } {
  const said = useRef({ text: '', step: Number.POSITIVE_INFINITY });
  const answered = useRef({ asked: 0, leftMs: 0 });
  if (asked !== answered.current.asked) answered.current = { asked, leftMs };
  const step = due ? 0 : ([10_000, 30_000].find((mark) => leftMs <= mark) ?? 100_000);
  if (step < said.current.step) {
    const first = said.current.step === Number.POSITIVE_INFINITY;
    said.current = { step, text: sentenceFor(first, due, leftMs, alone) };
  }
  return { text: said.current.text, askedLeftMs: answered.current.leftMs };
}

function sentenceFor(first: boolean, due: boolean, leftMs: number, alone: boolean): string {
  if (due) return alone ? 'Trying again.' : 'Retry is possible now.';
  const span = spokenRemaining(leftMs);
  if (!first) return `${span} left.`;
  return `Retry possible in ${span}. Automatic retry is ${alone ? 'on' : 'off'}.`;
}
