// In: what a field shows, and how to write what is typed. Out: the props of an input that writes while one types: one step of
// undo for one visit of the field; what cannot be written is told, and forgotten when the field is left.
import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { useDesign } from './design-context.ts';

/** Gives the sentence of what is wrong with it, or nothing when it was written. */
type Write = (typed: string, join: string) => string | undefined;

let visits = 0;

export function useTyped(shown: string, write: Write) {
  const { undone } = useDesign();
  const [state, setState] = useState<{ typed: string; fault: string | undefined; undone: number }>();
  const visit = useRef(useId());
  const before = useRef(shown);
  const current = state && state.undone === undone ? state : undefined;
  const type = (typed: string) => setState({ typed, fault: write(typed, visit.current), undone });
  const begin = () => {
    visit.current = `visit ${++visits}`;
    before.current = shown;
  };
  return {
    fault: current?.fault,
    type,
    /** Takes what is typed as done; the next letter begins a new step. */
    done: () => {
      setState(undefined);
      begin();
    },
    props: {
      value: current?.typed ?? shown,
      onFocus: begin,
      onBlur: () => setState(undefined),
      onChange: ({ currentTarget }: { currentTarget: { value: string } }) => type(currentTarget.value),
      onKeyDown: (event: KeyboardEvent) => {
        if (event.nativeEvent.isComposing || event.key !== 'Escape' || !current) return;
        event.stopPropagation();
        write(before.current, visit.current);
        setState(undefined);
      },
    },
  };
}
