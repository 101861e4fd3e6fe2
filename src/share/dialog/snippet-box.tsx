// In: what was written for a place. Out: the text with its copy button; or the way to a link where there is none yet.
import { Copy, HardDriveUpload } from 'lucide-react';
import { CopyButton } from '../copy-button.tsx';
import type { TargetId, Written } from '../targets.ts';
import { TestLink } from './test-link.tsx';
import type { Storing } from './use-stored.ts';

type Props = {
  id: TargetId;
  name: string;
  written: Written;
  storing: Storing;
  /** Address of the picture, where it is one that can be asked. */
  url: string | undefined;
};

const MOST_ROWS = 14;
/** About as many characters stand on a line of the field. */
const COLUMNS = 64;

export function SnippetBox({ id, name, written, storing, url }: Props) {
  const { text, rung, notes, chart } = written;
  const waits = rung?.id === 'saved' && text === undefined;
  const rows = (text ?? '')
    .split('\n')
    .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / COLUMNS)), 0);
  return (
    <div className="snippet-box">
      {waits ? (
        <div className="store">
          <p>
            The chart is too long for a link that holds it. The server can keep the picture instead (the
            picture, not the JSON). Anybody who has the link can see it, for a year after it was last stored.
          </p>
          <button
            type="button"
            className="btn primary"
            aria-disabled={storing.busy}
            onClick={() => !storing.busy && void storing.store(chart)}
          >
            <HardDriveUpload aria-hidden /> {storing.busy ? 'Storing…' : 'Store the picture'}
          </button>
          {storing.failure && (
            <p className="failure" role="alert">
              {storing.failure}
            </p>
          )}
        </div>
      ) : (
        <textarea
          className="input snippet mono"
          aria-label={`${name}, to paste`}
          readOnly
          spellCheck={false}
          rows={Math.min(MOST_ROWS, Math.max(3, rows))}
          value={text ?? ''}
          placeholder={
            rung ? 'Signing the link…' : 'No link fits. Make the chart shorter, or switch to Chart-Output.'
          }
          onFocus={({ target }) => target.select()}
        />
      )}
      {notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <div className="snippet-moves">
        <CopyButton
          key={id}
          className="btn primary"
          label={`Copy ${name === 'Image URL' || name === 'Edit link' ? name.charAt(0).toLowerCase() + name.slice(1) : name}`}
          icon={<Copy aria-hidden />}
          text={text ?? ''}
          disabled={text === undefined}
        />
        {url !== undefined && <TestLink url={url} />}
      </div>
    </div>
  );
}
