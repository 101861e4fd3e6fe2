// In: a row of the grid. Out: its number, or the colour of its slice to pick.
import { sliced } from '#shared/dataset-look.ts';
import { hexOf } from '../colour.ts';
import { useDesign } from '../design-context.ts';
import { sliceColour } from '../series-colour.ts';
import { listAt, valueAt } from '../value-at.ts';
import { cellAt } from './grid-roles.ts';
import { LABELS, SERIES } from './grid-table.ts';

export function RowHead({ row }: { row: number }) {
  const design = useDesign();
  const { value, set, frozen } = design;
  const one = listAt(value, SERIES).length === 1;
  const pick = (colour: string) => {
    const path = [...SERIES, 0, 'backgroundColor'];
    const given = valueAt(value, path);
    const slices = Math.max(listAt(value, LABELS).length, row + 1);
    // As many as there are slices: a shorter list would begin anew with its first colour.
    const all = Array.from({ length: slices }, (_, i) => sliceColour(design, 0, i));
    const whole = !Array.isArray(given) || given.length < slices;
    set(
      whole ? [[path, all.with(row, colour)]] : [[[...path, row], colour]],
      'Colour a slice',
      `slice colour ${row}`,
    );
  };
  return (
    <div className="grid-cell number" {...cellAt('rowheader', 1)}>
      {sliced(valueAt(value, ['type'])) && one ? (
        <>
          <span className="visually-hidden">{row + 1}</span>
          <input
            type="color"
            className="grid-colour"
            aria-label={`Colour of slice ${row + 1}`}
            title="Colour of the slice"
            tabIndex={-1}
            value={hexOf(sliceColour(design, 0, row))}
            disabled={frozen}
            onInput={({ currentTarget }) => pick(currentTarget.value)}
            onChange={() => undefined}
          />
        </>
      ) : (
        <span>{row + 1}</span>
      )}
    </div>
  );
}
