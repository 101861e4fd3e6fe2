// In: the text to begin with. Out: the text, what it holds, and the moves on it, all of which go through the editor, so that each
// is one step that can be undone.
import { useCallback, useMemo, useRef, useState } from 'react';
import type { ChartSpec } from '#shared/chart-spec.ts';
import type { TextEdit } from './editor/edit-value.ts';
import type { EditorHandle } from './editor/editor-props.ts';
import { keepVersion, useAutoVersions } from './history/use-auto-versions.ts';
import { useDraft } from './use-draft.ts';
import { makeCaret } from './workbench.ts';

export function useDocument(initial: string) {
  const [text, setText] = useState(initial);
  const read = useDraft(text);
  const { draft } = read;
  useAutoVersions(text, draft.ok);
  const lastGood = useRef<ChartSpec | undefined>(draft.spec);
  if (draft.spec) lastGood.current = draft.spec;
  const editor = useRef<EditorHandle | undefined>(undefined);
  const textOf = useRef(text);
  textOf.current = text;
  const caret = useMemo(makeCaret, []);

  const moves = useMemo(
    () => ({
      edit: (edits: readonly TextEdit[], label: string, join?: string) =>
        editor.current?.applyEdits(edits, label, join),
      replace: (next: string, label: string) => {
        void keepVersion(textOf.current, `Before: ${label}`);
        editor.current?.applyEdits([{ offset: 0, length: textOf.current.length, content: next }], label);
      },
      undo: () => editor.current?.undo(),
      redo: () => editor.current?.redo(),
    }),
    [],
  );
  const onHandle = useCallback((handle: EditorHandle) => {
    editor.current = handle;
  }, []);
  return { text, setText, read, draft, lastGood: lastGood.current, editor, textOf, caret, moves, onHandle };
}
