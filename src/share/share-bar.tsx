// In: the chart as it stands and its text. Out: the bar that turns it into links: the image URL with its length against the
// documented limit, the edit link, and POST as curl when the URL would be too long.
import { Image, Link, Terminal } from 'lucide-react';
import { useId, useMemo } from 'react';
import { LIMITS } from '#shared/limits.ts';
import { renderPath } from '#shared/render-url.ts';
import { CopyButton } from './copy-button.tsx';
import { curlCommand } from './curl.ts';
import './share-bar.css';

type Props = {
  /** The chart as JSON, valid; undefined while the text cannot be drawn. */
  chart: unknown;
  text: string;
  format: string;
  withKey: boolean;
};

export function ShareBar({ chart, text, format, withKey }: Props) {
  const path = useMemo(() => (chart === undefined ? undefined : renderPath(asPicture(chart))), [chart]);
  const noteId = useId();
  const characters = path?.length ?? 0;
  const over = characters - LIMITS.urlCharacters;
  const origin = location.origin;
  const file = `chart.${format === 'jpeg' ? 'jpg' : format}`;
  const body = useMemo(() => (chart === undefined ? text : JSON.stringify(chart)), [chart, text]);
  const level = over > 0 ? 'over' : characters > LIMITS.urlCharacters * 0.85 ? 'near' : '';
  return (
    <section className="panel share-bar" aria-label="Share">
      <div className="url-line">
        <input
          className="input url mono"
          aria-label="Image URL"
          readOnly
          value={path ? origin + path : ''}
          placeholder="The URL appears when the chart is valid"
          onFocus={({ target }) => target.select()}
        />
        <div className="url-meter">
          <div
            className={`meter ${level}`}
            role="meter"
            aria-label="URL length"
            aria-valuemin={0}
            aria-valuemax={LIMITS.urlCharacters}
            aria-valuenow={Math.min(characters, LIMITS.urlCharacters)}
            aria-valuetext={`${characters} of ${LIMITS.urlCharacters} characters`}
          >
            <i style={{ width: `${Math.min(100, (characters / LIMITS.urlCharacters) * 100)}%` }} />
          </div>
          <span className={`count ${level}`}>
            {characters} / {LIMITS.urlCharacters}
          </span>
        </div>
      </div>
      <div className="moves">
        <CopyButton
          className="btn primary"
          label="Copy image URL"
          icon={<Image aria-hidden />}
          text={origin + (path ?? '')}
          disabled={path === undefined || over > 0}
          describedBy={noteId}
        />
        <CopyButton label="Copy edit link" icon={<Link aria-hidden />} text={() => editLink(text)} />
        <CopyButton
          className={`btn ${over > 0 ? '' : 'quiet'}`}
          label="Copy as curl"
          icon={<Terminal aria-hidden />}
          text={curlCommand({
            origin,
            path: over > 0 || path === undefined ? '/api/v1/render' : path,
            body: over > 0 || path === undefined ? body : null,
            withKey,
            file,
          })}
        />
        <p className={`note ${over > 0 ? 'over' : ''}`} id={noteId}>
          {note(path, over, withKey)}
        </p>
      </div>
    </section>
  );
}

/** An image URL must answer with the picture itself, whatever the document asks of a POST. */
function asPicture(chart: unknown): unknown {
  if (typeof chart !== 'object' || chart === null) return chart;
  const { returnUrl: _, ...rest } = chart as Record<string, unknown>;
  return rest;
}

function note(path: string | undefined, over: number, withKey: boolean): string {
  if (path === undefined) return 'Fix the problems in the chart to get its URL.';
  if (over > 0) return `${over} characters too long for a URL: copy as curl.`;
  return withKey ? 'Your key is part of no link.' : 'Works in any <img>.';
}

/** The codec is loaded when the first link is made: the page starts without it. */
async function editLink(text: string): Promise<string> {
  const { editHash } = await import('./edit-link.ts');
  return `${location.origin}${location.pathname}${editHash(text)}`;
}
