// In: the problems and where the caret is. Out: a small dialog with the fixes for the problem there, or the nearest one behind it:
// arrows choose, Enter mends, Escape leaves all as it is.
import { type KeyboardEvent, useEffect, useRef } from 'react';
import type { Problem } from '../problem.ts';
import type { Fix } from './fixes.ts';
import { problemAt } from './problem-at.ts';
import { useFixes } from './use-fixes.ts';
import './fixes.css';

export type FixMenuProps = {
  text: string;
  problems: readonly Problem[];
  caret: number;
  open: boolean;
  onClose: () => void;
  onFix: (fix: Fix) => void;
};

/** For `lazy`, which takes a default. */
export default function FixMenu({ text, problems, caret, open, onClose, onFix }: FixMenuProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const problem = open ? problemAt(text, problems, caret) : undefined;
  const fixes = useFixes(text, problem);
  useEffect(() => {
    if (!open) dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [open]);
  const first = fixes[0];
  useEffect(() => {
    if (first) dialog.current?.querySelector<HTMLElement>('.fix-list button')?.focus();
  }, [first]);
  const onKey = (event: KeyboardEvent<HTMLElement>) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>('.fix-list button')];
    const at = buttons.indexOf(document.activeElement as HTMLElement);
    buttons[(at + step + buttons.length) % buttons.length]?.focus();
  };
  return (
    <dialog
      ref={dialog}
      className="fix-menu"
      aria-label="Quick fixes"
      onClose={onClose}
      onKeyDown={onKey}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="fix-menu-inside">
        <p>{problem ? problem.message : 'No problems: nothing to fix.'}</p>
        <ul className="fix-list">
          {fixes.map((fix) => (
            <li key={fix.title}>
              <button
                type="button"
                onClick={() => {
                  onClose();
                  onFix(fix);
                }}
              >
                {fix.title}
              </button>
            </li>
          ))}
        </ul>
        {problem && fixes.length === 0 && <p className="fix-none">No quick fix is known for this.</p>}
      </div>
    </dialog>
  );
}
