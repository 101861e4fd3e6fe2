// In: a text area and what shall happen to it. Out: the same calls that Monaco offers, with the browser's own undo kept.
import { applyEdits, type TextEdit } from './edit-value.ts';
import type { EditorHandle } from './editor-props.ts';
import { formatJson } from './format.ts';
import { replacement } from './replacement.ts';

/** Above this, typing a text through the browser takes seconds: it is set at once, and the undo list begins anew. */
const longestTyped = 200_000;

/** `onEdited` is told after every edit made here; typing is told by the element itself. */
export function plainHandle(area: HTMLTextAreaElement): EditorHandle {
  const unseen = unseenSteps();
  const write = (text: string | undefined) => {
    const edit = text === undefined ? undefined : replacement(area.value, text);
    if (edit) replace(area, edit);
    return text !== undefined;
  };
  const handle: EditorHandle = {
    applyEdits(edits, _label, join) {
      const before = area.value;
      // Asked first: telling of the edit may close the dialog.
      const unlisted = outOfReach(area);
      // One stretch for all of them: the browser counts each as a step of its own.
      write(applyEdits(before, edits));
      if (unlisted) unseen.made(before, area.value, join);
    },
    undo: () => void (write(unseen.back(area.value)) || borrowed(area, () => document.execCommand('undo'))),
    redo: () => void (write(unseen.forth(area.value)) || borrowed(area, () => document.execCommand('redo'))),
    reveal(range) {
      area.focus({ preventScroll: true });
      area.setSelectionRange(range.start, range.end);
      centre(area, range.start);
    },
    format() {
      const formatted = formatJson(area.value);
      const edit = formatted.ok ? replacement(area.value, formatted.text) : undefined;
      if (edit) replace(area, edit);
      return formatted.ok;
    },
    focus: () => area.focus({ preventScroll: true }),
    selection: () => ({ start: area.selectionStart, end: area.selectionEnd }),
    scrollTop: () => area.scrollTop,
  };
  return handle;
}

/** Hidden, or behind a dialog: then it takes no focus, and the browser's list no step. */
const outOfReach = (area: HTMLTextAreaElement): boolean =>
  !area.checkVisibility() || document.querySelector('dialog:modal') !== null;

/** Steps made while the area was out of reach: those the browser has no list of. A text typed since then ends it. */
function unseenSteps() {
  let steps: { before: string; after: string; join: string | undefined }[] = [];
  let done = 0;
  return {
    made(before: string, after: string, join: string | undefined) {
      const last = steps[done - 1];
      const goesOn = join !== undefined && last?.join === join && last.after === before;
      const kept = steps.slice(0, goesOn ? done - 1 : done);
      steps = [...kept, { before: goesOn ? last.before : before, after, join }].slice(-100);
      done = steps.length;
    },
    back(text: string): string | undefined {
      const step = steps[done - 1];
      if (step?.after !== text) return undefined;
      done--;
      return step.before;
    },
    forth(text: string): string | undefined {
      const step = steps[done];
      if (step?.before !== text) return undefined;
      done++;
      return step.after;
    },
  };
}

/** The browser's commands work on the focused element alone: it gets the focus for as long as `act` takes. */
function borrowed(area: HTMLTextAreaElement, act: () => void): void {
  const before = document.activeElement;
  area.focus({ preventScroll: true });
  if (document.activeElement === area) act();
  if (before !== area && before instanceof HTMLElement) before.focus({ preventScroll: true });
}

/**
 * Writes as if it were typed, which is the only way that lands in the browser's undo list. It works on the focused element
 * alone, so the focus is borrowed for a moment and given back, and the caret stays where it was.
 */
export function replace(area: HTMLTextAreaElement, { offset, length, content }: TextEdit): void {
  const before = document.activeElement;
  const moved = (at: number) =>
    at <= offset ? at : Math.max(offset, at <= offset + length ? offset : at) + shift(at);
  const shift = (at: number) => (at >= offset + length ? content.length - length : 0);
  const [start, end] = [moved(area.selectionStart), moved(area.selectionEnd)];
  const { scrollTop, scrollLeft } = area;
  area.focus({ preventScroll: true });
  area.setSelectionRange(offset, offset + length);
  const typed =
    content.length <= longestTyped &&
    // An area that cannot be seen takes no focus: what is typed would land elsewhere.
    document.activeElement === area &&
    (content === '' ? document.execCommand('delete') : document.execCommand('insertText', false, content));
  if (!typed) {
    area.setRangeText(content, offset, offset + length, 'preserve');
    area.dispatchEvent(new Event('input', { bubbles: true }));
  }
  area.setSelectionRange(start, end);
  area.scrollTo(scrollLeft, scrollTop);
  if (before !== area && before instanceof HTMLElement) before.focus({ preventScroll: true });
}

function centre(area: HTMLTextAreaElement, offset: number): void {
  const style = getComputedStyle(area);
  const line = area.value.slice(0, offset).split('\n').length - 1;
  const lineHeight = Number.parseFloat(style.lineHeight);
  area.scrollTop = line * lineHeight - (area.clientHeight - lineHeight) / 2;
  const column = offset - (area.value.lastIndexOf('\n', offset - 1) + 1);
  const letter = Number.parseFloat(style.fontSize) * 0.6;
  area.scrollLeft = Math.max(0, column * letter - area.clientWidth / 2);
}
