// In: the focus before a jump into the editor. Out: Escape in the editor leads back there, once.
import { type FocusEvent, type KeyboardEvent, useState } from 'react';

/** What Escape closes first. */
const open = '.suggest-widget.visible, .find-widget.visible';

/** `remember` before the focus moves; the handlers belong to the element around the editor. */
export function useWayBack() {
  const [way] = useState(makeWay);
  return way;
}

function makeWay() {
  let from: HTMLElement | undefined;
  return {
    remember() {
      const before = document.activeElement;
      from = before instanceof HTMLElement && before.matches('.problem') ? before : undefined;
    },
    /** In the capture phase: Monaco would spend the key on dropping the selection. */
    onKey(event: KeyboardEvent<HTMLElement>) {
      const { key, shiftKey, ctrlKey, altKey, metaKey, nativeEvent, currentTarget } = event;
      if (key !== 'Escape' || shiftKey || ctrlKey || altKey || metaKey || nativeEvent.isComposing) return;
      if (!from?.isConnected || currentTarget.querySelector(open)) return;
      event.preventDefault();
      event.stopPropagation();
      from.focus();
      from = undefined;
    },
    /** Whoever goes elsewhere by another road has nothing to come back from. */
    onBlur({ relatedTarget, currentTarget }: FocusEvent<HTMLElement>) {
      if (relatedTarget instanceof Node && !currentTarget.contains(relatedTarget)) from = undefined;
    },
  };
}
