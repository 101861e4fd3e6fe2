// In: theme, font and the Tab choice. Out: the options of the Monaco editor.
import type * as Monaco from 'monaco-editor/editor';
import { EDITOR_NAME } from './editor-props.ts';
import { themeName } from './monaco-themes.ts';

export function monacoOptions(given: {
  theme: 'light' | 'dark';
  fontFamily: string;
  tabLeaves: boolean;
}): Monaco.editor.IStandaloneEditorConstructionOptions {
  return {
    theme: themeName(given.theme),
    ariaLabel: EDITOR_NAME,
    tabFocusMode: given.tabLeaves,
    fontFamily: given.fontFamily,
    fontSize: 13,
    lineHeight: 20,
    tabSize: 2,
    insertSpaces: true,
    detectIndentation: false,
    padding: { top: 12, bottom: 12 },
    automaticLayout: true,
    minimap: { enabled: false },
    wordWrap: 'on',
    wrappingIndent: 'indent',
    scrollBeyondLastLine: false,
    cursorSmoothCaretAnimation: 'off',
    renderLineHighlight: 'line',
    renderLineHighlightOnlyWhenFocus: true,
    // Models read this one by its flat name; the nested form reaches the editor only.
    ...{ 'bracketPairColorization.enabled': false },
    // What is typed or pasted stands there letter by letter: nothing is closed, indented or surrounded along with it.
    autoSurround: 'never',
    autoClosingBrackets: 'never',
    autoClosingQuotes: 'never',
    autoIndent: 'none',
    trimAutoWhitespace: false,
    multiCursorPaste: 'full',
    guides: { indentation: true, bracketPairs: false },
    stickyScroll: { enabled: false },
    folding: true,
    foldingStrategy: 'indentation',
    showFoldingControls: 'mouseover',
    glyphMargin: false,
    lineNumbersMinChars: 3,
    lineDecorationsWidth: 12,
    overviewRulerLanes: 2,
    overviewRulerBorder: false,
    hideCursorInOverviewRuler: true,
    scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, useShadows: false },
    links: false,
    occurrencesHighlight: 'off',
    selectionHighlight: false,
    wordBasedSuggestions: 'off',
    quickSuggestions: { strings: true, other: true, comments: false },
    // Enter after a finished value must stay a new line.
    acceptSuggestionOnEnter: 'smart',
    acceptSuggestionOnCommitCharacter: false,
    suggest: { showWords: false, showStatusBar: false, preview: false },
    hover: { delay: 300, above: false },
    unicodeHighlight: { ambiguousCharacters: false, invisibleCharacters: true, nonBasicASCII: false },
    // The default asks in a dialog about U+2028, which is plain text in JSON.
    unusualLineTerminators: 'off',
    fixedOverflowWidgets: true,
    contextmenu: false,
    dropIntoEditor: { enabled: false },
    accessibilitySupport: 'auto',
  };
}
