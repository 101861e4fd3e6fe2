// In: key presses. Out: the shortcuts they mean, wherever the focus is and whatever is being typed.
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type ShortcutId, shortcutOf, shortcuts } from '../../src/shortcuts.ts';

/** Stands in for an element of the page: what it is inside of is all that is asked of it. */
class StandInElement {
  readonly within: string;
  constructor(within: string) {
    this.within = within;
  }
  closest(selector: string) {
    return selector.split(', ').includes(this.within) ? this : null;
  }
}
beforeEach(() => vi.stubGlobal('Element', StandInElement));
afterEach(() => vi.unstubAllGlobals());

const press = (key: string, more: Record<string, unknown> = {}) =>
  shortcutOf({
    key,
    ctrlKey: false,
    metaKey: false,
    isComposing: false,
    target: new StandInElement('body'),
    ...more,
  } as unknown as KeyboardEvent);

test.each<[name: string, key: string, more: Record<string, unknown>, id: ShortcutId | undefined]>([
  ['Ctrl+Enter', 'Enter', { ctrlKey: true }, 'render'],
  ['Cmd+Enter', 'Enter', { metaKey: true }, 'render'],
  ['Enter', 'Enter', {}, undefined],
  ['F6', 'F6', {}, 'regions'],
  ['Shift+F6', 'F6', { shiftKey: true }, 'regions'],
  ['?', '?', {}, 'help'],
  ['F8, which is the editor’s', 'F8', {}, undefined],
  ['Escape, which is the card’s', 'Escape', {}, undefined],
  ['a', 'a', {}, undefined],
])('%s', (_name, key, more, id) => expect(press(key, more)).toBe(id));

describe('while typing', () => {
  const fields = ['input', 'textarea', 'select', '[contenteditable]', '.monaco-editor'];
  test.each(fields)('in %s a question mark is a question mark', (within) => {
    expect(press('?', { target: new StandInElement(within) })).toBeUndefined();
    expect(press('Enter', { ctrlKey: true, target: new StandInElement(within) })).toBe('render');
    expect(press('F6', { target: new StandInElement(within) })).toBe('regions');
  });
  test('on the page itself it is not', () => expect(press('?', { target: null })).toBe('help'));
  test.each(['Enter', 'F6', '?'])('%s that an input method takes means nothing', (key) => {
    expect(press(key, { ctrlKey: true, isComposing: true })).toBeUndefined();
  });
});

test('the list that the help shows names keys and what they do, each once', () => {
  for (const { keys, does } of shortcuts) {
    expect(keys.length).toBeGreaterThan(0);
    expect(does).toMatch(/\S/);
  }
  const names = shortcuts.map(({ keys }) => keys.join('+'));
  expect(new Set(names).size).toBe(names.length);
  // What the page handles itself is what it has an id for.
  for (const { id, matches } of shortcuts) expect(id === undefined).toBe(matches === undefined);
});
