// In: what is shown and the theme chosen. Out: the bar at the top: name, faces of the page, theme, help.
import { BookOpen, CircleHelp, Monitor, Moon, Search, Sun } from 'lucide-react';
import type { Settings } from './settings.ts';
import { pathOf, type View } from './use-view.ts';

type Theme = Settings['theme'];
const next: Record<Theme, Theme> = { system: 'light', light: 'dark', dark: 'system' };
const icons: Record<Theme, typeof Sun> = { system: Monitor, light: Sun, dark: Moon };

const faces: Record<View, string> = { playground: 'Playground', errors: 'Error lab' };

export function Header({
  view,
  onView,
  theme,
  onTheme,
  onHelp,
  onPalette,
}: {
  view: View;
  onView: (view: View) => void;
  theme: Theme;
  onTheme: (theme: Theme) => void;
  onHelp: () => void;
  onPalette: () => void;
}) {
  const Icon = icons[theme];
  return (
    <header className="page-head">
      <svg className="mark" viewBox="0 0 32 32" aria-hidden>
        <rect width="32" height="32" rx="8" fill="#2f5fe8" />
        <rect x="7" y="16" width="4.5" height="9" rx="1.5" fill="#fff" opacity=".75" />
        <rect x="13.75" y="11" width="4.5" height="14" rx="1.5" fill="#fff" />
        <rect x="20.5" y="7" width="4.5" height="18" rx="1.5" fill="#9be7c4" />
      </svg>
      <h1>Chart playground</h1>
      <p className="tagline">Chart JSON in, shareable image out</p>
      <nav aria-label="Pages" className="faces">
        {(Object.keys(faces) as View[]).map((face) => (
          <a
            key={face}
            className="btn quiet"
            href={pathOf[face]}
            aria-current={face === view ? 'page' : undefined}
            onClick={(event) => {
              // A new tab or window is the browser's business.
              if (event.metaKey || event.ctrlKey || event.shiftKey) return;
              event.preventDefault();
              onView(face);
            }}
          >
            {faces[face]}
          </a>
        ))}
      </nav>
      <nav aria-label="Page" className="tools">
        <button type="button" className="btn quiet find" onClick={onPalette} title="All commands (Ctrl+K)">
          <Search aria-hidden /> <span className="wide">Commands</span>
          <span className="visually-hidden narrow">Commands</span>
          <kbd className="wide">Ctrl K</kbd>
        </button>
        <button
          type="button"
          className="btn quiet"
          onClick={() => onTheme(next[theme])}
          title={`Theme: ${theme}. Click for ${next[theme]}.`}
        >
          <Icon aria-hidden /> <span className="wide">Theme: {theme}</span>
          <span className="visually-hidden narrow">Theme: {theme}</span>
        </button>
        <a className="btn quiet" href="/docs" title="The API: endpoints, fields, errors">
          <BookOpen aria-hidden /> <span className="wide">API</span>
          <span className="visually-hidden narrow">API</span>
        </a>
        <button type="button" className="btn quiet" onClick={onHelp} title="Keys and help (?)">
          <CircleHelp aria-hidden /> Help
        </button>
      </nav>
    </header>
  );
}
