// In: what the page's own shortcuts do. Out: they work, wherever the focus is.
import { useEffect, useRef } from 'react';
import { type ShortcutId, shortcutOf } from './shortcuts.ts';

type Actions = Record<Exclude<ShortcutId, 'regions'>, () => void>;

export function usePageKeys(actions: Actions): void {
  const latest = useRef(actions);
  latest.current = actions;
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      // The editors hand Ctrl+Enter over themselves.
      if (event.defaultPrevented || document.querySelector('dialog[open]')) return;
      const id = shortcutOf(event);
      if (!id) return;
      event.preventDefault();
      if (id === 'regions') nextRegion(event.shiftKey ? -1 : 1);
      else latest.current[id]();
    };
    addEventListener('keydown', onKey);
    return () => removeEventListener('keydown', onKey);
  }, []);
}

/** Moves the focus to the next named region, round and round. */
function nextRegion(step: 1 | -1): void {
  const regions = [...document.querySelectorAll<HTMLElement>('main section[aria-label]')].filter(
    (region) => region.offsetParent !== null,
  );
  const current = regions.findLastIndex((region) => region.contains(document.activeElement));
  const target = regions[(current + step + regions.length) % regions.length];
  if (!target) return;
  if (!target.hasAttribute('tabindex')) target.tabIndex = -1;
  target.focus();
}
