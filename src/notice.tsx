// In: where the text came from, when that needs a word. Out: a line above the panes that says it and offers the way back.
import { Info, TriangleAlert, X } from 'lucide-react';
import type { Start } from './start.ts';

type Props = {
  notice: NonNullable<Start['notice']>;
  onRestore: (text: string) => void;
  onDismiss: () => void;
};

export function Notice({ notice, onRestore, onDismiss }: Props) {
  const broken = notice.kind === 'broken-link';
  const draft = notice.kind === 'broken-link' ? undefined : notice.draft;
  return (
    <aside className={`notice ${broken ? 'warn' : ''}`} aria-label="Link">
      {broken ? <TriangleAlert aria-hidden /> : <Info aria-hidden />}
      <p>
        {broken && (
          <>
            This link could not be opened. {notice.sentence} Ask for it again, or go on with the chart below.
          </>
        )}
        {notice.kind === 'opened' && 'Opened from a link. Nothing was sent to the server.'}
        {notice.kind === 'frozen' &&
          'Opened from a link: the chart and the answer it got, as they were. Nothing was sent to the server.'}
        {draft && ` Your draft from ${timeOf(draft.savedAtMs)} is kept.`}
      </p>
      {draft && (
        <button type="button" className="btn small" onClick={() => onRestore(draft.text)}>
          Restore my draft
        </button>
      )}
      <button type="button" className="btn quiet small icon" aria-label="Dismiss" onClick={onDismiss}>
        <X aria-hidden />
      </button>
    </aside>
  );
}

const timeOf = (epochMs: number) =>
  new Date(epochMs).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
