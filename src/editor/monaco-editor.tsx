// In: text and problems. Out: the advanced editor with its strip about Tab. The only way into the lazy Monaco chunk.
import { useEffect, useEffectEvent, useId, useLayoutEffect, useRef, useState } from 'react';
import type { InnerEditorProps } from './editor-props.ts';
import { monacoKit } from './monaco-kit.ts';
import { openMonaco, type Session } from './monaco-session.ts';
import { keepTabLeaves, onMac, readTabLeaves } from './tab-mode.ts';

export default function MonacoEditor(props: InnerEditorProps) {
  const { text, problems, problemsText = text, theme } = props;
  const host = useRef<HTMLDivElement>(null);
  const session = useRef<Session>(undefined);
  const hint = useId();
  const [tabLeaves, setTabLeaves] = useState(readTabLeaves);
  const toggleTab = () => {
    keepTabLeaves(!tabLeaves);
    setTabLeaves(!tabLeaves);
  };

  const onText = useEffectEvent((next: string) => props.onText(next));
  const onCaret = useEffectEvent((offset: number) => props.onCaret?.(offset));
  const onSubmit = useEffectEvent(() => props.onSubmit?.());
  const onToggleTab = useEffectEvent(toggleTab);
  const open = useEffectEvent((element: HTMLElement) => {
    try {
      const view = props.takeView();
      const words = { text, theme, tabLeaves, view, describedBy: hint };
      const opening = { ...words, onText, onCaret, onSubmit, onToggleTab };
      return openMonaco(monacoKit(), element, opening);
    } catch (error) {
      console.warn('The advanced editor could not start', error);
      props.onBroken();
      return undefined;
    }
  });
  const onOpen = useEffectEvent((opened: Session) => props.onReady?.(opened.handle));
  const onLeave = useEffectEvent((opened: Session) => props.leaveView(opened.view()));

  useLayoutEffect(() => {
    const opened = host.current ? open(host.current) : undefined;
    if (!opened) return undefined;
    session.current = opened;
    onOpen(opened);
    return () => {
      onLeave(opened);
      session.current = undefined;
      opened.dispose();
    };
  }, []);

  useLayoutEffect(() => session.current?.setText(text), [text]);
  useEffect(() => session.current?.setProblems(problems, problemsText), [problems, problemsText]);
  useEffect(() => session.current?.setTheme(theme), [theme]);
  useEffect(() => session.current?.setTabLeaves(tabLeaves), [tabLeaves]);

  const key = onMac() ? 'Ctrl+Shift+M' : 'Ctrl+M';
  return (
    <>
      <div className="editor-body editor-monaco" ref={host} />
      <div className="editor-strip">
        <button type="button" className="editor-strip-button" id={hint} onClick={toggleTab}>
          {tabLeaves
            ? `Tab leaves the editor. Press ${key} to let Tab indent`
            : `Tab indents. Press ${key} to let Tab leave the editor`}
        </button>
      </div>
    </>
  );
}
