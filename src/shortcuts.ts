// In: nothing. Out: every key the page knows, in one list that feeds the handlers and the help.

export type ShortcutId = 'render' | 'regions' | 'help';
type Shortcut = {
  id?: ShortcutId;
  keys: readonly string[];
  does: string;
  matches?: (event: KeyboardEvent) => boolean;
};

const command = (event: KeyboardEvent) => event.ctrlKey || event.metaKey;
const typing = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null;

export const shortcuts: readonly Shortcut[] = [
  {
    id: 'render',
    keys: ['Ctrl', 'Enter'],
    does: 'Render, or cancel while sending',
    matches: (e) => command(e) && e.key === 'Enter',
  },
  {
    id: 'regions',
    keys: ['F6'],
    does: 'Go to the next region (Shift: the one before)',
    matches: (e) => e.key === 'F6',
  },
  { keys: ['F8'], does: 'Next problem, in the editor (Shift: the one before)' },
  { keys: ['Shift', 'Alt', 'F'], does: 'Format the JSON, in the editor' },
  { keys: ['Ctrl', 'Space'], does: 'Suggest keys and values, in the editor' },
  { keys: ['Ctrl', 'M'], does: 'Let Tab leave the editor, or indent again' },
  { keys: ['Esc'], does: 'Cancel a countdown, close a dialog' },
  { id: 'help', keys: ['?'], does: 'This help', matches: (e) => e.key === '?' && !typing(e.target) },
];

/** The shortcut a key press means; none while an input method composes text, nor for a key held down. */
export const shortcutOf = (event: KeyboardEvent): ShortcutId | undefined =>
  event.isComposing || event.repeat ? undefined : shortcuts.find((shortcut) => shortcut.matches?.(event))?.id;
