// In: a decoded paste. Out: the region that explains it: what it is, whose move it is, what to change, when the wait ends.
import { CircleAlert, Copy, FileInput, Repeat, ShieldCheck } from 'lucide-react';
import type { Detail, ErrorCode } from '#shared/errors.ts';
import { CopyButton } from '../../share/copy-button.tsx';
import type { CardWords } from '../describe.ts';
import type { Decoded } from './decode.ts';
import { DecodedFields } from './decoded-fields.tsx';
import { DecodedParts } from './decoded-parts.tsx';
import { Explained, Other } from './decoded-told.tsx';
import { DecodedWait } from './decoded-wait.tsx';
import { kindWords, pastedCode, pastedWords, removedText } from './pasted-words.ts';
import '../error-card.css';

type Props = {
  decoded: Decoded;
  removed: number;
  /** When it was pasted, ms since 1970. */
  atMs: number;
  onJump: (detail: Detail, chart: string | undefined) => void;
  onLoad: (chart: string) => void;
  onReproduce: (code: ErrorCode) => void;
  canReproduce: ((code: ErrorCode) => boolean) | undefined;
};

const dialects = { 'chart-output': 'Chart-Output', 'image-charts': 'Image-Charts' };

export function DecodedView({ decoded, removed, atMs, onJump, onLoad, onReproduce, canReproduce }: Props) {
  const { verdict, chart, dialect, kind } = decoded;
  const words = pastedWords(decoded);
  const code = verdict.kind === 'documented' || verdict.kind === 'unreached' ? verdict.code : undefined;
  const repeatable = code !== undefined && (canReproduce?.(code) ?? true);
  return (
    <section
      className={`error-card decoded ${words?.move ?? 'plain'}`}
      aria-label="Decoded response"
      data-error-code={pastedCode(decoded)}
    >
      <p className="chips">
        <span className="chip">{kindWords[kind]}</span>
        {dialect && <span className="chip">{dialects[dialect]}</span>}
        <span className={`chip ${removed > 0 ? 'removed' : ''}`}>
          <ShieldCheck aria-hidden />
          {removed === 0 ? 'No secrets found' : removedText(removed)}
        </span>
      </p>
      {words ? <Explained words={words} /> : <Other decoded={decoded} />}
      {words && words.details.length > 0 && (
        <DecodedFields details={words.details} onJump={(detail) => onJump(detail, chart?.text)} />
      )}
      {words && <Facts words={words} />}
      {words && (
        <p className="fix">
          <strong>What to do</strong> {words.fix}
        </p>
      )}
      {words && <DecodedWait decoded={decoded} atMs={atMs} />}
      {words && words.departures.length > 0 && (
        <ul className="departures">
          {words.departures.map((departure) => (
            <li key={departure}>
              <CircleAlert aria-hidden /> {departure}
            </li>
          ))}
        </ul>
      )}
      {(chart || repeatable) && (
        <div className="moves">
          {chart && (
            <button type="button" className="btn primary" onClick={() => onLoad(chart.text)}>
              <FileInput aria-hidden /> Load the chart
            </button>
          )}
          {code && repeatable && (
            <button type="button" className="btn" onClick={() => onReproduce(code)}>
              <Repeat aria-hidden /> Reproduce here
            </button>
          )}
        </div>
      )}
      {words?.requestId && (
        <p className="request-id">
          Request id <code>{words.requestId}</code>
          <CopyButton
            className="btn quiet small icon"
            text={words.requestId}
            label="Copy request id"
            icon={<Copy aria-hidden />}
            bare
          />
        </p>
      )}
      <DecodedParts decoded={decoded} open={words === undefined} />
    </section>
  );
}

function Facts({ words: { facts } }: { words: CardWords }) {
  if (facts.length === 0) return null;
  return (
    <dl className="facts">
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
