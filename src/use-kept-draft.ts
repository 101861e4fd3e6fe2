// In: the text. Out: whether it is kept: saved half a second after the last change, and at once when the page is left.
import { useEffect, useState } from 'react';
import { keepDraft } from './kept-draft.ts';

const IDLE_MS = 500;

export function useKeptDraft(text: string): boolean {
  const [saved, setSaved] = useState(true);
  useEffect(() => {
    let done = false;
    const save = () => {
      if (done) return;
      done = true;
      setSaved(keepDraft(text, Date.now()));
    };
    const timer = setTimeout(save, IDLE_MS);
    const leave = () => document.hidden && save();
    document.addEventListener('visibilitychange', leave);
    addEventListener('pagehide', save);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', leave);
      removeEventListener('pagehide', save);
    };
  }, [text]);
  return saved;
}
