// In: nothing. Out: every key the page knows, in one list that feeds the handlers, the command palette, the tooltips and the help.

export type ShortcutId =
  | 'fix'
  | 'render'
  | 'palette'
  | 'save-version'
  | 'design'
  | 'json'
  | 'regions'
  | 'help';

export type Shortcut = {
  id?: ShortcutId;
  keys: readonly string[];
  does: string;
  /** Where it is handled by the editor itself. */
  inEditor?: boolean;
  matches?: (event: KeyboardEvent) => boolean;
};

const command = (event: KeyboardEvent) => (event.ctrlKey || event.metaKey) && !event.altKey;
const typing = (target: EventTarget | null) =>
  target instanceof Element &&
  target.closest('input, textarea, select, [contenteditable], .monaco-editor') !== null;
/** The letter on the key; where the layout has no Latin letters, the place of the key. */
const letter = (event: KeyboardEvent, wanted: string) =>
  event.key.toLowerCase() === wanted ||
  (!/^[a-z]$/i.test(event.key) && event.code === `Key${wanted.toUpperCase()}`);

export const shortcuts: readonly Shortcut[] = [
  {
    id: 'palette',
    keys: ['Ctrl', 'K'],
    does: 'All commands',
    matches: (e) => command(e) && !e.shiftKey && letter(e, 'k'),
  },
  {
    id: 'render',
    keys: ['Ctrl', 'Enter'],
    does: 'Render, or cancel while sending',
    matches: (e) => command(e) && e.key === 'Enter',
  },
  {
    id: 'fix',
    keys: ['Ctrl', '.'],
    does: 'Quick fixes for the problem at the caret',
    matches: (e) => command(e) && e.key === '.',
  },
  {
    id: 'save-version',
    keys: ['Ctrl', 'S'],
    does: 'Save a version',
    matches: (e) => command(e) && !e.shiftKey && letter(e, 's'),
  },
  {
    id: 'design',
    keys: ['Alt', '1'],
    does: 'Design face',
    matches: (e) => e.altKey && !e.ctrlKey && !e.metaKey && e.code === 'Digit1',
  },
  {
    id: 'json',
    keys: ['Alt', '2'],
    does: 'JSON face',
    matches: (e) => e.altKey && !e.ctrlKey && !e.metaKey && e.code === 'Digit2',
  },
  {
    id: 'regions',
    keys: ['F6'],
    does: 'Go to the next region (Shift: the one before)',
    matches: (e) => e.key === 'F6',
  },
  { keys: ['F8'], does: 'Next problem (Shift: the one before)', inEditor: true },
  { keys: ['Shift', 'Alt', 'F'], does: 'Format the JSON', inEditor: true },
  { keys: ['Ctrl', 'Space'], does: 'Suggest keys and values', inEditor: true },
  { keys: ['Ctrl', 'M'], does: 'Let Tab leave the editor, or indent again', inEditor: true },
  { keys: ['Esc'], does: 'Cancel a countdown, close a dialog' },
  { id: 'help', keys: ['?'], does: 'This help', matches: (e) => e.key === '?' && !typing(e.target) },
];

/** The shortcut a key press means; none while an input method composes text, nor for a key held down. */
export const shortcutOf = (event: KeyboardEvent): ShortcutId | undefined =>
  event.isComposing || event.repeat ? undefined : shortcuts.find((shortcut) => shortcut.matches?.(event))?.id;

/** `Ctrl+K`, for a tooltip or beside a command. */
export const keysOf = (id: ShortcutId): string =>
  (shortcuts.find((shortcut) => shortcut.id === id)?.keys ?? []).join('+');
