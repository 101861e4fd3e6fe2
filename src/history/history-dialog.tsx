// In: the document. Out: a dialog with its earlier versions: looked at, compared, named, kept, restored as one step that can be
// undone, and carried as a file.
import { Download, Save, Upload } from 'lucide-react';
import { useRef, useState } from 'react';
import { Sheet } from '../sheet.tsx';
import type { SurfaceProps } from '../surfaces.tsx';
import { record } from './record.ts';
import { useVersions } from './use-versions.ts';
import { asFile, readFile, type Version } from './version.ts';
import { VersionRow } from './version-row.tsx';
import './history.css';

/** For `lazy`, which takes a default. */
export default function HistoryDialog({ bench, open, onClose }: SurfaceProps) {
  const { versions, lasting, put, putAll, remove, load } = useVersions(open);
  const [name, setName] = useState('');
  const [report, setReport] = useState('');
  const [removed, setRemoved] = useState<Version>();
  const picker = useRef<HTMLInputElement>(null);

  const save = async () => {
    const done = await record(bench.text, name.trim() || 'Saved by hand', true);
    setReport(done ? 'Saved.' : 'This could not be saved.');
    setName('');
    await load();
  };
  const restore = async (version: Version) => {
    await record(bench.text, 'Before a restore', false);
    onClose();
    bench.replace(version.text, `Restore ${version.name || 'a version'}`);
  };
  const take = async (file: File | undefined) => {
    if (!file) return;
    const reading = readFile(await file.text());
    if (!reading.ok) return setReport(reading.sentence);
    // What is here under the same id stays as it is, whatever the file says of it.
    const here = new Set(versions?.map(({ id }) => id));
    const fresh = reading.versions.filter(({ id }) => !here.has(id));
    await putAll(fresh);
    const known = reading.versions.length - fresh.length;
    const parts = [
      `${counted(fresh.length)} taken`,
      known > 0 ? `${known} ${known === 1 ? 'was' : 'were'} here already` : '',
      reading.skipped > 0 ? `${reading.skipped} could not be read` : '',
    ];
    setReport(`${parts.filter(Boolean).join(', ')}.`);
  };
  return (
    <Sheet
      title="History"
      hint={lasting ? 'Kept in this browser only.' : 'This browser keeps nothing: these go with the page.'}
      size="wide"
      open={open}
      onClose={onClose}
      footer={
        <>
          <button
            type="button"
            className="btn"
            disabled={!versions?.length}
            onClick={() => download(versions ?? [])}
          >
            <Download aria-hidden /> Export
          </button>
          <button type="button" className="btn" onClick={() => picker.current?.click()}>
            <Upload aria-hidden /> Import
          </button>
          <input
            ref={picker}
            type="file"
            accept="application/json,.json"
            hidden
            aria-label="File with a history"
            onChange={({ target }) => {
              void take(target.files?.[0]);
              target.value = '';
            }}
          />
          <p className="history-report" role="status">
            {removed ? `Deleted ${removed.name || 'a version'}.` : report}
          </p>
          {removed && (
            <button
              type="button"
              className="btn small"
              onClick={() => {
                void put(removed);
                setRemoved(undefined);
              }}
            >
              Undo
            </button>
          )}
        </>
      }
    >
      <form
        className="history-save"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <label className="field">
          <span>Name of this version</span>
          <input
            className="input"
            maxLength={120}
            placeholder="Before the rebrand"
            value={name}
            onChange={({ target }) => setName(target.value)}
          />
        </label>
        <button type="submit" className="btn primary">
          <Save aria-hidden /> Save version
        </button>
      </form>
      {versions?.length === 0 && (
        <p className="history-empty">
          No versions yet. The page keeps one when you pause for half a minute, and before a template, an
          import or a restore takes the place of your text.
        </p>
      )}
      <ol className="history-list" aria-label="Versions">
        {open &&
          versions?.map((one) => (
            <VersionRow
              key={one.id}
              version={one}
              now={bench.text}
              onRestore={() => restore(one)}
              onChange={put}
              onRemove={() => {
                setRemoved(one);
                void remove(one.id);
              }}
            />
          ))}
      </ol>
    </Sheet>
  );
}

const counted = (count: number) => `${count} ${count === 1 ? 'version' : 'versions'}`;

function download(versions: readonly Version[]): void {
  const url = URL.createObjectURL(new Blob([asFile(versions)], { type: 'application/json' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = 'chart-history.json';
  link.click();
  URL.revokeObjectURL(url);
}
