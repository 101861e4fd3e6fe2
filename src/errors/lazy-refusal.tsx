// In: what a refusal's card needs. Out: the card, from a part of the page that is fetched ahead of need; where that could not be
// fetched, the same in two sentences.
import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { errorRow } from '#shared/errors.ts';
import type { RefusalProps } from './refusal.tsx';

type Card = ComponentType<RefusalProps>;

let fetched: Card | undefined;
const load = async (): Promise<{ default: Card }> => {
  const part = await import('./refusal.tsx');
  fetched = part.default;
  return part;
};

const Refusal = lazy(() => load().catch(() => ({ default: PlainRefusal })));

/** By then the preview stands; fetched earlier, the card would take its place on the line. */
const AHEAD_AFTER_MS = 1500;

/** Fetches the card once the page is there. */
export function useRefusalAhead(): void {
  useEffect(() => {
    // A failure shows when the card is wanted.
    const timer = setTimeout(() => load().catch(() => undefined), AHEAD_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
}

export function LazyRefusal(props: RefusalProps) {
  // What is there already is shown at once: `lazy` would hold even that back for some frames.
  const [Shown] = useState(() => fetched ?? Refusal);
  return (
    <Suspense fallback={null}>
      <Shown {...props} />
    </Suspense>
  );
}

function PlainRefusal({ attempt: { verdict } }: RefusalProps) {
  if (verdict.kind === 'success') return null;
  const code = verdict.kind === 'undocumented' ? 'internal_error' : verdict.code;
  const { title, meaning } = errorRow(code);
  return (
    <p role="alert" data-error-code={code}>
      <strong>{title}.</strong> {meaning}
    </p>
  );
}
