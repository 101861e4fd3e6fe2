// In: the current call and the log of it. Out: the timeline: the attempts of one call on a common axis, the calls
// before it, what other clients would have done, and both ways to hand it on.
import { ClipboardCopy, FileDown } from 'lucide-react';
import { useMemo, useState } from 'react';
import { CopyButton } from '../../share/copy-button.tsx';
import { editHash } from '../../share/edit-link.ts';
import type { CallState } from '../call.ts';
import { CallList } from './call-list.tsx';
import type { CallLog } from './call-log.ts';
import { har } from './har.ts';
import type { PastCall } from './history.ts';
import { markdown } from './markdown.ts';
import { PolicyTable } from './policy-table.tsx';
import { spanText, spokenSpan } from './span.ts';
import { Told } from './span-text.tsx';
import { countOf, outcomeWords } from './timeline-words.ts';
import { TryItem } from './try-item.tsx';
import { useHistory } from './use-history.ts';
import { waterfall } from './waterfall.ts';
import './timeline.css';

type Props = { call: CallState; log: CallLog };

/** For `lazy`, which takes a default. */
export default function Timeline({ call, log }: Props) {
  const history = useHistory(call, log);
  const newest = history.at(-1);
  // A choice holds until the next call is sent: that one is what somebody wants to see then.
  const [choice, setChoice] = useState<{ id: number; newest: number }>();
  const chosen =
    (choice?.newest === newest?.id ? history.find(({ id }) => id === choice?.id) : undefined) ?? newest;
  return (
    <section className="panel timeline" aria-label="Timeline" data-region tabIndex={-1}>
      <div className="panel-head">
        <h2>Timeline</h2>
        {chosen && <Handing call={chosen} />}
      </div>
      <div className="timeline-body">
        {chosen && newest ? (
          <>
            <Attempts call={chosen} earlier={chosen !== newest} />
            <PolicyTable call={chosen} />
            {history.length > 1 && (
              <CallList
                history={history}
                chosen={chosen.id}
                onChoose={(id) => setChoice({ id, newest: newest.id })}
              />
            )}
          </>
        ) : (
          <p className="timeline-empty">Each request appears here with its attempts, waits and reasons.</p>
        )}
      </div>
    </section>
  );
}

function Attempts({ call, earlier }: { call: PastCall; earlier: boolean }) {
  const { rows, ticks, elapsedMs } = waterfall(call.tries);
  const count = countOf(call.tries.length, 'attempt');
  const sum = (span: (ms: number) => string) =>
    [`${earlier ? 'Earlier call: ' : ''}${count}`, span(elapsedMs), outcomeWords[call.outcome]].join(', ');
  const live = call.outcome === 'sending' || call.outcome === 'waiting';
  return (
    <>
      <p className="sum">
        {live ? (
          `${count}, ${outcomeWords[call.outcome]}`
        ) : (
          <Told seen={sum(spanText)} spoken={sum(spokenSpan)} />
        )}
      </p>
      <div className="axis" aria-hidden>
        {ticks.map(({ at, label }) => (
          <span key={at} style={{ left: `${at.toFixed(2)}%` }}>
            {label}
          </span>
        ))}
      </div>
      <ol aria-label="Attempts">
        {call.tries.map((one, i) => {
          const row = rows[i];
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: tries are only ever added at the end
            row && <TryItem key={i} one={one} number={i + 1} call={call} row={row} />
          );
        })}
      </ol>
    </>
  );
}

function Handing({ call }: { call: PastCall }) {
  const report = useMemo(() => {
    const link = call.text === null ? undefined : location.origin + location.pathname + editHash(call.text);
    return markdown(call, { origin: location.origin, link });
  }, [call]);
  return (
    <div className="tools">
      <CopyButton
        className="btn quiet small"
        label="Copy as Markdown"
        icon={<ClipboardCopy aria-hidden />}
        text={report}
      />
      <button type="button" className="btn quiet small" onClick={() => download(call)}>
        <FileDown aria-hidden /> Export HAR
      </button>
    </div>
  );
}

function download(call: PastCall): void {
  const log = har([call], { origin: location.origin, nowMs: Date.now() });
  const url = URL.createObjectURL(new Blob([JSON.stringify(log, null, 2)], { type: 'application/json' }));
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = `chart-call-${new Date(call.startedMs).toISOString().replace(/[:.]/g, '-')}.har`;
  anchor.click();
  // The browser reads the blob after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
