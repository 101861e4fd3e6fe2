// In: a chart. Out: its numbers as a table, for whoever reads rather than looks, and to copy.
import { Copy } from 'lucide-react';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { CopyButton } from '../share/copy-button.tsx';

/** Rows that are put on the page; all of them are copied. */
const MOST_ROWS = 200;

export function DataTable({ spec }: { spec: ChartSpec }) {
  const { labels, datasets } = spec.data;
  const names = datasets.map(({ label }, index) => label || `Series ${index + 1}`);
  return (
    <div className="data-table">
      <div className="data-scroll" tabIndex={-1}>
        <table>
          <caption className="visually-hidden">The chart’s data</caption>
          <thead>
            <tr>
              <th scope="col">Label</th>
              {names.map((name, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two series may have one name
                <th key={index} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {labels.slice(0, MOST_ROWS).map((label, row) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two rows may have one label
              <tr key={row}>
                <th scope="row">{label}</th>
                {datasets.map(({ data }, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a series has no other name
                  <td key={index}>{data[row] ?? '–'}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="check-offer">
        <CopyButton
          className="btn"
          label="Copy as table"
          icon={<Copy aria-hidden />}
          text={tabSeparated(names, spec)}
        />
        <p>
          {labels.length > MOST_ROWS ? `The first ${MOST_ROWS} of ${labels.length} rows. ` : ''}
          Pastes into a spreadsheet.
        </p>
      </div>
    </div>
  );
}

/** A tab or line end inside a label would end its cell. */
function tabSeparated(names: readonly string[], { data: { labels, datasets } }: ChartSpec): string {
  const cell = (value: unknown) => String(value ?? '').replace(/[\t\r\n]+/g, ' ');
  const rows = labels.map((label, row) => [label, ...datasets.map(({ data }) => data[row])]);
  return [['Label', ...names], ...rows].map((row) => row.map(cell).join('\t')).join('\n');
}
