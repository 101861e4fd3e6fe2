// In: the text to begin with. Out: the page: the bar at the top, and under it the playground or the error lab.
import { lazy, Suspense, useCallback, useRef, useState } from 'react';
import { Header } from './header.tsx';
import { HelpDialog } from './help-dialog.tsx';
import { type Loading, Playground } from './playground.tsx';
import { useSettings, useTheme } from './settings.ts';
import type { Start } from './start.ts';
import { useView } from './use-view.ts';
import './app.css';

const ErrorLab = lazy(() => import('./errors/lab/error-lab.tsx'));

export function App({ start }: { start: Start }) {
  const [settings, change] = useSettings();
  const theme = useTheme(settings.theme);
  const [helpOpen, setHelpOpen] = useState(false);
  const [view, show] = useView();
  const load = useRef<(loading: Loading) => void>(() => undefined);
  const onReady = useCallback((loader: (loading: Loading) => void) => {
    load.current = loader;
  }, []);
  const openHelp = useCallback(() => setHelpOpen(true), []);
  return (
    <div className="page">
      <Header
        view={view}
        onView={show}
        theme={settings.theme}
        onTheme={(next) => change({ theme: next })}
        onHelp={openHelp}
      />
      <Playground
        start={start}
        theme={theme}
        hidden={view !== 'playground'}
        onHelp={openHelp}
        onReady={onReady}
      />
      {view === 'errors' && (
        <Suspense fallback={<main className="lab-loading">Loading the error lab…</main>}>
          <ErrorLab
            onLoad={(loading) => {
              show('playground');
              load.current(loading);
            }}
          />
        </Suspense>
      )}
      <HelpDialog open={helpOpen} onClose={() => setHelpOpen(false)} />
    </div>
  );
}
