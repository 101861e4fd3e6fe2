// In: the text to begin with. Out: the playground. Holds the text, the only truth there is, and is the one place where the rooms
// meet: editor → draft → preview and links → request → card → back to the editor.
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Detail } from '#shared/errors.ts';
import { LazyIncoming } from './data/lazy-incoming.tsx';
import { DocumentPane } from './document-pane.tsx';
import { setValue } from './editor/edit-value.ts';
import { LazyFixMenu } from './editor/lazy-fixes.tsx';
import { problemsFromDetails } from './editor/places.ts';
import type { TextRange } from './editor/problem.ts';
import { Notice } from './notice.tsx';
import { LazyPalette } from './palette/lazy-palette.tsx';
import type { PageMoves } from './palette/page-commands.ts';
import { type Part, PhoneTabs } from './phone-tabs.tsx';
import { Preview } from './preview/preview.tsx';
import { type KeyChoice, keepChoice, keptChoice, keyOf } from './request/api-keys.ts';
import { LazyRequestRoom } from './request/lazy-room.tsx';
import type { ServersWord } from './request/request-room.tsx';
import { useTarget } from './request/use-target.ts';
import { type Face, useSettings } from './settings.ts';
import { ShareBar } from './share/share-bar.tsx';
import { Splitter } from './splitter.tsx';
import type { Start } from './start.ts';
import { hasSurface, SurfaceHost, useSurfaces } from './surfaces.tsx';
import { useDocument } from './use-document.ts';
import { useKeptDraft } from './use-kept-draft.ts';
import { usePageKeys } from './use-page-keys.ts';
import { useProblems } from './use-problems.ts';
import type { Workbench } from './workbench.ts';

/** A chart that comes from elsewhere on the page, with what it is to be sent with. */
export type Loading = {
  /** Left out, the text stays. */
  text?: string;
  label: string;
  choice?: KeyChoice;
  method?: 'POST' | 'GET';
  /** A place in it to show. */
  detail?: Detail;
};

type Props = {
  start: Start;
  theme: 'light' | 'dark';
  /** Not seen at present: keeps everything, and leaves the keyboard alone. */
  hidden: boolean;
  /** Moves that belong to the whole page. */
  page: Pick<PageMoves, 'theme' | 'errorLab' | 'help'> & { playground: () => void };
  paletteOpen: boolean;
  onPalette: (open: boolean) => void;
  onReady: (load: (loading: Loading) => void) => void;
  /** What was pasted into the editor and is no chart but an answer. */
  onDecode: (pasted: string) => void;
};

