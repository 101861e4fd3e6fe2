// In: the text to begin with. Out: the page: the bar at the top, and under it the playground or the error lab.
import { lazy, Suspense, useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { Header } from './header.tsx';
import { NewVersion } from './offline/new-version.tsx';
import { type Loading, Playground } from './playground.tsx';
import { type Settings, useSettings, useTheme } from './settings.ts';
import type { Start } from './start.ts';
import { useView } from './use-view.ts';
import './app.css';

const ErrorLab = lazy(() => import('./errors/lab/error-lab.tsx').catch(() => ({ default: NotLoaded })));
const HelpDialog = lazy(() => import('./help-dialog.tsx').catch(() => ({ default: Nothing })));

export function App({ start }: { start: Start }) {
  const [settings, change] = useSettings();
  const theme = useTheme(settings.theme);
  const [helpOpen, setHelpOpen] = useState(false);
  const [view, show] = useView();
  const load = useRef<(loading: Loading) => void>(() => undefined);
  const onReady = useCallback((loader: (loading: Loading) => void) => {
    load.current = loader;
  }, []);
  const [pasted, setPasted] = useState<string>();
  const [coming, setComing] = useState<Loading>();
  // Once the editor can be seen: only then it can be typed into, and undone.
  useLayoutEffect(() => {
    if (!coming || view !== 'playground') return;
    load.current(coming);
    setComing(undefined);
  }, [coming, view]);
  // Stays once it was asked for: closing it gives the focus back.
  const [helped, setHelped] = useState(false);
  const openHelp = useCallback(() => {
    setHelped(true);
    setHelpOpen(true);
  }, []);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const page = useMemo(
    () => ({
      theme: (next: Settings['theme']) => change({ theme: next }),
      errorLab: () => show('errors'),
      playground: () => show('playground'),
      help: openHelp,
    }),
    [change, show, openHelp],
  );
  return (
    <div className="page">
      <Header
        view={view}
        onView={show}
        theme={settings.theme}
        onTheme={(next) => change({ theme: next })}
        onHelp={openHelp}
        onPalette={() => setPaletteOpen(true)}
      />
      <NewVersion />
      <Playground
        start={start}
        theme={theme}
        hidden={view !== 'playground'}
        page={page}
        paletteOpen={paletteOpen}
        onPalette={setPaletteOpen}
        onReady={onReady}
        onDecode={(text) => {
          setPasted(text);
          show('errors');
        }}
      />
      {view === 'errors' && (
        <Suspense fallback={<main className="lab-loading">Loading the error lab…</main>}>
          <ErrorLab
            pasted={pasted}
            onLoad={(loading) => {
              setPasted(undefined);
              setComing(loading);
              show('playground');
            }}
          />
        </Suspense>
      )}
      {helped && (
        <Suspense fallback={null}>
          <HelpDialog open={helpOpen} onClose={() => setHelpOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** A part of the page that was asked for when its server was gone. */
function NotLoaded() {
  return (
    <main className="lab-loading">
      <p>This part of the page could not be loaded. Is the server running?</p>
      <p>
        <a href={location.pathname}>Try again</a>
      </p>
    </main>
  );
}

const Nothing = () => <></>;
