// In: the shelves of the gallery and the one that is looked at. Out: a row of buttons; the one pressed again shows all.
import type { Shelf } from './entries.ts';

type Props = {
  shelves: readonly Shelf[];
  chosen: Shelf | undefined;
  onChoose: (shelf: Shelf | undefined) => void;
};

export function Shelves({ shelves, chosen, onChoose }: Props) {
  return (
    <fieldset className="gallery-shelves" aria-label="Categories">
      {[undefined, ...shelves].map((shelf) => (
        <button
          key={shelf ?? 'all'}
          type="button"
          className="btn small"
          aria-pressed={chosen === shelf}
          onClick={() => onChoose(chosen === shelf ? undefined : shelf)}
        >
          {shelf ?? 'All'}
        </button>
      ))}
    </fieldset>
  );
}
