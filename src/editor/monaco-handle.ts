// In: one Monaco editor and its model. Out: what the page may ask of it, and the edits that Monaco does not do by itself.
import type * as Monaco from 'monaco-editor/editor';
import type { TextEdit } from './edit-value.ts';
import type { EditorHandle, EditorView } from './editor-props.ts';
import { formatJson } from './format.ts';
import { rangeIn } from './monaco-language.ts';
import { replacement } from './replacement.ts';

/** Longer lines are not worth the time: nobody types one within a frame. */
const longestSettled = 2000;

type Editor = Monaco.editor.IStandaloneCodeEditor;
type Model = Monaco.editor.ITextModel;

/** One step of undo, apart from the typing before and after it; or, where `goesOn`, part of the step before. */
export function push(
  monaco: typeof Monaco,
  editor: Editor,
  model: Model,
  edits: readonly TextEdit[],
  goesOn = false,
): void {
  const operations = edits.map((edit) => operation(monaco, model, edit));
  if (goesOn) model.popStackElement();
  else model.pushStackElement();
  model.pushEditOperations(editor.getSelections() ?? [], operations, () => null);
  model.pushStackElement();
}

const operation = (monaco: typeof Monaco, model: Model, { offset, length, content }: TextEdit) => ({
  range: rangeIn(monaco, model, { start: offset, end: offset + length }),
  text: content,
});

export function handleOf(monaco: typeof Monaco, editor: Editor, model: Model): EditorHandle {
  let joined: { join: string; version: number } | undefined;
  return {
    applyEdits(edits, _label, join) {
      const goesOn = join !== undefined && joined?.join === join && joined.version === model.getVersionId();
      push(monaco, editor, model, edits, goesOn);
      joined = join === undefined ? undefined : { join, version: model.getVersionId() };
    },
    reveal(range) {
      const selection = rangeIn(monaco, model, range);
      editor.setSelection(selection);
      editor.revealRangeInCenter(selection, monaco.editor.ScrollType.Immediate);
      editor.focus();
    },
    format() {
      const formatted = formatJson(model.getValue());
      const edit = formatted.ok ? replacement(model.getValue(), formatted.text) : undefined;
      if (edit) push(monaco, editor, model, [edit]);
      return formatted.ok;
    },
    undo: () => void model.undo(),
    redo: () => void model.redo(),
    focus: () => editor.focus(),
    selection() {
      const at = editor.getSelection() ?? new monaco.Selection(1, 1, 1, 1);
      const start = model.getOffsetAt(at.getStartPosition());
      return { start, end: model.getOffsetAt(at.getEndPosition()) };
    },
    scrollTop: () => editor.getScrollTop(),
  };
}

export function restore(
  monaco: typeof Monaco,
  editor: Editor,
  model: Model,
  view: EditorView | undefined,
): void {
  if (!view) return;
  editor.setSelection(rangeIn(monaco, model, view.selection));
  editor.setScrollTop(view.scrollTop, monaco.editor.ScrollType.Immediate);
  if (view.focused) editor.focus();
}

/**
 * Monaco 0.57 forgets to recount the tokens of a line that was empty. If it is joined to another one before the next frame, its
 * tree of brackets never ends (seen: text with an empty last line, three keys within one frame). Colouring a line counts anew.
 */
export function settleTokens(
  monaco: typeof Monaco,
  model: Model,
  changes: readonly Monaco.editor.IModelContentChange[],
): void {
  for (const { range, text } of changes) {
    const line = Math.min(range.startLineNumber + text.split('\n').length - 1, model.getLineCount());
    if (model.getLineLength(line) < longestSettled) monaco.editor.colorizeModelLine(model, line);
  }
}
