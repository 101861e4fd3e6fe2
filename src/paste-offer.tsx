// In: what is pasted into the editor. Out: where it looks like the answer of an API, the offer to decode it instead. The paste goes
// through as every other: an offer, not a hijack.
import { ScanSearch } from 'lucide-react';
import { type ClipboardEvent, useState } from 'react';
import { looksLikeAnswer } from './errors/decoder/looks-like-answer.ts';
import './paste-offer.css';

type Offer = { pasted: string; before: string };

export function usePasteOffer(
  text: string,
  replace: (text: string, label: string) => void,
  onDecode: (pasted: string) => void,
) {
  const [offer, setOffer] = useState<Offer>();
  return {
    shown: offer !== undefined,
    look: (event: ClipboardEvent) => {
      const pasted = event.clipboardData.getData('text/plain');
      setOffer(looksLikeAnswer(pasted) ? { pasted, before: text } : undefined);
    },
    decode: () => {
      if (!offer) return;
      setOffer(undefined);
      replace(offer.before, 'Take the pasted answer out');
      onDecode(offer.pasted);
    },
    keep: () => setOffer(undefined),
  };
}

export function PasteOffer({ onDecode, onKeep }: { onDecode: () => void; onKeep: () => void }) {
  return (
    <div className="paste-offer" role="status">
      <ScanSearch aria-hidden />
      <p>This looks like the answer of an API.</p>
      <button type="button" className="btn small" onClick={onDecode}>
        Decode it
      </button>
      <button type="button" className="btn quiet small" onClick={onKeep}>
        Keep as text
      </button>
    </div>
  );
}
