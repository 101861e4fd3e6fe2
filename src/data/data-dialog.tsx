// In: the document, and what was pasted or dropped. Out: a table read from it, to look at and to correct, and with one button the
// chart of it: its data replaced and its style kept, series added, or a new chart.
import { useCallback, useDeferredValue, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import type { ChartType } from '#shared/chart-spec.ts';
import { applyEdits } from '../editor/edit-value.ts';
import { Sheet } from '../sheet.tsx';
import type { Workbench } from '../workbench.ts';
import { DataOptions } from './data-options.tsx';
import { DataSource } from './data-source.tsx';
import { ResultPicture, specOf } from './result-picture.tsx';
import { RowsOptions } from './rows-options.tsx';
import type { Drawing } from './table-desk.ts';
import { TableGrid } from './table-grid.tsx';
import { type Mode, modes, type Plan, takesData, toChart } from './to-chart.ts';
import { useTable } from './use-table.ts';
import './data-dialog.css';

type Props = { bench: Workbench; open: boolean; onClose: () => void; pasted?: string | undefined };

const modeNames: Record<Mode, string> = { replace: 'Replace data', append: 'Add series', new: 'New chart' };

const drawings: Record<ChartType, Drawing> = {
  line: 'lines',
  radar: 'lines',
  bar: 'bars',
  pie: 'slices',
  doughnut: 'slices',
  polarArea: 'slices',
};

/** For `lazy`, which takes a default. */
export default function DataDialog({ bench, open, onClose, pasted }: Props) {
  const [text, setText] = useState(pasted ?? '');
  const [sentence, setSentence] = useState<string>();
  const [mode, setMode] = useState<Mode>('replace');
  const take = useCallback((next: string) => {
    setText(next);
    setSentence(undefined);
  }, []);
  useEffect(() => {
    if (open && pasted !== undefined) take(pasted);
  }, [open, pasted, take]);
  const source = useRef<HTMLTextAreaElement>(null);
  const primary = useRef<HTMLButtonElement>(null);
  const onOpen = useEffectEvent(() => {
    // A text that is there already waits for one word; an empty field waits for a text.
    if (pasted !== undefined || text !== '') primary.current?.focus();
    else if (matchMedia('(hover: hover)').matches) source.current?.focus();
  });
  useEffect(() => {
    if (!open) return undefined;
    onOpen();
    // Wherever the focus is in here, a paste is meant for the table.
    const paste = (event: ClipboardEvent) => {
      const pastedHere = event.clipboardData?.getData('text/plain');
      if (!pastedHere || (event.target instanceof Element && event.target.closest('input, textarea'))) return;
      take(pastedHere);
    };
    document.addEventListener('paste', paste);
    return () => document.removeEventListener('paste', paste);
  }, [open, take]);
  const table = useTable(text, drawings[bench.lastGood?.type ?? 'bar'], open);
  const { overview, answer } = table;
  const takes = useMemo(() => open && takesData(bench.text), [open, bench.text]);
  const able: Mode = takes ? mode : 'new';
  const data = overview?.ok ? answer?.data : undefined;
  const plan = useMemo<Plan | undefined>(
    () => (open && data ? toChart(bench.text, data, able) : undefined),
    [open, data, able, bench.text],
  );
  const drawn = useDeferredValue(plan);
  const spec = useMemo(
    () => (drawn?.ok ? specOf(applyEdits(bench.text, drawn.edits)) : undefined),
    [drawn, bench.text],
  );
  const use = () => {
    if (!plan?.ok) return;
    const { edits } = plan;
    onClose();
    bench.edit(edits, 'Use the table');
  };
  const says = table.failure ?? sentence ?? (overview && !overview.ok ? overview.sentence : plan?.sentence);
  const usable = plan?.ok === true && plan.edits.length > 0;
  return (
    <Sheet
      title="Data"
      hint="Cells from a spreadsheet, a CSV file, JSON or a Markdown table"
      open={open}
      onClose={onClose}
      size="wide"
      footer={
        <>
          <fieldset className="segmented" aria-label="What to do with the table">
            {modes.map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={able === one}
                disabled={!takes && one !== 'new'}
                onClick={() => setMode(one)}
              >
                {modeNames[one]}
              </button>
            ))}
          </fieldset>
          <p className="data-says" role="status">
            {/* Why there is no table stands in its place above; here it is for the ear. */}
            <span className={overview?.ok || table.failure || sentence ? undefined : 'visually-hidden'}>
              {says}
            </span>
          </p>
          <button ref={primary} type="button" className="btn primary" aria-disabled={!usable} onClick={use}>
            {able === 'new' ? 'Make the chart' : able === 'append' ? 'Add series' : 'Use data'}
          </button>
        </>
      }
    >
      <div className="data-room">
        <div className="data-left">
          <DataSource text={text} area={source} onText={take} onFailure={setSentence} />
          {overview?.ok && <DataOptions table={overview.table} onChange={table.setShape} />}
        </div>
        <div className="data-right">
          {!overview?.ok ? (
            <p className="data-none">{overview ? overview.sentence : ''}</p>
          ) : (
            <>
              <TableGrid
                columns={overview.columns}
                rows={overview.rows}
                rowCount={overview.rowCount}
                roles={table.roles}
                dates={table.dates}
                marks={overview.table.shape}
                onRole={table.setRole}
                onDates={table.setDates}
              />
              <Notes
                notes={[
                  ...(overview.rows.length < overview.rowCount
                    ? [
                        `The first ${overview.rows.length} of ${overview.rowCount.toLocaleString('en-GB')} rows are shown.`,
                      ]
                    : []),
                  ...overview.table.notes,
                  ...(answer?.notes ?? []),
                ]}
              />
              <div className="data-result">
                {answer && <RowsOptions answer={answer} chosen={table.fewer} onFewer={table.setFewer} />}
                <div className="result-stage">
                  <ResultPicture
                    spec={spec}
                    instead={
                      plan?.ok ? 'The chart has problems that this data does not solve.' : (says ?? '')
                    }
                  />
                </div>
              </div>
            </>
          )}
        </div>
      </div>
    </Sheet>
  );
}

const Notes = ({ notes }: { notes: readonly string[] }) =>
  notes.length > 0 && (
    <ul className="data-notes">
      {notes.slice(0, 8).map((note) => (
        <li key={note}>{note}</li>
      ))}
    </ul>
  );
