// In: the grid. Out: what can be done with its rows and series: for the hand, and for keyboards as well.
import {
  ArrowDown,
  ArrowLeft,
  ArrowRight,
  ArrowUp,
  Braces,
  type LucideIcon,
  Plus,
  Trash2,
} from 'lucide-react';
import { LIMITS } from '#shared/limits.ts';
import type { Grid } from './use-grid.ts';

export function GridTools({ grid }: { grid: Grid }) {
  const { active, span, table, frozen } = grid;
  const { rows, cols } = table;
  const onRow = active.row >= 0;
  const onSeries = active.col >= 0;
  const several = span.bottom > span.top;
  return (
    <div className="grid-tools">
      <Tool
        name="Row"
        text
        Icon={Plus}
        off={frozen || rows >= LIMITS.labels}
        act={grid.addRow}
        hint="Add a row below"
      />
      <Tool
        name="Series"
        text
        Icon={Plus}
        off={frozen || cols >= LIMITS.datasets}
        act={grid.addSeries}
        hint="Add a series"
      />
      <span className="grid-tools-gap" />
      <span className="grid-tools-group" role="group" aria-label="Row">
        <Tool
          name="Move row up"
          Icon={ArrowUp}
          off={frozen || !onRow || several || active.row === 0}
          act={() => grid.moveRow(-1)}
        />
        <Tool
          name="Move row down"
          Icon={ArrowDown}
          off={frozen || !onRow || several || active.row >= rows - 1}
          act={() => grid.moveRow(1)}
        />
        <Tool
          name={several ? 'Remove rows' : 'Remove row'}
          Icon={Trash2}
          off={frozen || !onRow || rows < 2}
          act={grid.removeRows}
        />
      </span>
      <span className="grid-tools-group" role="group" aria-label="Series">
        <Tool
          name="Move series left"
          Icon={ArrowLeft}
          off={frozen || !onSeries || active.col === 0}
          act={() => grid.moveSeries(-1)}
        />
        <Tool
          name="Move series right"
          Icon={ArrowRight}
          off={frozen || !onSeries || active.col >= cols - 1}
          act={() => grid.moveSeries(1)}
        />
        <Tool
          name="Remove series"
          Icon={Trash2}
          off={frozen || !onSeries || cols < 2}
          act={grid.removeSeries}
        />
      </span>
      <Tool name="Show the cell in JSON" Icon={Braces} off={frozen} act={grid.reveal} />
    </div>
  );
}

type ToolProps = {
  name: string;
  hint?: string;
  text?: boolean;
  Icon: LucideIcon;
  off: boolean;
  act: () => void;
};

/** Stays focusable while there is nothing for it to do: the focus must not fall off when a row reaches the top. */
const Tool = ({ name, hint = name, text = false, Icon, off, act }: ToolProps) => (
  <button
    type="button"
    className={`btn quiet small ${text ? '' : 'icon'}`}
    aria-label={hint}
    title={hint}
    aria-disabled={off}
    onClick={() => !off && act()}
  >
    <Icon aria-hidden /> {text && name}
  </button>
);
