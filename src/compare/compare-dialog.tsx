// In: the document. Out: a dialog with the chart as this browser draws it beside what the server sends: one over the other, side by
// side, or only what differs; with the number of pixels and the likeliest cause.
import { Copy, RotateCw } from 'lucide-react';
import { useState } from 'react';
import { PixelCanvas } from '../pixel-canvas.tsx';
import { Sheet } from '../sheet.tsx';
import type { SurfaceProps } from '../surfaces.tsx';
import { CopyPicture } from './copy-picture.tsx';
import { Facts } from './facts.tsx';
import { Swipe } from './swipe.tsx';
import { type Comparison, useComparison } from './use-comparison.ts';
import './compare.css';

const modes = { swipe: 'Swipe', sides: 'Side by side', difference: 'Difference' } as const;
type Mode = keyof typeof modes;

/** Largest step in one channel that is let pass: nothing, or a tenth, which is where people begin to see it. */
const tolerances = { 0: 'Exact', 26: 'Visible' } as const;

/** For `lazy`, which takes a default. */
export default function CompareDialog({ bench, open, onClose }: SurfaceProps) {
  const [mode, setMode] = useState<Mode>('swipe');
  const [tolerance, setTolerance] = useState(26);
  const { comparison, again } = useComparison(bench, open, tolerance);
  const valid = bench.draft.ok;
  return (
    <Sheet
      title="Compare"
      hint="What you see here against what the server sends."
      size="wide"
      open={open}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn" onClick={again} disabled={!valid}>
            <RotateCw aria-hidden /> Compare again
          </button>
          {comparison.state === 'done' && comparison.map && (
            <CopyPicture label="Copy difference" icon={<Copy aria-hidden />} pixels={comparison.map} />
          )}
        </>
      }
    >
      <div className="compare">
        <div className="compare-choices">
          <Segments name="View" options={modes} value={mode} onValue={setMode} />
          <Segments
            name="Tolerance"
            options={tolerances}
            value={String(tolerance) as '0'}
            onValue={(next) => setTolerance(Number(next))}
          />
        </div>
        <div className="compare-stage" aria-busy={comparison.state === 'waiting'}>
          {!valid && <p className="compare-word">The chart has problems: mend them, then compare.</p>}
          {valid && <Stage comparison={comparison} mode={mode} onAgain={again} />}
        </div>
        {valid && comparison.state === 'done' && <Facts {...comparison} tolerance={tolerance} />}
      </div>
    </Sheet>
  );
}

function Stage({ comparison, mode, onAgain }: { comparison: Comparison; mode: Mode; onAgain: () => void }) {
  if (comparison.state === 'none' || comparison.state === 'waiting')
    return <p className="compare-word">Asking the server…</p>;
  if (comparison.state === 'failed')
    return (
      <div className="compare-word" role="alert">
        <p>{comparison.sentence}</p>
        <button type="button" className="btn small" onClick={onAgain}>
          Try again
        </button>
      </div>
    );
  const { pair, map, spec } = comparison;
  const name = `${spec.width} × ${spec.height} px`;
  if (mode === 'swipe') return <Swipe browser={pair.browser} server={pair.server} />;
  if (mode === 'difference')
    return map ? (
      <PixelCanvas pixels={map} label="What differs: orange a little, violet much" />
    ) : (
      <p className="compare-word">Two pictures of different sizes cannot be laid over each other.</p>
    );
  return (
    <div className="compare-sides">
      <figure>
        <PixelCanvas pixels={pair.browser} label={`This browser, ${name}`} />
        <figcaption>This browser</figcaption>
      </figure>
      <figure>
        <PixelCanvas pixels={pair.server} label={`The server, ${name}`} />
        <figcaption>The server, as {pair.format.toUpperCase()}</figcaption>
      </figure>
    </div>
  );
}

function Segments<T extends string>({
  name,
  options,
  value,
  onValue,
}: {
  name: string;
  options: Readonly<Record<T, string>>;
  value: T;
  onValue: (value: T) => void;
}) {
  return (
    <fieldset className="segmented" aria-label={name}>
      {(Object.keys(options) as T[]).map((option) => (
        <button key={option} type="button" aria-pressed={option === value} onClick={() => onValue(option)}>
          {options[option]}
        </button>
      ))}
    </fieldset>
  );
}
