// In: a pasted link to a chart. Out: the offer to open the chart in its place, as one step that can be undone.
import { Link2 } from 'lucide-react';
import { useMemo } from 'react';
import { Offer } from '../../data/offers.tsx';
import type { Incoming } from '../../data/use-incoming.ts';
import type { Workbench } from '../../workbench.ts';
import { openLink } from './open-link.ts';

type Props = {
  incoming: Extract<Incoming, { before: string }>;
  bench: Workbench;
  /** Opens the dialog with the link. */
  onLook: (pasted: string) => void;
  onDone: () => void;
};

/** For `lazy`, which takes a default. */
export default function LinkOffer({ incoming: { text, before, where }, bench, onLook, onDone }: Props) {
  const opened = useMemo(() => openLink(text), [text]);
  const open = () => {
    if (!opened.ok) return;
    onDone();
    bench.replace(opened.text, 'Open the link');
    bench.reveal({ start: 0, end: 0 });
  };
  const look = () => {
    if (where === 'text' && bench.text !== before) bench.replace(before, 'Take the pasted link out');
    onDone();
    onLook(text);
  };
  return (
    <Offer
      icon={<Link2 aria-hidden />}
      says={opened.ok ? `${opened.what}: it holds a chart.` : opened.sentence}
      onEscape={onDone}
    >
      {opened.ok && (
        <button type="button" className="btn small" onClick={open}>
          Open the chart
        </button>
      )}
      <button type="button" className="btn quiet small" onClick={look}>
        Look first…
      </button>
      <button type="button" className="btn quiet small" onClick={onDone}>
        {where === 'text' ? 'Keep as text' : 'Not now'}
      </button>
    </Offer>
  );
}
