// In: whether it is open. Out: the shortcuts and the ways through the page, in a dialog.
import { Sheet } from './sheet.tsx';
import { type Shortcut, shortcuts } from './shortcuts.ts';
import './help-dialog.css';

const ways = [
  [
    'Design.',
    'Start from a template, paste a table, or edit the JSON; the preview is drawn by the same code as the server’s picture.',
  ],
  ['Share.', 'Copy image URL gives a link for any <img>; Copy edit link opens this editor with your text.'],
  ['Debug.', 'Choose a test key and press Render to see a documented error, its fields and its wait.'],
] as const;

/** For `lazy`, which takes a default. */
export default function HelpDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Sheet title="Help" open={open} onClose={onClose}>
      <div className="help">
        <section>
          <h3>Keys</h3>
          <Keys list={shortcuts.filter(({ inEditor }) => !inEditor)} />
          <h3>In the editor</h3>
          <Keys list={shortcuts.filter(({ inEditor }) => inEditor)} />
          <p className="hint">On a Mac, Cmd works in place of Ctrl (Ctrl+Shift+M for Tab).</p>
        </section>
        <section>
          <h3>Three ways through</h3>
          <ol className="ways">
            {ways.map(([name, words]) => (
              <li key={name}>
                <strong>{name}</strong> {words}
              </li>
            ))}
          </ol>
        </section>
      </div>
    </Sheet>
  );
}

const Keys = ({ list }: { list: readonly Shortcut[] }) => (
  <dl>
    {list.map(({ keys, does }) => (
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
);
