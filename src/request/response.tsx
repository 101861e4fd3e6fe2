// In: the state of the call. Out: the region that shows what came back: the picture and its facts, or the card it is given.
import { CircleCheck, Copy, Download, Image, Link, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { CopyButton } from '../share/copy-button.tsx';
import type { CallState } from './call.ts';
import { lastAttempt } from './call.ts';
import { HeadersPane } from './headers-pane.tsx';
import { resultLine } from './result-line.ts';
import type { Exchange } from './send.ts';
import { useNow } from './use-now.ts';
import './response.css';

/** Nothing flashes for an answer that comes at once. */
const PROGRESS_AFTER_MS = 700;

type Props = {
  call: CallState /** The chart was edited since. */;
  outdated: boolean;
  card: ReactNode;
  gauge: ReactNode;
  onCancel: () => void;
};

export function Response({ call, outdated, card, gauge, onCancel }: Props) {
  const attempt = lastAttempt(call);
  const exchange = attempt?.exchange;
  const picture = exchange?.result.kind === 'answer' ? exchange.result.picture : null;
  const region = useRef<HTMLElement>(null);
  const focused = useRef(false);
  useEffect(() => {
    if (exchange) broughtIntoSight(region.current);
    // A card that went away took the focus with it: it stays in this region instead of falling back to the page's start.
    if (focused.current && document.activeElement === document.body)
      region.current?.focus({ preventScroll: true });
  }, [exchange]);
  return (
    <section
      className="panel response"
      ref={region}
      tabIndex={-1}
      onFocus={() => {
        focused.current = true;
      }}
      onBlur={({ target, relatedTarget }) => {
        focused.current = relatedTarget
          ? region.current?.contains(relatedTarget) === true
          : !target.isConnected;
      }}
      aria-label="Response"
      aria-busy={call.phase === 'sending'}
    >
      <div className="panel-head">
        <h2>Response</h2>
        {call.phase === 'sending' && call.sentAtMs !== undefined ? (
          <Progress
            sinceMs={call.sentAtMs}
            onCancel={onCancel}
            before={exchange && <ResultLine exchange={exchange} tries={call.attempts.length} />}
          />
        ) : (
          exchange && <ResultLine exchange={exchange} tries={call.attempts.length} />
        )}
      </div>
      <div className="response-body">
        {!exchange && <Empty cancelled={call.ending === 'cancelled'} />}
        {exchange && picture && (
          <Picture key={call.sequence} picture={picture} exchange={exchange} outdated={outdated} />
        )}
        {exchange && !picture && card}
        {exchange && !picture && attempt?.verdict.kind === 'success' && <TextReply exchange={exchange} />}
        {exchange && <HeadersPane exchange={exchange} />}
      </div>
      {gauge}
    </section>
  );
}

/** An answer that begins low on the screen is brought up; one that is in sight stays where it is. */
function broughtIntoSight(region: HTMLElement | null): void {
  if (!region || region.getBoundingClientRect().top < innerHeight * 0.6) return;
  const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
  region.scrollIntoView({ block: 'start', behavior: calm ? 'auto' : 'smooth' });
}

function Empty({ cancelled }: { cancelled: boolean }) {
  return (
    <div className="response-empty">
      <Image aria-hidden />
      <p>{cancelled ? 'Cancelled. Nothing came back.' : 'The server’s picture appears here.'}</p>
      <p className="hint">
        Press Render
        <span className="keys">
          {' '}
          or <kbd>Ctrl</kbd> <kbd>Enter</kbd>
        </span>
        . Test keys show every refusal.
      </p>
    </div>
  );
}

function ResultLine({ exchange, tries }: { exchange: Exchange; tries: number }) {
  const ok = exchange.result.kind === 'answer' && exchange.result.status < 400;
  return (
    <p className={`result-line ${ok ? 'ok' : 'failed'}`} role="status">
      {resultLine(exchange, tries).map((part) => (
        <span key={part}>{part}</span>
      ))}
    </p>
  );
}

/** Takes the place of the result line, so that nothing below it moves. */
function Progress({
  sinceMs,
  onCancel,
  before,
}: {
  sinceMs: number;
  onCancel: () => void;
  before: ReactNode;
}) {
  const now = useNow(Number.MAX_SAFE_INTEGER, 100);
  const elapsed = now - sinceMs;
  if (elapsed < PROGRESS_AFTER_MS) return before;
  return (
    <div className="progress">
      <span className="track" aria-hidden>
        <i />
      </span>
      <span className="elapsed">Waiting for the server, {(elapsed / 1000).toFixed(1)} s</span>
      <button type="button" className="btn small" onClick={onCancel}>
        <X aria-hidden /> Stop waiting
      </button>
    </div>
  );
}

function Picture({ picture, exchange, outdated }: { picture: Blob; exchange: Exchange; outdated: boolean }) {
  const [url, setUrl] = useState<string>();
  useEffect(() => {
    const made = URL.createObjectURL(picture);
    setUrl(made);
    return () => URL.revokeObjectURL(made);
  }, [picture]);
  const kind = (picture.type.split('/')[1] ?? 'png').replace('+xml', '');
  if (!url) return null;
  return (
    <figure className="picture">
      {kind === 'pdf' ? (
        <p className="pdf">
          <CircleCheck aria-hidden /> The PDF is ready.
        </p>
      ) : (
        <div className="checker">
          <img src={url} alt="Rendered chart" />
        </div>
      )}
      <figcaption>
        <a className="btn small" href={url} download={`chart.${kind === 'jpeg' ? 'jpg' : kind}`}>
          <Download aria-hidden /> Download {kind.toUpperCase()}
        </a>
        {outdated && <span className="chip">Made before your last edit</span>}
        {exchange.result.kind === 'answer' && exchange.result.headers['x-cache'] === 'HIT' && (
          <span className="chip">From the cache, not charged</span>
        )}
      </figcaption>
    </figure>
  );
}

function TextReply({ exchange }: { exchange: Exchange }) {
  const { result } = exchange;
  if (result.kind !== 'answer' || result.body === null) return null;
  const saved = savedUrl(result.body);
  if (saved)
    return (
      <p className="saved">
        <Link aria-hidden />
        <a href={saved} target="_blank" rel="noreferrer">
          {saved}
        </a>
        <CopyButton
          className="btn quiet small icon"
          label="Copy link of the saved picture"
          icon={<Copy aria-hidden />}
          text={saved}
          bare
        />
      </p>
    );
  return <pre className="verbatim text-reply">{result.body.slice(0, 20_000)}</pre>;
}

/** The answer to `returnUrl: true`; only a web address becomes a link. */
function savedUrl(body: string): string | undefined {
  try {
    const { url } = JSON.parse(body) as { url?: unknown };
    return typeof url === 'string' && /^https?:\/\//.test(url) ? url : undefined;
  } catch {
    return undefined;
  }
}
