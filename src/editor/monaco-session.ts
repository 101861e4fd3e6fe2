// In: an element and a text. Out: one open Monaco editor that owns its text, as plain calls; everything is undone by `dispose`.
import type * as Monaco from 'monaco-editor/editor';
import { echoFilter, editorText } from './echo.ts';
import type { EditorHandle, EditorView } from './editor-props.ts';
import { drawn, nextProblem } from './markers.ts';
import { handleOf, push, restore, settleTokens } from './monaco-handle.ts';
import { bindKeys } from './monaco-keys.ts';
import { LANGUAGE, rangeIn } from './monaco-language.ts';
import { monacoOptions } from './monaco-options.ts';
import { themeName } from './monaco-themes.ts';
import type { Problem } from './problem.ts';
import { replacement } from './replacement.ts';

const OWNER = 'chart';

export type Session = {
  handle: EditorHandle;
  view: () => EditorView;
  setText: (text: string) => void;
  /** Draws problems if they were made for the text that stands here now; late ones are dropped. */
  setProblems: (problems: readonly Problem[], madeFor: string) => void;
  setTheme: (theme: 'light' | 'dark') => void;
  setTabLeaves: (leaves: boolean) => void;
  dispose: () => void;
};

export type Opening = {
  text: string;
  theme: 'light' | 'dark';
  tabLeaves: boolean;
  view: EditorView | undefined;
  /** Id of the element that explains what Tab does. */
  describedBy: string;
  onText: (text: string) => void;
  onCaret: (offset: number) => void;
  onSubmit: () => void;
  onToggleTab: () => void;
};

export function openMonaco(monaco: typeof Monaco, host: HTMLElement, opening: Opening): Session {
  const model = monaco.editor.createModel(editorText(opening.text), LANGUAGE);
  model.setEOL(monaco.editor.EndOfLineSequence.LF);
  const { theme, tabLeaves } = opening;
  const { fontFamily } = getComputedStyle(host);
  const editor = monaco.editor.create(host, { ...monacoOptions({ theme, tabLeaves, fontFamily }), model });
  const echo = echoFilter();
  let problems: readonly Problem[] = [];
  let fromOutside = false;
  const report = (text: string) => {
    echo.sending(text);
    opening.onText(text);
  };
  const changes = model.onDidChangeContent((event) => {
    settleTokens(monaco, model, event.changes);
    if (!fromOutside) report(model.getValue());
  });
  const caret = editor.onDidChangeCursorPosition(({ position }) =>
    opening.onCaret(model.getOffsetAt(position)),
  );
  const handle = handleOf(monaco, editor, model);
  const unbind = bindKeys(monaco, editor, {
    submit: opening.onSubmit,
    format: handle.format,
    toggleTab: opening.onToggleTab,
    walk: (direction) => {
      const next = nextProblem(problems, handle.selection().start, direction);
      if (!next) return;
      handle.reveal(next.range);
      editor.trigger(OWNER, 'editor.action.showHover', {});
    },
  });
  host.querySelector('[role="textbox"]')?.setAttribute('aria-describedby', opening.describedBy);
  if (model.getValue() !== opening.text) report(model.getValue());
  restore(monaco, editor, model, opening.view);
  return {
    handle,
    view: () => ({
      selection: handle.selection(),
      scrollTop: handle.scrollTop(),
      focused: editor.hasTextFocus(),
    }),
    setText(text) {
      if (echo.isEcho(text)) return;
      const wanted = editorText(text);
      const edit = replacement(model.getValue(), wanted);
      fromOutside = true;
      if (edit) push(monaco, editor, model, [edit]);
      fromOutside = false;
      if (wanted !== text) report(wanted);
    },
    setProblems(next, madeFor) {
      if (madeFor !== model.getValue()) return;
      problems = next;
      monaco.editor.setModelMarkers(
        model,
        OWNER,
        drawn(next).map((problem) => markerOf(monaco, model, problem)),
      );
    },
    setTheme: (next) => monaco.editor.setTheme(themeName(next)),
    setTabLeaves: (leaves) => editor.updateOptions({ tabFocusMode: leaves }),
    dispose() {
      unbind();
      changes.dispose();
      caret.dispose();
      editor.dispose();
      model.dispose();
    },
  };
}

type Model = Monaco.editor.ITextModel;

function markerOf(monaco: typeof Monaco, model: Model, problem: Problem): Monaco.editor.IMarkerData {
  const levels = monaco.MarkerSeverity;
  return {
    ...rangeIn(monaco, model, problem.range),
    severity: { error: levels.Error, warning: levels.Warning, info: levels.Info }[problem.severity],
    message: problem.message,
    source: problem.source,
    modelVersionId: model.getVersionId(),
  };
}
