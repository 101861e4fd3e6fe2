// In: the document. Out: a dialog that tells how the picture reaches people who do not see it, or see it differently: words,
// colours, four kinds of vision, and the numbers as a table.
import { useState } from 'react';
import { altText } from '#shared/alt-text.ts';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { setValue } from '../editor/edit-value.ts';
import { Sheet } from '../sheet.tsx';
import type { SurfaceProps } from '../surfaces.tsx';
import type { Workbench } from '../workbench.ts';
import { AltWords } from './alt-words.tsx';
import { ColourReport } from './colour-report.tsx';
import { DataTable } from './data-table.tsx';
import { Visions } from './visions.tsx';
import './check.css';

const parts = {
  colours: 'Colours',
  vision: 'Colour vision',
  words: 'In words',
  table: 'Data table',
} as const;
type Part = keyof typeof parts;

/** For `lazy`, which takes a default. */
export default function CheckDialog({ bench, open, onClose }: SurfaceProps) {
  const [part, setPart] = useState<Part>('colours');
  const spec = bench.lastGood;
  return (
    <Sheet
      title="Check"
      hint="How the picture reaches people who do not see it, or see it differently."
      size="wide"
      open={open}
      onClose={onClose}
    >
      {!spec && <p className="check-empty">There is no chart to check yet.</p>}
      {spec && open && (
        <div className="check">
          {!bench.draft.ok && (
            <p className="check-stale">The chart has problems: this is its last valid version.</p>
          )}
          <fieldset className="segmented" aria-label="Part">
            {(Object.keys(parts) as Part[]).map((one) => (
              <button key={one} type="button" aria-pressed={one === part} onClick={() => setPart(one)}>
                {parts[one]}
              </button>
            ))}
          </fieldset>
          <Shown part={part} spec={spec} bench={bench} />
        </div>
      )}
    </Sheet>
  );
}

function Shown({ part, spec, bench }: { part: Part; spec: ChartSpec; bench: Workbench }) {
  if (part === 'vision') return <Visions spec={spec} />;
  if (part === 'words') return <AltWords words={altText(spec)} />;
  if (part === 'table') return <DataTable spec={spec} />;
  const take = (palette: readonly string[]) =>
    bench.edit(setValue(bench.text, ['theme', 'palette'], palette), 'Use a palette everybody can tell apart');
  return <ColourReport spec={spec} onPalette={bench.draft.ok ? take : undefined} />;
}
