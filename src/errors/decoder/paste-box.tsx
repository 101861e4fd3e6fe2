// In: the text as it may be shown, and what to do with a new one. Out: the box to paste or drop into. What is pasted never enters
// the box itself: it goes to its owner, who gives back what is left of it.
import { X } from 'lucide-react';
import { type ClipboardEvent, type DragEvent, useId, useRef } from 'react';

type Props = {
  /** Redacted. */
  text: string;
  onText: (raw: string) => void;
  onClear: () => void;
};

/** A larger file is no log somebody pastes; reading it would only stop the page. */
const MOST_BYTES = 8_388_608;

export function PasteBox({ text, onText, onClear }: Props) {
  const id = useId();
  const box = useRef<HTMLTextAreaElement>(null);
  const insert = (target: HTMLTextAreaElement, pasted: string) => {
    // The box's own value: it counts every line end as one character.
    const { value, selectionStart, selectionEnd } = target;
    onText(value.slice(0, selectionStart) + pasted + value.slice(selectionEnd));
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    event.preventDefault();
    insert(event.currentTarget, event.clipboardData.getData('text/plain'));
  };
  const onDrop = (event: DragEvent<HTMLTextAreaElement>) => {
    event.preventDefault();
    const file = event.dataTransfer.files[0];
    if (file) void file.slice(0, MOST_BYTES).text().then(onText);
    else onText(event.dataTransfer.getData('text/plain'));
  };
  return (
    <div className="paste-box">
      <div className="paste-head">
        <label htmlFor={id}>Paste a response</label>
        {text !== '' && (
          <button
            type="button"
            className="btn quiet small"
            onClick={() => {
              onClear();
              box.current?.focus();
            }}
          >
            <X aria-hidden /> Clear
          </button>
        )}
      </div>
      <textarea
        id={id}
        ref={box}
        className="mono"
        aria-describedby={`${id}-hint`}
        spellCheck={false}
        autoComplete="off"
        rows={text === '' ? 6 : 9}
        value={text}
        placeholder={'HTTP/2 429\nretry-after: 120\n\n{"error":"Rate limit exceeded","retryAfter":120}'}
        onChange={({ target }) => onText(target.value)}
        onPaste={onPaste}
        onDragOver={(event) => event.preventDefault()}
        onDrop={onDrop}
      />
      <p className="hint" id={`${id}-hint`}>
        curl -i or -v, raw HTTP, a HAR, “copy as fetch” or “as cURL”, a JSON body, headers, a log line. It
        stays on this page, and keys, tokens and cookies are taken out before anything is shown.
      </p>
    </div>
  );
}
