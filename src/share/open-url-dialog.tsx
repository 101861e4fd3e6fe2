// In: the document, and perhaps what was pasted. Out: a field for any link to a chart; what it was recognised as, what it shows and what
// is left out of it; and the button that makes it the document, as one step that can be undone.
import { CircleAlert, FileInput } from 'lucide-react';
import { useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import { Sheet } from '../sheet.tsx';
import type { SurfaceProps } from '../surfaces.tsx';
import { openLink } from './open/open-link.ts';
import './open-url-dialog.css';

/** For `lazy`, which takes a default. */
export default function OpenUrlDialog({ bench, open, onClose, pasted }: SurfaceProps) {
  const [text, setText] = useState('');
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const onOpen = useEffectEvent(() => {
    setText(pasted ?? '');
    field.current?.focus();
  });
  useEffect(() => {
    if (open) onOpen();
  }, [open]);
  const opened = useMemo(() => (text.trim() === '' ? undefined : openLink(text)), [text]);
  const use = () => {
    if (!opened?.ok) return;
    const { text: next } = opened;
    onClose();
    bench.replace(next, 'Open the link');
    // The dialog gives the focus back first.
    requestAnimationFrame(() => bench.reveal({ start: 0, end: 0 }));
  };
  return (
    <Sheet
      title="Open a link"
      hint="An image URL of either API, an edit link, or whatever one stands in: HTML, Markdown, a curl command"
      open={open}
      onClose={onClose}
      footer={
        <>
          <button type="button" className="btn primary" aria-disabled={!opened?.ok} onClick={use}>
            <FileInput aria-hidden /> Open in the editor
          </button>
          <span className="open-url-note">It replaces the text; undo brings that back.</span>
        </>
      }
    >
      <div className="open-url">
        <label htmlFor={id} className="visually-hidden">
          Link
        </label>
        <textarea
          ref={field}
          id={id}
          className="input mono"
          rows={6}
          spellCheck={false}
          placeholder="https://…/api/v1/render?chart=…"
          value={text}
          onChange={({ target }) => setText(target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
            event.preventDefault();
            use();
          }}
        />
        <div className="open-url-result" role="status">
          {opened === undefined && (
            <p className="quiet">Nothing is fetched: the chart is read from the link itself.</p>
          )}
          {opened?.ok === false && (
            <p className="failure">
              <CircleAlert aria-hidden /> {opened.sentence}
            </p>
          )}
          {opened?.ok && (
            <>
              <h3>{opened.what}</h3>
              <p>{opened.shows}</p>
              {opened.notes.map((note) => (
                <p key={note} className="quiet">
                  {note}
                </p>
              ))}
              {opened.leftOut.length > 0 && <p className="quiet">Left out: {opened.leftOut.join(', ')}.</p>}
            </>
          )}
        </div>
      </div>
    </Sheet>
  );
}
