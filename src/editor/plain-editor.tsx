// In: text and problems. Out: a plain text area with line numbers and marked problems: the first editor on every screen, the
// only one on small ones, and an equal by choice. Tab leaves it; undo is the browser's own.
import {
  type KeyboardEvent,
  type ReactNode,
  type UIEvent,
  useEffectEvent,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { echoFilter, editorText } from './echo.ts';
import { EDITOR_NAME, type EditorHandle, type InnerEditorProps } from './editor-props.ts';
import { nextProblem } from './markers.ts';
import { PlainGutter, PlainMarks } from './plain-marks.tsx';
import { plainHandle, replace } from './plain-text.ts';
import { replacement } from './replacement.ts';

export function PlainEditor(props: InnerEditorProps & { note?: ReactNode }) {
  const { text, problems, problemsText = text } = props;
  const area = useRef<HTMLTextAreaElement>(null);
  const handle = useRef<EditorHandle>(undefined);
  const [echo] = useState(echoFilter);
  const fromOutside = useRef(false);
  const report = (next: string) => {
    if (fromOutside.current) return;
    echo.sending(next);
    props.onText(next);
  };

  const onOpen = useEffectEvent((element: HTMLTextAreaElement) => {
    const opened = plainHandle(element);
    const view = props.takeView();
    if (view) {
      element.setSelectionRange(view.selection.start, view.selection.end);
      if (view.focused) opened.focus();
      element.scrollTop = view.scrollTop;
    }
    handle.current = opened;
    props.onReady?.(opened);
    if (element.value !== text) report(element.value);
  });
  const onLeave = useEffectEvent((element: HTMLTextAreaElement) =>
    props.leaveView({
      selection: { start: element.selectionStart, end: element.selectionEnd },
      scrollTop: element.scrollTop,
      focused: document.activeElement === element,
    }),
  );
  useLayoutEffect(() => {
    const element = area.current;
    if (!element) return undefined;
    onOpen(element);
    return () => onLeave(element);
  }, []);

  const onOutside = useEffectEvent((next: string) => {
    const element = area.current;
    if (!element || echo.isEcho(next)) return;
    const wanted = editorText(next);
    const edit = replacement(element.value, wanted);
    fromOutside.current = true;
    if (edit) replace(element, edit);
    fromOutside.current = false;
    if (wanted !== next) report(wanted);
  });
  useLayoutEffect(() => onOutside(text), [text]);

  const onScroll = ({ currentTarget }: UIEvent<HTMLTextAreaElement>) => {
    const frame = currentTarget.closest<HTMLElement>('.editor-plain');
    frame?.style.setProperty('--scroll-x', `${-currentTarget.scrollLeft}px`);
    frame?.style.setProperty('--scroll-y', `${-currentTarget.scrollTop}px`);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    const done = keyAction(event, props, handle.current);
    if (!done) return;
    event.preventDefault();
    event.stopPropagation();
    done();
  };
  // Late problems would mark the wrong letters.
  const fitting = problemsText === text ? problems : [];
  return (
    <>
      <div className="editor-body editor-plain">
        <PlainGutter text={text} problems={fitting} />
        <div className="plain-page">
          <PlainMarks text={text} problems={fitting} />
          <textarea
            ref={area}
            className="plain-area"
            aria-label={EDITOR_NAME}
            defaultValue={editorText(text)}
            onInput={(event) => report(event.currentTarget.value)}
            onScroll={onScroll}
            onKeyDown={onKeyDown}
            onSelect={({ currentTarget }) => props.onCaret?.(currentTarget.selectionStart)}
            wrap="off"
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            autoCorrect="off"
          />
        </div>
      </div>
      <div className="editor-strip">{props.note ?? <span>Tab leaves the editor</span>}</div>
    </>
  );
}

function keyAction(
  event: KeyboardEvent<HTMLTextAreaElement>,
  { onSubmit, problems }: InnerEditorProps,
  handle: EditorHandle | undefined,
): (() => void) | undefined {
  if (event.nativeEvent.isComposing || !handle) return undefined;
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return () => !event.repeat && onSubmit?.();
  // On a Mac, Alt turns the letter into another one: the place of the key decides.
  if (event.code === 'KeyF' && event.shiftKey && event.altKey) return handle.format;
  // The browser's own list does not know the steps that were made behind a dialog.
  if ((event.ctrlKey || event.metaKey) && !event.altKey && /^[zy]$/i.test(event.key))
    return /z/i.test(event.key) && !event.shiftKey ? handle.undo : handle.redo;
  if (event.key !== 'F8') return undefined;
  return () => {
    const next = nextProblem(problems, handle.selection().start, event.shiftKey ? -1 : 1);
    if (next) handle.reveal(next.range);
  };
}
