// In: nothing. Out: every error of the catalogue on one page, each to be provoked, simulated or loaded into the editor.
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { catalogueRows, type ErrorCode, errorRow } from '#shared/errors.ts';
import type { Loading } from '../../playground.tsx';
import { Queries } from '../../request/queries.tsx';
import { useSettings } from '../../settings.ts';
import { Decoder } from '../decoder/decoder.tsx';
import { LabResult } from './lab-result.tsx';
import { dialects, LabRow } from './lab-row.tsx';
import { recipes } from './recipes.ts';
import { useLab } from './use-lab.ts';
import './error-lab.css';

const rows = catalogueRows().map(({ code, body }) => ({
  code: code as ErrorCode,
  row: errorRow(code as ErrorCode),
  body,
}));
const kinds = ['all', 'chart-output', 'image-charts', 'transport'] as const;

type Props = {
  /** An answer that was pasted into the editor. */
  pasted: string | undefined;
  onLoad: (loading: Loading) => void;
};

/** For `lazy`, which takes a default. */
export default function ErrorLab(props: Props) {
  return (
    <Queries>
      <Lab {...props} />
    </Queries>
  );
}

function Lab({ pasted, onLoad }: Props) {
  const [{ autoRetry }, change] = useSettings();
  const lab = useLab(autoRetry);
  const [words, setWords] = useState('');
  const [kind, setKind] = useState<(typeof kinds)[number]>('all');
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus({ preventScroll: true }), []);

  const found = rows.filter(
    ({ code, row }) =>
      (kind === 'all' || row.dialect === kind) &&
      `${code} ${row.status} ${row.title} ${row.meaning}`.toLowerCase().includes(words.trim().toLowerCase()),
  );
  const loadRecipe = (code: ErrorCode) => {
    const load = recipes[code].load;
    if (!load) return;
    const { text, key, method = 'POST' } = load;
    const choice = key === undefined ? { kind: 'none' as const } : { kind: 'test' as const, key };
    onLoad({ text, label: `Load ${code}`, choice, method });
  };
  const showAndReproduce = (code: ErrorCode) => {
    setWords('');
    setKind('all');
    lab.reproduce(code);
    requestAnimationFrame(() =>
      document.querySelector(`tr[data-error-code="${code}"]`)?.scrollIntoView({ block: 'center' }),
    );
  };
  return (
    <main className="lab">
      <div className="lab-inner">
        <header className="lab-head">
          <h2 tabIndex={-1} ref={heading}>
            Error lab
          </h2>
          <p>
            Every documented refusal of both APIs. Reproduce one on this server, simulate it without one, or
            load what causes it into the editor.
          </p>
        </header>
        <Decoder
          initial={pasted ?? ''}
          onJump={(detail, text) =>
            onLoad({ ...(text === undefined ? {} : { text }), label: 'Load the decoded chart', detail })
          }
          onLoad={(text) => onLoad({ text, label: 'Load the decoded chart' })}
          onReproduce={showAndReproduce}
          canReproduce={(code) => recipes[code].request !== undefined}
        />
        <div className="lab-filter">
          <label className="lab-search">
            <span className="visually-hidden">Search errors</span>
            <Search aria-hidden />
            <input
              className="input"
              type="search"
              placeholder="Code, status or words"
              value={words}
              onChange={({ target }) => setWords(target.value)}
            />
          </label>
          <fieldset className="segments" aria-label="API">
            {kinds.map((one) => (
              <button
                key={one}
                type="button"
                className="btn quiet small"
                aria-pressed={kind === one}
                onClick={() => setKind(one)}
              >
                {one === 'all' ? 'All' : dialects[one]}
              </button>
            ))}
          </fieldset>
          <p className="count" role="status">
            {found.length} of {rows.length}
          </p>
        </div>
        <table aria-label="Documented errors" className="panel">
          <thead>
            <tr>
              <th scope="col">Code</th>
              <th scope="col">Status</th>
              <th scope="col">What happened</th>
              <th scope="col">Whose move, retry</th>
              <th scope="col">Try it</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ code, row, body }) => (
              <LabRow
                key={code}
                code={code}
                row={row}
                body={body}
                recipe={recipes[code]}
                onReproduce={() => lab.reproduce(code)}
                onSimulate={() => lab.simulate(code)}
                onLoad={() => loadRecipe(code)}
                result={
                  lab.shown?.code === code && (
                    <LabResult
                      shown={lab.shown}
                      moves={lab.moves}
                      automatic={autoRetry}
                      onAutomatic={(on) => change({ autoRetry: on })}
                      onJump={() => loadRecipe(code)}
                      onClose={lab.close}
                    />
                  )
                }
              />
            ))}
          </tbody>
        </table>
        {found.length === 0 && (
          <p className="lab-empty">
            No error matches “{words}”.{' '}
            <button
              type="button"
              className="link"
              onClick={() => {
                setWords('');
                setKind('all');
              }}
            >
              Show all
            </button>
          </p>
        )}
      </div>
    </main>
  );
}
