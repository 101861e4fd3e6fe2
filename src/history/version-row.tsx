// In: one version and the text as it is now. Out: its row: picture, name, time, what has changed since, and what can be done with it.
import { Pin, PinOff, RotateCcw, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { differences } from './semantic-difference.ts';
import { Thumbnail } from './thumbnail.tsx';
import type { Version } from './version.ts';

type Props = {
  version: Version;
  now: string;
  onRestore: () => void;
  onChange: (version: Version) => void;
  onRemove: () => void;
};

export function VersionRow({ version, now, onRestore, onChange, onRemove }: Props) {
  const [name, setName] = useState<string>();
  const shownName = name ?? version.name;
  const since = differences(version.text, now);
  const called = version.name || 'Kept by the page';
  const rename = () => {
    if (name !== undefined && name.trim() !== version.name)
      onChange({ ...version, name: name.trim().slice(0, 120), pinned: name.trim() !== '' || version.pinned });
    setName(undefined);
  };
  return (
    <li className="version">
      <Thumbnail text={version.text} />
      <div className="version-words">
        <input
          className="input version-name"
          aria-label="Name"
          placeholder="Kept by the page"
          maxLength={120}
          value={shownName}
          onChange={({ target }) => setName(target.value)}
          onBlur={rename}
          onKeyDown={({ key }) => key === 'Enter' && rename()}
        />
        <p className="version-time">
          <time dateTime={new Date(version.savedAtMs).toISOString()}>{timeOf(version.savedAtMs)}</time>
          {version.pinned && <span className="chip">Kept for good</span>}
        </p>
        <details className="version-since">
          <summary>
            {since.length === 0
              ? 'The same as now'
              : `Since then: ${since[0]}${since.length > 1 ? ` and ${since.length - 1} more` : ''}`}
          </summary>
          <ul>
            {since.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </details>
      </div>
      <div className="version-moves">
        <button type="button" className="btn small" onClick={onRestore} disabled={version.text === now}>
          <RotateCcw aria-hidden /> Restore
        </button>
        <button
          type="button"
          className="btn quiet small icon"
          aria-label={version.pinned ? `Let go of ${called}` : `Keep ${called} for good`}
          aria-pressed={version.pinned}
          onClick={() => onChange({ ...version, pinned: !version.pinned })}
        >
          {version.pinned ? <PinOff aria-hidden /> : <Pin aria-hidden />}
        </button>
        <button
          type="button"
          className="btn quiet small icon"
          aria-label={`Delete ${called}`}
          onClick={onRemove}
        >
          <Trash2 aria-hidden />
        </button>
      </div>
    </li>
  );
}

const timeOf = (epochMs: number) =>
  new Date(epochMs).toLocaleString([], { dateStyle: 'medium', timeStyle: 'short' });
