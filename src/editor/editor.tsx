// In: text and problems. Out: the editor on the screen: the plain one at once, Monaco in its place as soon as that disturbs
// nobody, the plain one again when Monaco fails, on a narrow screen, or by choice. Text, caret, scroll and focus come along.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type Loader, useAdvanced, useNarrow } from './advanced.ts';
import type { EditorHandle, EditorProps, EditorView } from './editor-props.ts';
import { PlainEditor } from './plain-editor.tsx';
import type { TextRange } from './problem.ts';
import { useWayBack } from './way-back.ts';
import './editor.css';

/** A new `nonce` asks once more, even for the same range. */
export type FocusRequest = { range: TextRange; nonce: number };

export type EditorFrameProps = EditorProps & {
  focusRequest?: FocusRequest;
  /** The plain editor by choice. */
  simple?: boolean;
  /** How Monaco is fetched. */
  load?: Loader;
};

const loadMonaco: Loader = () => import('./monaco-editor.tsx');

export function Editor({ focusRequest, simple = false, load = loadMonaco, ...props }: EditorFrameProps) {
  const narrow = useNarrow();
  const [swapped, setSwapped] = useState(false);
  // A window that is made narrow later keeps Monaco, and with it everything that can be undone.
  const advanced = useAdvanced(!simple && (swapped || !narrow), load);
  const handle = useRef<EditorHandle>(undefined);
  const view = useRef<EditorView>(undefined);

  // Once Monaco is on the screen, typing no longer decides anything.
  const Monaco = swapped || advanced.quiet ? advanced.Editor : undefined;
  useEffect(() => setSwapped(Monaco !== undefined), [Monaco]);

  const onReady = useEffectEvent((ready: EditorHandle) => {
    handle.current = ready;
    props.onReady?.(ready);
  });
  const inner = {
    ...props,
    onReady: useCallback((ready: EditorHandle) => onReady(ready), []),
    takeView: useCallback(() => view.current, []),
    leaveView: useCallback((left: EditorView) => {
      view.current = left;
    }, []),
    onBroken: advanced.broken,
  };

  const nonce = focusRequest?.nonce;
  const wayBack = useWayBack();
  const onRequest = useEffectEvent(() => {
    wayBack.remember();
    if (focusRequest) handle.current?.reveal(focusRequest.range);
  });
  useEffect(() => {
    if (nonce !== undefined) onRequest();
  }, [nonce]);

  if (Monaco)
    return (
      // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what happens in the editor inside
      <div className="editor" onKeyDownCapture={wayBack.onKey} onBlur={wayBack.onBlur}>
        <Monaco {...inner} />
      </div>
    );
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens to what happens in the text area inside
    <div
      className="editor"
      onKeyDownCapture={wayBack.onKey}
      onBlur={wayBack.onBlur}
      onFocus={advanced.failed ? undefined : advanced.start}
      onInput={() => advanced.busy()}
      onCompositionStart={() => advanced.busy(true)}
      onCompositionEnd={() => advanced.busy()}
    >
      <PlainEditor
        {...inner}
        note={advanced.failed && !simple && !narrow ? <Unavailable onRetry={advanced.start} /> : undefined}
      />
    </div>
  );
}

function Unavailable({ onRetry }: { onRetry: () => void }) {
  return (
    <span role="status">
      Advanced editor unavailable. Using the simple editor.{' '}
      <button type="button" className="editor-strip-button editor-retry" onClick={onRetry}>
        Retry
      </button>
    </span>
  );
}
