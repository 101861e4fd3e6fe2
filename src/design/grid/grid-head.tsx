// In: the series. Out: the first row of the grid: the name of each, and its colour to pick.
import { sliced } from '#shared/dataset-look.ts';
import { scalarText } from '#shared/scalar-text.ts';
import { hexOf, withAlphaOf } from '../colour.ts';
import { useDesign } from '../design-context.ts';
import { seriesColour } from '../series-colour.ts';
import { valueAt } from '../value-at.ts';
import { GridCell, type Hand } from './grid-cell.tsx';
import { cellAt, rowAt } from './grid-roles.ts';
import type { Lit } from './grid-row.tsx';
import { cellId, SERIES, type Table } from './grid-table.ts';

type Props = { id: string; table: Table; lit: Lit; hand: Hand };

export function GridHead({ id, table, lit, hand }: Props) {
  const { value } = useDesign();
  const slices = sliced(valueAt(value, ['type']));
  const cols = Array.from({ length: table.cols }, (_, col) => col);
  return (
    <div className="grid-row grid-head" {...rowAt(1)}>
      <div className="grid-cell number" {...cellAt('columnheader', 1)}>
        <span className="visually-hidden">{slices ? 'Colour' : 'Row'}</span>
      </div>
      <div className="grid-cell label" {...cellAt('columnheader', 2)} data-col={-1}>
        <span>Labels</span>
      </div>
      {cols.map((col) => (
        <GridCell
          key={col}
          id={cellId(id, { row: -1, col })}
          row={-1}
          col={col}
          value={table.at({ row: -1, col })}
          active={lit.active === col}
          picked={col >= lit.left && col <= lit.right}
          typed={lit.open === col ? lit.typed : undefined}
          hand={hand}
        >
          {!slices && <SeriesColour col={col} />}
        </GridCell>
      ))}
    </div>
  );
}

function SeriesColour({ col }: { col: number }) {
  const design = useDesign();
  const { value, set, frozen } = design;
  const own = scalarText(valueAt(value, [...SERIES, col, 'type']) ?? valueAt(value, ['type']));
  const key = own === 'bar' ? 'backgroundColor' : 'borderColor';
  const colour = seriesColour(design, col);
  return (
    <input
      type="color"
      className="grid-colour"
      aria-label={`Colour of series ${col + 1}`}
      title="Colour of the series"
      tabIndex={-1}
      value={hexOf(colour)}
      disabled={frozen}
      onInput={({ currentTarget }) =>
        set(
          [[[...SERIES, col, key], withAlphaOf(colour, currentTarget.value)]],
          'Colour a series',
          `series colour ${col}`,
        )
      }
      onChange={() => undefined}
    />
  );
}
