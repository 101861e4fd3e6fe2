// In: the entries to show. Out: a grid of them, walked through with the arrow keys; typing goes to the search.
import { Link } from 'lucide-react';
import { type KeyboardEvent, type RefObject, useState } from 'react';
import { CopyButton } from '../share/copy-button.tsx';
import type { Dress, Entry } from './entries.ts';
import { Thumbnail } from './thumbnail.tsx';

type Props = {
  grid: RefObject<HTMLUListElement | null>;
  entries: readonly Entry[];
  dress: Dress;
  /** Seen: before that nothing is drawn. */
  ready: boolean;
  origin: string;
  onType: () => void;
  onChoose: (entry: Entry) => void;
};

export function Tiles({ grid, entries, dress, ready, origin, onType, onChoose }: Props) {
  const [active, setActive] = useState('');
  // One stop for Tab: the tile that was walked to, or the first.
  const stop = entries.some(({ id }) => id === active) ? active : entries[0]?.id;
  const walk = (event: KeyboardEvent) => {
    const tiles = [...(grid.current?.querySelectorAll<HTMLElement>('.tile-main') ?? [])];
    const at = tiles.indexOf(event.target as HTMLElement);
    if (at < 0) return;
    if (event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
      onType();
      return;
    }
    const to = step(event.key, at, columnsOf(tiles), tiles.length);
    if (to === undefined) return;
    event.preventDefault();
    tiles[to]?.focus();
  };
  return (
    <ul ref={grid} className="gallery-grid" onKeyDown={walk}>
      {entries.map((entry) => (
        <li key={entry.id} className="tile" data-template={entry.id}>
          <button
            type="button"
            className="tile-main"
            tabIndex={entry.id === stop ? 0 : -1}
            aria-label={`${entry.name}: ${entry.description}`}
            onFocus={() => setActive(entry.id)}
            onClick={() => onChoose(entry)}
          >
            {ready ? <Thumbnail entry={entry} dress={dress} /> : <span className="thumbnail" />}
            <span className="tile-words">
              <strong>{entry.name}</strong>
              <small>{entry.description}</small>
            </span>
          </button>
          {entry.path && (
            <CopyButton
              bare
              className="btn quiet icon tile-copy"
              label={`Copy template URL of ${entry.name}`}
              icon={<Link aria-hidden />}
              text={origin + entry.path(dress)}
            />
          )}
        </li>
      ))}
    </ul>
  );
}

/** As many as stand in the first row. */
const columnsOf = (tiles: readonly HTMLElement[]): number => {
  const top = tiles[0]?.getBoundingClientRect().top;
  return tiles.filter((tile) => tile.getBoundingClientRect().top === top).length;
};

function step(key: string, at: number, columns: number, count: number): number | undefined {
  const moves: Record<string, number> = {
    ArrowRight: at + 1,
    ArrowLeft: at - 1,
    ArrowDown: at + columns,
    ArrowUp: at - columns,
    Home: 0,
    End: count - 1,
  };
  const to = Object.hasOwn(moves, key) ? moves[key] : undefined;
  return to === undefined ? undefined : to >= 0 && to < count ? to : at;
}
