// In: a title and what belongs under it. Out: a modal dialog: full screen on a phone, Escape and a click beside it close it, and the
// focus goes back to where it came from.
import { X } from 'lucide-react';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import './sheet.css';

export type SheetProps = {
  title: string;
  /** One line under the title. */
  hint?: ReactNode;
  open: boolean;
  onClose: () => void;
  size?: 'medium' | 'wide' | 'full';
  /** Stays in sight at the bottom while the rest scrolls. */
  footer?: ReactNode;
  /** Beside the title, before the button that closes. */
  tools?: ReactNode;
  children: ReactNode;
};

export function Sheet({ title, hint, open, onClose, size = 'medium', footer, tools, children }: SheetProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && element && !element.open) element.showModal();
    if (open || !element?.open) return;
    element.close();
    focusAnew();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself; the click is for its backdrop
    <dialog
      ref={dialog}
      className={`sheet-dialog ${size}`}
      aria-labelledby={id}
      onClose={({ target }) => {
        if (target !== dialog.current) return;
        focusAnew();
        onClose();
      }}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="sheet-inside">
        <header className="sheet-head">
          <div className="sheet-title">
            <h2 id={id}>{title}</h2>
            {hint && <p>{hint}</p>}
          </div>
          {tools}
          <button type="button" className="btn quiet icon" aria-label="Close" onClick={onClose}>
            <X aria-hidden />
          </button>
        </header>
        <div className="sheet-body">{children}</div>
        {footer && <footer className="sheet-foot">{footer}</footer>}
      </div>
    </dialog>
  );
}

/**
 * Chromium gives the focus back to a text field, but leaves the selection in a field of the dialog that was closed: keys such as
 * Ctrl+A then go nowhere.
 */
function focusAnew(): void {
  const back = document.activeElement;
  if (!(back instanceof HTMLTextAreaElement || back instanceof HTMLInputElement)) return;
  back.blur();
  back.focus({ preventScroll: true });
}
