// In: a span in ms, or words that contain spans. Out: short for the eye, in full words for whoever listens.
import { spanText, spokenSpan } from './span.ts';

export function Span({ ms }: { ms: number }) {
  return <Told seen={spanText(ms)} spoken={spokenSpan(ms)} />;
}

export function Told({ seen, spoken }: { seen: string; spoken: string }) {
  return (
    <>
      <span aria-hidden>{seen}</span>
      <span className="visually-hidden">{spoken}</span>
    </>
  );
}