export function Playground({ start, theme, hidden, page, paletteOpen, onPalette, onReady, onDecode }: Props) {
  const [settings, change] = useSettings();
  const { text, setText, read, draft, lastGood, editor, textOf, caret, moves, onHandle } = useDocument(
    start.text,
  );
  const [notice, setNotice] = useState(start.notice);
  const [share, setShare] = useState(45);
  const saved = useKeptDraft(text);
  const [part, setPart] = useState<Part>('chart');
  const setFace = useCallback((face: Face) => change({ face }), [change]);

  const [choice, setChoice] = useState(keptChoice);
  const [method, setMethod] = useState<'POST' | 'GET'>('POST');
  const target = useTarget();
  const { dialect, origin, sign } = target;
  const [word, setWord] = useState<ServersWord>();
  const problems = useProblems(read, word);

  const reveal = useCallback(
    (range: TextRange) => {
      setFace('json');
      setPart('chart');
      // Not before the editor is seen and holds the text.
      requestAnimationFrame(() => editor.current?.reveal(range));
    },
    [setFace, editor],
  );
  const bench = useMemo<Workbench>(
    () => ({
      text,
      draft: read.draft,
      draftText: read.text,
      lastGood,
      ...moves,
      reveal,
      caret,
      dialect,
      origin: origin || location.origin,
      sign,
    }),
    [text, read, lastGood, moves, reveal, caret, dialect, origin, sign],
  );
  const replace = useCallback(
    (next: string, label: string) => {
      moves.replace(next, label);
      // Undo belongs to the editor: with the focus there, it is one key away.
      editor.current?.focus();
    },
    [moves, editor],
  );
  const jumpToDetail = (detail: Detail) => {
    const [problem] = problemsFromDetails(text, [detail]);
    if (problem) reveal(problem.range);
  };

  const [fixing, setFixing] = useState<boolean>();
  const { show: showSurface, ...surfaces } = useSurfaces();
  const renderOrCancel = useRef<(() => void) | undefined>(undefined);
  const [wanted, setWanted] = useState(false);
  const submit = useCallback(() => {
    // Pressed before the request room is there: done as soon as it is.
    if (renderOrCancel.current) renderOrCancel.current();
    else setWanted(true);
  }, []);
  const onSender = useCallback(
    (move: () => void) => {
      renderOrCancel.current = move;
      if (!wanted) return;
      setWanted(false);
      move();
    },
    [wanted],
  );
  /** Seen first, done then: a command may be given from the error lab as well. */
  const here = (act: () => void) => () => {
    page.playground();
    requestAnimationFrame(act);
  };
  const press = (command: string) =>
    here(() => {
      setPart('picture');
      requestAnimationFrame(() => {
        const button = document.querySelector<HTMLElement>(`[data-command="${command}"]`);
        button?.focus();
        button?.click();
      });
    });
  const pageMoves: PageMoves = {
    ...page,
    show: (surface) => here(() => showSurface(surface))(),
    render: here(submit),
    format: here(() => editor.current?.format()),
    face: (face) => here(() => setFace(face))(),
    simple: () => change({ simpleEditor: !settings.simpleEditor }),
    fix: here(() => setFixing(true)),
    copyImageUrl: press('copy-image-url'),
    copyEditLink: press('copy-edit-link'),
  };
  usePageKeys({
    render: hidden ? () => undefined : submit,
    palette: () => onPalette(true),
    design: () => pageMoves.face('design'),
    json: () => pageMoves.face('json'),
    fix: () => pageMoves.fix(),
    'save-version': () => hasSurface('history') && pageMoves.show('history'),
    help: page.help,
  });

  const choose = useCallback((next: KeyChoice) => {
    setChoice(next);
    keepChoice(next);
  }, []);
  useEffect(
    () =>
      onReady((loading) => {
        if (loading.text !== undefined) replace(loading.text, loading.label);
        if (loading.choice) choose(loading.choice);
        if (loading.method) setMethod(loading.method);
        const { detail } = loading;
        const [problem] = detail ? problemsFromDetails(loading.text ?? textOf.current, [detail]) : [];
        if (problem) reveal(problem.range);
      }),
    [onReady, replace, choose, reveal, textOf],
  );

  return (
    <>
      {notice && !hidden && (
        <Notice
          notice={notice}
          onDismiss={() => setNotice(undefined)}
          onRestore={(draftText) => {
            replace(draftText, 'Restore draft');
            setNotice(undefined);
          }}
        />
      )}
      <main
        className="panes"
        hidden={hidden}
        data-part={part}
        style={{ '--share': `${share}%` } as React.CSSProperties}
      >
        <div className="pane left">
          <DocumentPane
            bench={bench}
            saved={saved}
            face={settings.face}
            onFace={setFace}
            simple={settings.simpleEditor}
            onSimple={(simpleEditor) => change({ simpleEditor })}
            theme={theme}
            problems={problems}
            offer={
              <LazyIncoming
                bench={bench}
                hidden={hidden}
                onDecode={onDecode}
                onData={(pasted) => showSurface('data', pasted)}
                onLink={(pasted) => showSurface('open-url', pasted)}
              />
            }
            onText={setText}
            onSubmit={submit}
            onHandle={onHandle}
            onFormat={() => editor.current?.format()}
            onShow={showSurface}
          />
        </div>
        <Splitter share={share} onShare={setShare} />
        <div className="pane right">
          <Preview spec={lastGood} broken={!draft.ok} onShow={showSurface} />
          <ShareBar
            chart={draft.ok ? draft.value : undefined}
            text={text}
            withKey={keyOf(choice) !== null && dialect === 'chart-output'}
            dialect={dialect}
            origin={bench.origin}
            sign={sign}
            onShow={showSurface}
          />
          <LazyRequestRoom
            text={text}
            value={draft.value}
            target={target}
            choice={choice}
            onChoice={choose}
            method={method}
            onMethod={setMethod}
            frozen={start.frozen}
            onField={(field, value) => moves.edit(setValue(text, [field], value), `Set ${field}`)}
            onJump={jumpToDetail}
            onWord={setWord}
            onReady={onSender}
          />
        </div>
      </main>
      {!hidden && <PhoneTabs part={part} face={settings.face} onPart={setPart} onFace={setFace} />}
      <SurfaceHost {...surfaces} bench={bench} />
      {fixing !== undefined && (
        <LazyFixMenu
          text={read.text}
          problems={problems}
          caret={caret.offset()}
          open={fixing}
          onClose={() => setFixing(false)}
          onFix={({ edits, title }) => text === read.text && moves.edit(edits, title)}
        />
      )}
      <LazyPalette moves={pageMoves} open={paletteOpen} onClose={() => onPalette(false)} />
    </>
  );
}
