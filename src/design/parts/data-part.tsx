// In: the document. Out: its numbers as a grid to type and paste into, and what is wrong with them as a whole.
import type { Path } from '#shared/sentences.ts';
import { shownPath } from '../../editor/collapse.ts';
import { useDesign } from '../design-context.ts';
import { isWanted } from '../fields/row.tsx';
import { DataGrid } from '../grid/data-grid.tsx';
import { Part } from './part.tsx';

/** Those of a look of a series stand under its field. */
const ofTheGrid = ({ path }: { path: Path }) => path.length < 4 || path[3] === 'data' || path[1] === 'labels';

export function DataPart() {
  const { query, problemsAt, reveal } = useDesign();
  const problems = problemsAt(['data']).filter(ofTheGrid);
  return (
    <Part
      name="data"
      title="Data"
      about={[
        ['data', 'labels'],
        ['data', 'datasets'],
      ]}
    >
      {isWanted(query, 'Data numbers labels series', ['data', 'datasets']) && <DataGrid />}
      {query === '' && problems.length > 0 && (
        <ul className="design-told wrong design-data-told">
          {problems.slice(0, 5).map(({ path, message }) => (
            <li key={path.join('.') + message}>
              <button type="button" className="link" onClick={() => reveal(path)}>
                {shownPath(path)}
              </button>{' '}
              {message}
            </li>
          ))}
          {problems.length > 5 && <li>{problems.length - 5} more in the list below</li>}
        </ul>
      )}
    </Part>
  );
}
