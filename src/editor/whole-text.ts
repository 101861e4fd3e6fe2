// In: Monaco. Out: text that arrives in one piece without a paste (dictation, clipboard keyboards) lands exactly as it is.
import type * as Monaco from 'monaco-editor/editor';

/**
 * Monaco types such a text letter by letter: slow, a line end of two units becomes two lines, and several undo steps.
 * Typed letters arrive one by one and go their usual way.
 */
export function keepWholeTexts(monaco: typeof Monaco): Monaco.IDisposable {
  return monaco.editor.addCommand({
    id: 'type',
    run: (_accessor: unknown, typed: { text: string }) => {
      const editor = monaco.editor.getEditors().find((one) => one.hasTextFocus());
      if (typed.text.length < 2) editor?.trigger('keyboard', 'type', typed);
      else editor?.trigger('keyboard', 'paste', { text: typed.text, pasteOnNewLine: false });
    },
  });
}
