// In: what came in by paste or drop. Out: what may be made of it: decode an answer, take a table as the chart's data, open a chart.
// Offers only: whoever does not look at them has pasted a text.
import { FileDown, ScanSearch, TriangleAlert } from 'lucide-react';
import { lazy, type ReactNode, Suspense, useEffect, useEffectEvent, useRef, useState } from 'react';
import type { Workbench } from '../workbench.ts';
import { isChart, readFile } from './read-file.ts';
import { TableOffer } from './table-offer.tsx';
import type { Incoming } from './use-incoming.ts';
import './offers.css';

const LinkOffer = lazy(() => import('../share/open/link-offer.tsx'));

type Props = {
  bench: Workbench;
  incoming: Incoming | undefined;
  dragging: boolean;
  onDecode: (pasted: string) => void;
  onData: (pasted: string) => void;
  /** Opens the dialog for links with a text. */
  onLink: (pasted: string) => void;
  onDone: () => void;
};

export default function Offers({ bench, incoming, dragging, onDecode, onData, onLink, onDone }: Props) {
  return (
    <>
      {incoming?.kind === 'answer' && (
        <Offer
          icon={<ScanSearch aria-hidden />}
          says="This looks like the answer of an API."
          onEscape={onDone}
        >
          <button
            type="button"
            className="btn small"
            onClick={() => {
              onDone();
              if (incoming.where === 'text') bench.replace(incoming.before, 'Take the pasted answer out');
              onDecode(incoming.text);
            }}
          >
            Decode it
          </button>
          <button type="button" className="btn quiet small" onClick={onDone}>
            {incoming.where === 'text' ? 'Keep as text' : 'Not now'}
          </button>
        </Offer>
      )}
      {incoming?.kind === 'link' && (
        <Suspense fallback={null}>
          <LinkOffer key={incoming.id} incoming={incoming} bench={bench} onLook={onLink} onDone={onDone} />
        </Suspense>
      )}
      {incoming?.kind === 'table' && (
        <TableOffer key={incoming.id} incoming={incoming} bench={bench} onData={onData} onDone={onDone} />
      )}
      {incoming?.kind === 'file' && (
        <Dropped key={incoming.id} file={incoming.file} bench={bench} onData={onData} onDone={onDone} />
      )}
      {dragging && <Veil />}
    </>
  );
}

type OfferProps = { icon: ReactNode; says: ReactNode; children: ReactNode; onEscape: () => void };

/** A line above the text. The focus stays where it is. */
export function Offer({ icon, says, children, onEscape }: OfferProps) {
  const leave = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !document.querySelector('dialog[open], [popover]:popover-open')) onEscape();
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => leave(event);
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
  return (
    <div className="paste-offer">
      {icon}
      <p role="status">{says}</p>
      {children}
    </div>
  );
}

type DroppedProps = Pick<Props, 'bench' | 'onData' | 'onDone'> & { file: File };

/** A chart is opened as text; anything else may be a table, and the dialog says so when it is none. */
function Dropped({ file, bench, onData, onDone }: DroppedProps) {
  const [sentence, setSentence] = useState<string>();
  const arrived = useEffectEvent(async (dropped: File) => {
    const reading = await readFile(dropped);
    if (!reading.ok) return setSentence(reading.sentence);
    onDone();
    // The dialog reads the data out of a chart that is dropped onto it.
    if (isChart(reading.text) && !document.querySelector('dialog[open]'))
      bench.replace(reading.text.replace(/^\uFEFF/, ''), `Open ${reading.name}`);
    else onData(reading.text);
  });
  useEffect(() => void arrived(file), [file]);
  return (
    sentence && (
      <Offer icon={<TriangleAlert aria-hidden />} says={sentence} onEscape={onDone}>
        <button type="button" className="btn quiet small" onClick={onDone}>
          Close
        </button>
      </Offer>
    )
  );
}

/** Over everything, dialogs included: only the top layer is. */
function Veil() {
  const veil = useRef<HTMLDivElement>(null);
  useEffect(() => veil.current?.showPopover(), []);
  return (
    <div ref={veil} popover="manual" className="drop-veil">
      <p>
        <FileDown aria-hidden />
        Drop a table to use its data, or a chart to open it
        <small>CSV, TSV, JSON, Markdown or plain text. Nothing leaves this page.</small>
      </p>
    </div>
  );
}
