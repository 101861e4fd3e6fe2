// In: where charts are sent. Out: the fields that change it: API, address, signature; and the string that was signed last.
import { Copy } from 'lucide-react';
import { useId } from 'react';
import type { Dialect } from '#shared/errors.ts';
import { CopyButton } from '../share/copy-button.tsx';
import { originOf, type Target } from './target.ts';
import './target-bar.css';

type Props = {
  target: Target;
  onTarget: (target: Target) => void;
  /** Fields of the chart that the API cannot carry. */
  leftOut: readonly string[];
  signedMessage: string | undefined;
};

export function TargetBar({ target, onTarget, leftOut, signedMessage }: Props) {
  const hintId = useId();
  const read = originOf(target.base, location.origin);
  const other = target.dialect === 'image-charts';
  return (
    <div className="target-bar">
      <label className="field api">
        <span>API</span>
        <select
          className="select"
          value={target.dialect}
          onChange={({ target: { value } }) => onTarget({ ...target, dialect: value as Dialect })}
        >
          <option value="chart-output">Chart-Output</option>
          <option value="image-charts">Image-Charts</option>
        </select>
      </label>
      <label className="field base">
        <span>Base URL</span>
        <input
          className="input mono"
          type="url"
          spellCheck={false}
          placeholder={`${location.origin} (this server)`}
          value={target.base}
          aria-invalid={!read.ok}
          aria-describedby={hintId}
          onChange={({ target: { value } }) => onTarget({ ...target, base: value })}
        />
      </label>
      {other && (
        <label className="sign">
          <input
            type="checkbox"
            checked={target.signed}
            onChange={({ target: { checked } }) => onTarget({ ...target, signed: checked })}
          />
          Sign as test_fixture
        </label>
      )}
      <p className={`target-hint ${read.ok ? '' : 'off'}`} id={hintId}>
        {read.ok ? hint(target, leftOut) : `${read.sentence}.`}
      </p>
      {other && target.signed && signedMessage && (
        <p className="signed-string">
          <span>Signed string</span>
          <code>{signedMessage}</code>
          <CopyButton
            className="btn quiet small icon"
            label="Copy signed string"
            icon={<Copy aria-hidden />}
            text={signedMessage}
            bare
          />
        </p>
      )}
    </div>
  );
}

function hint({ dialect, base }: Target, leftOut: readonly string[]): string {
  const where =
    base.trim() === '' ? 'Sent to this server.' : 'Sent from this browser straight to that server.';
  if (dialect === 'chart-output') return where;
  const without = leftOut.length === 0 ? '' : ` This API has no ${leftOut.join(', ')}: left out.`;
  return `${where} PNG by GET only.${without}`;
}
