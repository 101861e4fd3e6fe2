// In: whether it is open. Out: the shortcuts and the ways through the page, in a dialog.
import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { shortcuts } from './shortcuts.ts';
import './help-dialog.css';

/** For `lazy`, which takes a default. */
export default function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    if (open) dialog.current?.showModal();
    else dialog.current?.close();
  }, [open]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself; the click is for its backdrop
    <dialog
      ref={dialog}
      className="help-dialog"
      aria-labelledby="help-title"
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="inside">
        <header>
          <h2 id="help-title">Help</h2>
          <button type="button" className="btn quiet icon" aria-label="Close" onClick={onClose}>
            <X aria-hidden />
          </button>
        </header>
        <section>
          <h3>Keys</h3>
          <dl>
            {shortcuts.map(({ keys, does }) => (
              <div key={does}>
                <dt>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
          <p className="hint">On a Mac, Cmd works in place of Ctrl (Ctrl+Shift+M for Tab).</p>
        </section>
        <section>
          <h3>Three ways through</h3>
          <ol className="ways">
            <li>
              <strong>Design.</strong> Edit the JSON or start from an example; the preview is drawn by the
              same code as the server’s picture.
            </li>
            <li>
              <strong>Share.</strong> Copy image URL gives a link for any &lt;img&gt;; Copy edit link opens
              this editor with your text.
            </li>
            <li>
              <strong>Debug.</strong> Choose a test key and press Render to see a documented error, its fields
              and its wait.
            </li>
          </ol>
        </section>
      </div>
    </dialog>
  );
}
