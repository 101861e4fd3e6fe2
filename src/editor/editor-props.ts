// In: nothing. Out: the contract of the two editors, so that the page cannot tell which one is on the screen.
import type { TextEdit } from './edit-value.ts';
import type { Problem, TextRange } from './problem.ts';

/** What the page may ask of the editor. Offsets are UTF-16 units of the text last reported through `onText`. */
export type EditorHandle = {
  /**
   * One undo step; `onText` follows at once. Edits of one list all mean the same text. With `join` it is one step together with
   * the edit before, if that had the same `join` and nothing happened since.
   */
  applyEdits: (edits: readonly TextEdit[], label: string, join?: string) => void;
  /** Scrolls the range to the middle, selects it and takes the focus. */
  reveal: (range: TextRange) => void;
  /** Formats as one undo step. `false` when the text is broken: then nothing changes. */
  format: () => boolean;
  /** One step back or forward; nothing when there is none. Also while the editor is not seen. */
  undo: () => void;
  redo: () => void;
  focus: () => void;
  selection: () => TextRange;
  scrollTop: () => number;
};

/** What survives a change from one editor to the other. */
export type EditorView = { selection: TextRange; scrollTop: number; focused: boolean };

export type EditorProps = {
  /** A text that did not come through `onText` replaces the content as one undo step. Lines end with `\n`. */
  text: string;
  onText: (text: string) => void;
  problems: readonly Problem[];
  /** The text that `problems` were made for; problems of another text are not drawn. Left out: `text`. */
  problemsText?: string;
  theme: 'light' | 'dark';
  /** The caret moved, by key, pointer or edit: its offset. */
  onCaret?: (offset: number) => void;
  /** Ctrl/Cmd+Enter. The event stops here, so that a listener of the page does not send twice. */
  onSubmit?: () => void;
  /** Called again with a new handle whenever the editor on the screen changes. */
  onReady?: (handle: EditorHandle) => void;
};

/** What only the two editors and the frame around them tell each other. */
export type InnerEditorProps = EditorProps & {
  takeView: () => EditorView | undefined;
  leaveView: (view: EditorView) => void;
  /** The editor could not start: the frame shows the other one. */
  onBroken: () => void;
};

export const EDITOR_NAME = 'Chart JSON';
