// In: the chart as it stands and its text. Out: the bar that turns it into links: the image URL with its length against the
// documented limit, the edit link, and the way to all others.
import { Image, Link, Share2 } from 'lucide-react';
import { useId, useMemo } from 'react';
import type { Dialect } from '#shared/errors.ts';
import { LIMITS } from '#shared/limits.ts';
import { imagePath } from '../request/target.ts';
import type { SurfaceId } from '../surfaces.tsx';
import { CopyButton } from './copy-button.tsx';
import './share-bar.css';

type Props = {
  /** The chart as JSON, valid; undefined while the text cannot be drawn. */
  chart: unknown;
  text: string;
  withKey: boolean;
  dialect: Dialect;
  /** What stands before every path. */
  origin: string;
  /** Signs a path; left out where nothing is signed. */
  sign: ((path: string) => Promise<string>) | undefined;
  onShow: (surface: SurfaceId) => void;
};

/** Path and query. Image-Charts documents none: what most servers and proxies on the way take. */
const LONGEST: Record<Dialect, number> = { 'chart-output': LIMITS.urlCharacters, 'image-charts': 8000 };

export function ShareBar({ chart, text, withKey, dialect, origin, sign, onShow }: Props) {
  const path = useMemo(() => (chart === undefined ? undefined : imagePath(chart, dialect)), [chart, dialect]);
  const noteId = useId();
  const characters = path?.length ?? 0;
  const most = LONGEST[dialect];
  const over = characters - most;
  const level = over > 0 ? 'over' : characters > most * 0.85 ? 'near' : '';
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
            aria-valuemax={most}
            aria-valuenow={Math.min(characters, most)}
            aria-valuetext={`${characters} of ${most} characters`}
          >
            <i style={{ width: `${Math.min(100, (characters / most) * 100)}%` }} />
          </div>
          <span className={`count ${level}`}>
            {characters} / {most}
          </span>
        </div>
      </div>
      <div className="moves">
        <CopyButton
          className={`btn ${over > 0 ? '' : 'primary'}`}
          label="Copy image URL"
          command="copy-image-url"
          icon={<Image aria-hidden />}
          text={sign && path ? async () => origin + (await sign(path)) : origin + (path ?? '')}
          disabled={path === undefined || over > 0}
          describedBy={noteId}
        />
        <CopyButton
          command="copy-edit-link"
          label="Copy edit link"
          icon={<Link aria-hidden />}
          text={() => editLink(text)}
        />
        <button
          type="button"
          className={`btn ${over > 0 ? 'primary' : 'quiet'}`}
          onClick={() => onShow('share')}
        >
          <Share2 aria-hidden /> Share…
        </button>
        <p className={`note ${over > 0 ? 'over' : ''}`} id={noteId}>
          {note(path, over, withKey, dialect)}
        </p>
      </div>
    </section>
  );
}

function note(path: string | undefined, over: number, withKey: boolean, dialect: Dialect): string {
  if (path === undefined) return 'Fix the problems in the chart to get its URL.';
  if (over > 0)
    return dialect === 'chart-output'
      ? `${over} characters too long for a URL: press Share for a shorter one.`
      : `${over} characters too long for most servers: press Share for a shorter one.`;
  return withKey ? 'Your key is part of no link.' : 'Works in any <img>.';
}

/** The codec is loaded when the first link is made: the page starts without it. */
async function editLink(text: string): Promise<string> {
  const { editHash } = await import('./edit-link.ts');
  return `${location.origin}/${editHash(text)}`;
}
