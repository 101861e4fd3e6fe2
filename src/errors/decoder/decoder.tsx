// In: what to do with a field, a chart or a code. Out: the panel that explains any answer that is pasted into it.
import { ClipboardPaste } from 'lucide-react';
import { useState } from 'react';
import type { Detail, ErrorCode } from '#shared/errors.ts';
import { MASK } from '#shared/secrets/secret-shapes.ts';
import { type Decoded, decode } from './decode.ts';
import { DecodedView } from './decoded-view.tsx';
import { PasteBox } from './paste-box.tsx';
import { headline, removedText } from './pasted-words.ts';
import { pasteSamples } from './samples.ts';
import './decoder.css';

type Props = {
  /** Shows a field in the editor. `chart` is the text that was sent, where it came along: its places are the right ones. */
  onJump: (detail: Detail, chart: string | undefined) => void;
  onLoad: (chart: string) => void;
  onReproduce: (code: ErrorCode) => void;
  /** Which codes can be provoked here; all of them when left out. */
  canReproduce?: (code: ErrorCode) => boolean;
  /** A paste that arrives from elsewhere, such as the editor. Raw: it is redacted before it is shown. */
  initial?: string;
};

type Pasted = {
  decoded: Decoded;
  /** Secrets taken out of what stands in the box: those that were masked before it was edited count as well. */
  removed: number;
  atMs: number;
};

const pastedFrom = (raw: string, before: Pasted | undefined): Pasted | undefined => {
  if (raw === '') return undefined;
  const atMs = Date.now();
  const decoded = decode(raw, atMs);
  // A text without a mask has nothing in it of the one before.
  const kept = before && raw.includes(MASK) ? before.removed : 0;
  return { decoded, removed: decoded.removed + kept, atMs };
};

export function Decoder({ onJump, onLoad, onReproduce, canReproduce, initial = '' }: Props) {
  const [pasted, setPasted] = useState(() => pastedFrom(initial, undefined));
  const take = (raw: string) => setPasted((before) => pastedFrom(raw, before));
  return (
    <section className="panel decoder" aria-label="Decoder">
      <div className="panel-head">
        <h2>Decode a response</h2>
      </div>
      <div className="decoder-body">
        <PasteBox text={pasted?.decoded.text ?? ''} onText={take} onClear={() => setPasted(undefined)} />
        <p className="visually-hidden" role="status">
          {pasted ? spoken(pasted) : ''}
        </p>
        {pasted ? (
          <DecodedView
            decoded={pasted.decoded}
            removed={pasted.removed}
            atMs={pasted.atMs}
            onJump={onJump}
            onLoad={onLoad}
            onReproduce={onReproduce}
            canReproduce={canReproduce}
          />
        ) : (
          <Empty onPick={(text) => setPasted(pastedFrom(text, undefined))} />
        )}
      </div>
    </section>
  );
}

const spoken = ({ decoded, removed }: Pasted): string =>
  `${headline(decoded)}. ${removed === 0 ? 'No secrets were found.' : removedText(removed)}`;

function Empty({ onPick }: { onPick: (text: string) => void }) {
  return (
    <div className="decoder-empty">
      <ClipboardPaste aria-hidden />
      <p>What the answer means appears here.</p>
      <fieldset aria-label="Samples">
        {pasteSamples(Date.now()).map(({ name, text }) => (
          <button key={name} type="button" className="btn small" onClick={() => onPick(text)}>
            {name}
          </button>
        ))}
      </fieldset>
    </div>
  );
}
