// In: what is pasted anywhere on the page or dropped onto it. Out: the newest piece that may be more than text, for an offer. A
// paste into the editor goes through as every other; only a table too large for it is held back until somebody decides.
import { useCallback, useEffect, useEffectEvent, useRef, useState } from 'react';
import { looksLikeAnswer } from '../errors/decoder/looks-like-answer.ts';
import { looksLikeChartUrl } from '../share/open/looks-like-chart-url.ts';
import { looksLikeTable } from './looks-like-table.ts';

export type Incoming = {
  /** The same text may come twice. */
  id: number;
} & (
  | {
      kind: 'table' | 'answer' | 'link';
      text: string;
      /** The document without it. */
      before: string;
      /** `text`: it stands in the editor. `held`: it was meant for it. `page`: it was pasted beside it. */
      where: 'text' | 'held' | 'page';
    }
  | { kind: 'file'; file: File }
);

/** Longer texts make the editor slow, and a chart of that size is refused anyway. */
const longestPaste = 200_000;

export function useIncoming(text: string, active: boolean) {
  const [incoming, setIncoming] = useState<Incoming>();
  const [dragging, setDragging] = useState(false);
  const lastId = useRef(0);

  const onPaste = useEffectEvent((event: ClipboardEvent) => {
    const { target, clipboardData } = event;
    if (!active || !(target instanceof Element) || target.closest('dialog')) return;
    const inEditor = target.closest('.json-face') !== null;
    if (!inEditor && target.closest('input, textarea, select, [contenteditable]')) return;
    const pasted = clipboardData?.getData('text/plain') ?? '';
    const kind = looksLikeChartUrl(pasted)
      ? 'link'
      : looksLikeAnswer(pasted)
        ? 'answer'
        : looksLikeTable(pasted)
          ? 'table'
          : undefined;
    const held = inEditor && kind === 'table' && pasted.length > longestPaste;
    if (held) {
      event.preventDefault();
      event.stopPropagation();
    }
    const where = held ? 'held' : inEditor ? 'text' : 'page';
    setIncoming(kind && { id: ++lastId.current, kind, text: pasted, before: text, where });
  });

  const onDrag = useEffectEvent((event: DragEvent) => {
    if (!active || !event.dataTransfer?.types.includes('Files')) return;
    // Without this the browser would leave the page for the file.
    event.preventDefault();
    event.stopPropagation();
    if (event.type === 'dragover') {
      event.dataTransfer.dropEffect = 'copy';
      return;
    }
    setDragging(event.type === 'dragenter' || (event.type === 'dragleave' && event.relatedTarget !== null));
    const file = event.type === 'drop' ? event.dataTransfer.files[0] : undefined;
    if (file) setIncoming({ id: ++lastId.current, kind: 'file', file });
  });

  useEffect(() => {
    const paste = (event: ClipboardEvent) => onPaste(event);
    const drag = (event: DragEvent) => onDrag(event);
    const drags = ['dragenter', 'dragover', 'dragleave', 'drop'] as const;
    document.addEventListener('paste', paste, true);
    for (const name of drags) document.addEventListener(name, drag, true);
    return () => {
      document.removeEventListener('paste', paste, true);
      for (const name of drags) document.removeEventListener(name, drag, true);
    };
  }, []);
  const clear = useCallback(() => setIncoming(undefined), []);
  return { incoming, dragging, clear };
}
