// In: one row of the catalogue and its recipe. Out: its row in the table, with what it carries and the buttons that bring it about.
import { FlaskConical, Play, SquarePen, Terminal } from 'lucide-react';
import { type ReactNode, useId } from 'react';
import type { ErrorCode, ErrorRow } from '#shared/errors.ts';
import { CopyButton } from '../../share/copy-button.tsx';
import { moveWords } from '../describe.ts';
import { labCurl } from './lab-curl.ts';
import type { Recipe } from './recipes.ts';

export const dialects: Record<ErrorRow['dialect'], string> = {
  'chart-output': 'Chart-Output',
  'image-charts': 'Image-Charts',
  transport: 'Network',
};
const retries: Record<ErrorRow['retry'], string> = {
  never: 'Never',
  'after-wait': 'After Retry-After',
  backoff: 'Later each time',
  'by-hand': 'Once, by hand',
};
const sources: Record<ErrorRow['source'], string> = {
  documented: 'Documented by the vendor',
  observed: 'Seen in the vendor’s own clients',
  inferred: 'Status follows from the code’s nature',
  own: 'Of this server',
};

type Props = {
  code: ErrorCode;
  row: ErrorRow;
  body: unknown;
  recipe: Recipe;
  onReproduce: () => void;
  onSimulate: () => void;
  onLoad: () => void;
  /** Under the row, while it is this one that is shown. */
  result: ReactNode;
};

export function LabRow({ code, row, body, recipe, onReproduce, onSimulate, onLoad, result }: Props) {
  const id = useId();
  const { request, load, elsewhere } = recipe;
  const curl = request && labCurl(location.origin, request);
  return (
    <>
      <tr data-error-code={code} className={result ? 'open' : ''}>
        <th scope="row" id={id}>
          <code>{code}</code>
          <span className="dialect">{dialects[row.dialect]}</span>
        </th>
        <td className="status">{row.status ?? '–'}</td>
        <td className="what">
          <strong>{row.title}</strong>
          <p>{row.meaning}</p>
          <details>
            <summary>What it carries, what to do</summary>
            <dl>
              <dt>What to do</dt>
              <dd>{row.fix}</dd>
              <dt>Headers</dt>
              <dd>
                {row.headers ? row.headers.map((name) => <code key={name}>{name}</code>) : 'The usual ones'}
              </dd>
              <dt>Body</dt>
              <dd>{body === undefined ? bodyless(row) : <pre>{JSON.stringify(body, null, 2)}</pre>}</dd>
              <dt>Source</dt>
              <dd>{sources[row.source]}</dd>
            </dl>
          </details>
        </td>
        <td className="move">
          <span className={`chip ${row.move}`}>{moveWords[row.move]}</span>
          <span className="retry">{retries[row.retry]}</span>
        </td>
        <td className="moves">
          {request ? (
            <button type="button" className="btn small" aria-describedby={id} onClick={onReproduce}>
              <Play aria-hidden /> Reproduce
            </button>
          ) : (
            <p className="elsewhere">{elsewhere}</p>
          )}
          <span>
            <button type="button" className="btn quiet small" aria-describedby={id} onClick={onSimulate}>
              <FlaskConical aria-hidden /> Simulate
            </button>
            {load && (
              <button type="button" className="btn quiet small" aria-describedby={id} onClick={onLoad}>
                <SquarePen aria-hidden /> Load
              </button>
            )}
            {curl && (
              <CopyButton
                className="btn quiet small icon"
                label={`Copy curl for ${code}`}
                icon={<Terminal aria-hidden />}
                text={curl}
                bare
              />
            )}
          </span>
        </td>
      </tr>
      {result && (
        <tr className="result">
          <td colSpan={5}>{result}</td>
        </tr>
      )}
    </>
  );
}

const bodyless = ({ dialect, status }: ErrorRow) => {
  if (dialect === 'image-charts') return 'A picture of the message; JSON where it is asked for';
  return status === null ? 'No answer came' : 'Any';
};
