// In: a pasted table. Out: the offer to make it the chart's data: at once where the reading is certain, else after a look at it.
import { Check, Table2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { applyEdits } from '../editor/edit-value.ts';
import type { Workbench } from '../workbench.ts';
import { counted } from './chart-data.ts';
import { Offer } from './offers.tsx';
import { startTableReader } from './table-reader.ts';
import { type Plan, toChart } from './to-chart.ts';
import type { Incoming } from './use-incoming.ts';

type Props = {
  incoming: Extract<Incoming, { before: string }>;
  bench: Workbench;
  onData: (pasted: string) => void;
  onDone: () => void;
};

type Read = { rows: number; columns: number; plan: Plan | undefined };

export function TableOffer({ incoming: { text, before, where }, bench, onData, onDone }: Props) {
  const [read, setRead] = useState<Read>();
  const [done, setDone] = useState<string>();
  useEffect(() => {
    let current = true;
    readAtOnce(text, before).then(
      (found) => {
        if (!current) return;
        // No table after all: a text was pasted, and that is all.
        if (found || where === 'held') setRead(found ?? { rows: 0, columns: 0, plan: undefined });
        else onDone();
      },
      () => current && onDone(),
    );
    return () => {
      current = false;
    };
  }, [text, before, where, onDone]);
  const next = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // The button that was pressed is gone: whoever came by keyboard goes on from here.
    if (done) next.current?.focus();
  }, [done]);
  const takeOut = () => {
    if (where === 'text' && bench.text !== before) bench.replace(before, 'Take the pasted table out');
  };
  if (done)
    return (
      <Offer icon={<Check aria-hidden />} says={done} onEscape={onDone}>
        <button
          type="button"
          className="btn quiet small"
          ref={next}
          onClick={() => {
            onDone();
            onData(text);
          }}
        >
          Adjust…
        </button>
        <button type="button" className="btn quiet small" onClick={onDone}>
          Close
        </button>
      </Offer>
    );
  if (!read && where !== 'held') return null;
  const adjust = () => {
    takeOut();
    onDone();
    onData(text);
  };
  const use = () => {
    if (!read?.plan?.ok) return adjust();
    bench.replace(applyEdits(before, read.plan.edits), 'Use as chart data');
    setDone(read.plan.sentence);
  };
  const keep = () => {
    const offset = bench.caret.offset();
    if (where === 'held') bench.edit([{ offset, length: 0, content: text }], 'Paste');
    if (where !== 'page') bench.reveal({ start: offset, end: offset });
    onDone();
  };
  const size = read ? ` of ${counted(read.rows, 'row')} and ${counted(read.columns, 'column')}` : '';
  return (
    <Offer
      icon={<Table2 aria-hidden />}
      says={`This looks like a table${size}.${where === 'held' ? ' It is too long for the editor and not in it.' : ''}`}
      onEscape={onDone}
    >
      <button type="button" className="btn small" onClick={use}>
        Use as chart data
      </button>
      {read?.plan?.ok && (
        <button type="button" className="btn quiet small" onClick={adjust}>
          Adjust…
        </button>
      )}
      <button type="button" className="btn quiet small" onClick={keep}>
        {{ text: 'Keep as text', held: 'Paste as text', page: 'Not now' }[where]}
      </button>
    </Offer>
  );
}

/** A plan only where every guess is certain enough to act upon. */
async function readAtOnce(text: string, before: string): Promise<Read | undefined> {
  const reader = startTableReader();
  try {
    const overview = await reader.read(text);
    if (!overview.ok) return undefined;
    const size = { rows: overview.rowCount, columns: overview.columns.length };
    if (!overview.confident) return { ...size, plan: undefined };
    const answer = await reader.ask({ parts: { roles: overview.table.roles }, drawing: 'bars' });
    return { ...size, plan: answer?.data && toChart(before, answer.data, 'replace') };
  } finally {
    reader.stop();
  }
}
