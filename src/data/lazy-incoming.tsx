// In: the document. Out: an offer for what was pasted, and a veil while a file is held over the page; fetched when there is something.
import { lazy, Suspense } from 'react';
import type { Workbench } from '../workbench.ts';
import { useIncoming } from './use-incoming.ts';

const Offers = lazy(() => import('./offers.tsx').catch(() => ({ default: Nothing })));

type Props = {
  bench: Workbench;
  hidden: boolean;
  onDecode: (pasted: string) => void;
  /** Opens the dialog with a text. */
  onData: (pasted: string) => void;
  onLink: (pasted: string) => void;
};

export function LazyIncoming({ bench, hidden, onDecode, onData, onLink }: Props) {
  const { incoming, dragging, clear } = useIncoming(bench.text, !hidden);
  if (!incoming && !dragging) return null;
  return (
    <Suspense fallback={null}>
      <Offers
        bench={bench}
        incoming={incoming}
        dragging={dragging}
        onDecode={onDecode}
        onData={onData}
        onLink={onLink}
        onDone={clear}
      />
    </Suspense>
  );
}

const Nothing = () => <></>;
