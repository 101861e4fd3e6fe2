// In: the document and what may be done with it. Out: the left pane: its two faces, design and JSON, of which the editor is always
// there, because it holds what can be undone.
import {
  AlignLeft,
  Braces,
  Database,
  Ellipsis,
  History,
  LayoutGrid,
  Link2,
  SlidersHorizontal,
  TextCursorInput,
} from 'lucide-react';
import { lazy, type ReactNode, Suspense, useId, useRef } from 'react';
import { Editor } from './editor/editor.tsx';
import type { EditorHandle } from './editor/editor-props.ts';
import { LazyFixButton } from './editor/lazy-fixes.tsx';
import type { Problem } from './editor/problem.ts';
import { ProblemsList } from './editor/problems-list.tsx';
import type { Face } from './settings.ts';
import { hasSurface, type SurfaceId } from './surfaces.tsx';
import type { Workbench } from './workbench.ts';
import './document-pane.css';

const DesignPanel = lazy(() => import('./design/design-panel.tsx').catch(() => ({ default: NotThere })));

type Props = {
  bench: Workbench;
  saved: boolean;
  face: Face;
  onFace: (face: Face) => void;
  simple: boolean;
  onSimple: (simple: boolean) => void;
  theme: 'light' | 'dark';
  problems: readonly Problem[];
  /** A line above the text: what was pasted might be something else. */
  offer: ReactNode;
  onText: (text: string) => void;
  onSubmit: () => void;
  onHandle: (handle: EditorHandle) => void;
  onFormat: () => void;
  onShow: (surface: SurfaceId) => void;
};

export function DocumentPane(props: Props) {
  const { bench, face, problems } = props;
  const designs = face === 'design';
  return (
    <section
      className="panel editor-panel"
      aria-label={designs ? 'Design' : 'Editor'}
      data-region
      tabIndex={-1}
    >
      <div className="panel-head">
        <h2 className="visually-hidden">Chart</h2>
        <Faces face={face} onFace={props.onFace} />
        {!props.saved && <span className="chip unsaved">Draft not saved</span>}
        <Tools {...props} />
      </div>
      {props.offer}
      {designs && (
        <Suspense fallback={<div className="design-coming" />}>
          <DesignPanel bench={bench} />
        </Suspense>
      )}
      <div className="json-face" hidden={designs}>
        <Editor
          text={bench.text}
          onText={props.onText}
          onCaret={bench.caret.move}
          problems={problems}
          problemsText={bench.draftText}
          theme={props.theme}
          simple={props.simple}
          onSubmit={props.onSubmit}
          onReady={props.onHandle}
        />
      </div>
      <ProblemsList
        problems={problems}
        values={bench.draft.values}
        onJump={({ range }) => bench.reveal(range)}
        beside={(problem) => (
          <LazyFixButton
            text={bench.draftText}
            problem={problem}
            onFix={({ edits, title }) => bench.text === bench.draftText && bench.edit(edits, title)}
          />
        )}
      />
    </section>
  );
}

function Faces({ face, onFace }: Pick<Props, 'face' | 'onFace'>) {
  return (
    <fieldset className="faces segmented" aria-label="Face of the chart">
      <button type="button" aria-pressed={face === 'design'} onClick={() => onFace('design')}>
        <SlidersHorizontal aria-hidden /> Design
      </button>
      <button type="button" aria-pressed={face === 'json'} onClick={() => onFace('json')}>
        <Braces aria-hidden /> JSON
      </button>
    </fieldset>
  );
}

const dialogs: readonly { id: SurfaceId; name: string; Icon: typeof Link2 }[] = [
  { id: 'templates', name: 'Templates', Icon: LayoutGrid },
  { id: 'data', name: 'Data', Icon: Database },
  { id: 'history', name: 'History', Icon: History },
];

function Tools({ face, simple, onSimple, onFormat, onShow }: Props) {
  const id = useId();
  const menu = useRef<HTMLDivElement>(null);
  const choose = (act: () => void) => () => {
    menu.current?.hidePopover();
    act();
  };
  return (
    <div className="tools">
      {dialogs.map(
        ({ id: surface, name, Icon }) =>
          hasSurface(surface) && (
            <button
              key={surface}
              type="button"
              className="btn quiet small"
              title={name}
              onClick={() => onShow(surface)}
            >
              <Icon aria-hidden /> <span className="word">{name}</span>
            </button>
          ),
      )}
      {face === 'json' && (
        <button type="button" className="btn quiet small" onClick={onFormat} title="Format (Shift+Alt+F)">
          <AlignLeft aria-hidden /> <span className="word">Format</span>
        </button>
      )}
      <div className="more">
        <button type="button" className="btn quiet small icon" aria-label="More" popoverTarget={id}>
          <Ellipsis aria-hidden />
        </button>
        <div id={id} ref={menu} popover="auto" className="popover menu" role="group" aria-label="More">
          {hasSurface('open-url') && (
            <button type="button" onClick={choose(() => onShow('open-url'))}>
              <Link2 aria-hidden /> Open an image URL…
            </button>
          )}
          <button
            type="button"
            className="wide-only"
            aria-pressed={simple}
            onClick={choose(() => onSimple(!simple))}
          >
            <TextCursorInput aria-hidden /> Simple editor
          </button>
        </div>
      </div>
    </div>
  );
}

const NotThere = () => (
  <p className="design-missing">The design panel could not be loaded. Is the server running?</p>
);
