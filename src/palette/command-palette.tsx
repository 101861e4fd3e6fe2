// In: every command of the page. Out: a dialog that finds one by a few letters and runs it, by keyboard or pointer (WAI-ARIA
// combobox with a listbox).
import { Search } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { type Command, found } from './commands.ts';
import { type PageMoves, pageCommands } from './page-commands.ts';
import './command-palette.css';

export type PaletteProps = { moves: PageMoves; open: boolean; onClose: () => void };

/** For `lazy`, which takes a default. */
export default function CommandPalette({ moves, open, onClose }: PaletteProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const id = useId();
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  useEffect(() => {
    const element = dialog.current;
    if (!open) return element?.close();
    setTyped('');
    setAt(0);
    if (element && !element.open) element.showModal();
  }, [open]);

  const shown = found(pageCommands(moves), typed);
  const grouped = typed.trim() === '';
  const current = shown[Math.min(at, shown.length - 1)];
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView({ block: 'nearest' });
  });

  const run = (command: Command | undefined) => {
    if (!command) return;
    onClose();
    // After the dialog has given the focus back: what the command focuses must keep it.
    requestAnimationFrame(command.run);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const last = shown.length - 1;
    const to = {
      ArrowDown: at >= last ? 0 : at + 1,
      ArrowUp: at <= 0 ? last : at - 1,
      PageDown: Math.min(last, at + 8),
      PageUp: Math.max(0, at - 8),
    }[event.key];
    if (to !== undefined) setAt(to);
    else if (event.key === 'Enter') run(current);
    else return;
    event.preventDefault();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: Escape closes a modal dialog by itself; the click is for its backdrop
    <dialog
      ref={dialog}
      className="palette"
      aria-label="Commands"
      onClose={onClose}
      onClick={({ target }) => target === dialog.current && onClose()}
    >
      <div className="palette-inside">
        <label className="palette-field">
          <Search aria-hidden />
          <input
            role="combobox"
            aria-label="Find a command"
            aria-expanded={shown.length > 0}
            aria-controls={`${id}-list`}
            aria-activedescendant={current && `${id}-${current.id}`}
            placeholder="What do you want to do?"
            autoComplete="off"
            spellCheck={false}
            value={typed}
            onKeyDown={onKey}
            onChange={({ target }) => {
              setTyped(target.value);
              setAt(0);
            }}
          />
          <kbd>Esc</kbd>
        </label>
        <div className="palette-list" id={`${id}-list`} ref={list} role="listbox" aria-label="Commands">
          {shown.map((command, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys are handled by the field, which keeps the focus
            // biome-ignore lint/a11y/useFocusableInteractive: aria-activedescendant points at it
            <div
              key={command.id}
              id={`${id}-${command.id}`}
              role="option"
              aria-selected={command === current}
              className="palette-option"
              data-first={grouped && shown[index - 1]?.group !== command.group ? command.group : undefined}
              onPointerMove={() => setAt(index)}
              onClick={() => run(command)}
            >
              <span>{command.name}</span>
              {command.letter && grouped && <kbd className="letter">{command.letter}</kbd>}
              {command.keys && <span className="keys">{command.keys}</span>}
            </div>
          ))}
        </div>
        {shown.length === 0 && <p className="palette-empty">No command is called “{typed.trim()}”.</p>}
        <p className="visually-hidden" role="status">
          {open ? `${shown.length} ${shown.length === 1 ? 'command' : 'commands'}` : ''}
        </p>
      </div>
    </dialog>
  );
}
