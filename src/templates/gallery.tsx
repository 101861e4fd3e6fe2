// In: the workbench, and whether it is open. Out: every template and example as a picture, to be searched, dressed in a kit and chosen;
// choosing replaces the text as one step that can be undone.
import { Search } from 'lucide-react';
import { useId, useRef, useState } from 'react';
import { Sheet } from '../sheet.tsx';
import { exampleText } from '../start.ts';
import type { SurfaceProps } from '../surfaces.tsx';
import { type BrandKit, type Dress, kitNames, meant, type Shelf, shelves } from './entries.ts';
import { Shelves } from './shelves.tsx';
import { Tiles } from './tiles.tsx';
import './gallery.css';

const modes = [
  { mode: undefined, name: 'As designed' },
  { mode: 'light', name: 'Light' },
  { mode: 'dark', name: 'Dark' },
] as const;

export default function Gallery({ bench, open, onClose }: SurfaceProps) {
  const [typed, setTyped] = useState('');
  const [shelf, setShelf] = useState<Shelf>();
  const [dress, setDress] = useState<Dress>({});
  const search = useRef<HTMLInputElement>(null);
  const grid = useRef<HTMLUListElement>(null);
  const id = useId();
  const found = meant(typed, shelf);
  const origin = bench.dialect === 'chart-output' ? bench.origin : location.origin;
  const all = () => {
    setTyped('');
    setShelf(undefined);
    search.current?.focus();
  };
  return (
    <Sheet
      title="Templates"
      hint="Choosing one replaces the text. Undo brings yours back."
      open={open}
      onClose={onClose}
      size="full"
    >
      <div className="gallery">
        <div className="gallery-tools">
          <div className="gallery-search">
            <Search aria-hidden />
            <input
              ref={search}
              type="search"
              className="input"
              aria-label="Search templates"
              placeholder="Search: churn, funnel, ring…"
              value={typed}
              onChange={({ target }) => setTyped(target.value)}
              onKeyDown={(event) => {
                if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
                event.preventDefault();
                grid.current?.querySelector<HTMLElement>('.tile-main')?.focus();
              }}
            />
          </div>
          <label className="gallery-kit" htmlFor={id}>
            <span>Brand kit</span>
            <select
              id={id}
              className="select"
              value={dress.kit ?? ''}
              onChange={({ target }) => {
                const { kit: _, ...rest } = dress;
                setDress(target.value === '' ? rest : { ...rest, kit: target.value as BrandKit });
              }}
            >
              <option value="">As designed</option>
              {kitNames.map(({ kit, name }) => (
                <option key={kit} value={kit}>
                  {name}
                </option>
              ))}
            </select>
          </label>
          <fieldset className="segmented" aria-label="Ground">
            {modes.map(({ mode, name }) => (
              <button
                key={name}
                type="button"
                aria-pressed={dress.mode === mode}
                onClick={() => {
                  const { mode: _, ...rest } = dress;
                  setDress(mode ? { ...rest, mode } : rest);
                }}
              >
                {name}
              </button>
            ))}
          </fieldset>
          <Shelves shelves={shelves} chosen={shelf} onChoose={setShelf} />
        </div>
        <p className="visually-hidden" role="status">
          {found.length === 1 ? '1 template' : `${found.length} templates`}
        </p>
        {found.length === 0 ? (
          <p className="gallery-empty">
            No template matches.{' '}
            <button type="button" className="link" onClick={all}>
              Show all
            </button>
          </p>
        ) : (
          <Tiles
            grid={grid}
            entries={found}
            dress={dress}
            ready={open}
            origin={origin}
            onType={() => search.current?.focus()}
            onChoose={(entry) => {
              onClose();
              bench.replace(exampleText(entry.chart(dress)), `Load ${entry.name}`);
            }}
          />
        )}
      </div>
    </Sheet>
  );
}
