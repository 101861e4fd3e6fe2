// In: nothing. Out: what every surface beside the editor is given of the document and of the way requests go: the one contract
// between the page's shell and the design panel, the dialogs and the gallery.
import type { ChartSpec } from '#shared/chart-spec.ts';
import type { Dialect } from '#shared/errors.ts';
import type { Draft } from './editor/draft.ts';
import type { TextEdit } from './editor/edit-value.ts';
import type { TextRange } from './editor/problem.ts';

export type Workbench = {
  /** The document, the only truth. */
  text: string;
  /** What was read of `draftText`, which is `text` or, while a long text is being read, an earlier one. */
  draft: Draft;
  draftText: string;
  /** The newest chart that could be drawn. */
  lastGood: ChartSpec | undefined;
  /**
   * Edits of `text`, one undo step; the focus stays where it is. With `join` it is one step together with the edit before, if
   * that had the same `join` and nothing happened since: a word that is being typed.
   */
  edit: (edits: readonly TextEdit[], label: string, join?: string) => void;
  /** A whole new document, one undo step. */
  replace: (text: string, label: string) => void;
  undo: () => void;
  redo: () => void;
  /** Shows a range in the JSON face and takes the focus there. */
  reveal: (range: TextRange) => void;
  /** Where the caret is in the JSON. Apart from the rest, because it moves with every key. */
  caret: Caret;
  dialect: Dialect;
  /** Address that requests go to, no slash at the end. */
  origin: string;
  /** Signs a path; undefined where nothing is signed. */
  sign: ((path: string) => Promise<string>) | undefined;
};

export type Caret = {
  offset: () => number;
  subscribe: (listener: () => void) => () => void;
  /** For the editor alone. */
  move: (offset: number) => void;
};

export function makeCaret(): Caret {
  const listeners = new Set<() => void>();
  let current = 0;
  return {
    offset: () => current,
    subscribe(listener) {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    move(offset) {
      if (offset === current) return;
      current = offset;
      for (const listener of listeners) listener();
    },
  };
}
