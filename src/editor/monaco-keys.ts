// In: one Monaco editor and what its keys shall do. Out: those keys bound, and the page's own keys let through.
import type * as Monaco from 'monaco-editor/editor';
import { onMac } from './tab-mode.ts';

export type KeyActions = {
  submit: () => void;
  format: () => void;
  toggleTab: () => void;
  walk: (direction: 1 | -1) => void;
};

/** Binds keys to this editor only. Returns what undoes it. */
export function bindKeys(
  monaco: typeof Monaco,
  editor: Monaco.editor.IStandaloneCodeEditor,
  actions: KeyActions,
): () => void {
  const { KeyMod, KeyCode } = monaco;
  const toggle = onMac() ? KeyMod.WinCtrl | KeyMod.Shift | KeyCode.KeyM : KeyMod.CtrlCmd | KeyCode.KeyM;
  const bound = [
    editor.addAction({
      id: 'chart.submit',
      label: 'Render',
      keybindings: [KeyMod.CtrlCmd | KeyCode.Enter],
      run: actions.submit,
    }),
    editor.addAction({
      id: 'chart.format',
      label: 'Format',
      keybindings: [KeyMod.Shift | KeyMod.Alt | KeyCode.KeyF],
      run: actions.format,
    }),
    editor.addAction({
      id: 'chart.tab',
      label: 'Tab leaves the editor',
      keybindings: [toggle],
      run: actions.toggleTab,
    }),
    editor.addAction({
      id: 'chart.nextProblem',
      label: 'Next problem',
      keybindings: [KeyCode.F8],
      run: () => actions.walk(1),
    }),
    editor.addAction({
      id: 'chart.previousProblem',
      label: 'Previous problem',
      keybindings: [KeyMod.Shift | KeyCode.F8],
      run: () => actions.walk(-1),
    }),
  ];
  const release = releasePalette(editor.getContainerDomNode());
  return () => {
    release();
    for (const action of bound) action.dispose();
  };
}

/**
 * Monaco takes Ctrl/Cmd+K for the first half of its chords and swallows it. It listens inside its own element: the key is
 * stopped before it gets there and told again to everything outside.
 */
function releasePalette(host: HTMLElement): () => void {
  const onKey = (event: KeyboardEvent) => {
    const plain = (onMac() ? event.metaKey : event.ctrlKey) && !event.altKey && !event.shiftKey;
    if (!plain || event.code !== 'KeyK') return;
    event.stopImmediatePropagation();
    if (event.defaultPrevented) return;
    const { key, code, ctrlKey, metaKey } = event;
    const again = new KeyboardEvent('keydown', {
      key,
      code,
      ctrlKey,
      metaKey,
      bubbles: true,
      cancelable: true,
    });
    if (!(host.parentElement ?? document.body).dispatchEvent(again)) event.preventDefault();
  };
  host.addEventListener('keydown', onKey, true);
  return () => host.removeEventListener('keydown', onKey, true);
}
