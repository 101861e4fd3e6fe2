// In: a way to load the advanced editor and signs of life from the person typing. Out: which editor belongs on the screen now.
import { type ComponentType, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { InnerEditorProps } from './editor-props.ts';

export type Loader = () => Promise<{ default: ComponentType<InnerEditorProps> }>;
type State =
  | { kind: 'none' | 'loading' | 'failed' }
  | { kind: 'loaded'; Editor: ComponentType<InnerEditorProps> };

const giveUpMs = 8000;
const pauseMs = 1000;

/** Below this width Monaco is not supported by its own makers' word. */
const narrow = '(max-width: 699px)';

export const useNarrow = (): boolean =>
  useSyncExternalStore(
    (changed) => {
      const query = matchMedia(narrow);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(narrow).matches,
  );

function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error(`not there after ${ms} ms`)), ms);
    promise.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}

/**
 * Loads after the first paint at an idle moment, or at `start()` (first focus). The loaded editor is handed out only after a
 * second without a key, and never while an input method is composing.
 */
export function useAdvanced(allowed: boolean, load: Loader) {
  const [state, setState] = useState<State>({ kind: 'none' });
  const [quiet, setQuiet] = useState(true);
  const started = useRef(false);
  const pause = useRef<ReturnType<typeof setTimeout>>(undefined);

  const start = useCallback(() => {
    if (started.current || !allowed) return;
    started.current = true;
    setState({ kind: 'loading' });
    within(load(), giveUpMs).then(
      (module) => setState({ kind: 'loaded', Editor: module.default }),
      (error: unknown) => {
        console.warn('The advanced editor could not be loaded', error);
        started.current = false;
        setState({ kind: 'failed' });
      },
    );
  }, [allowed, load]);

  const broken = useCallback(() => {
    started.current = false;
    setState({ kind: 'failed' });
  }, []);

  const failed = state.kind === 'failed';
  useEffect(() => (allowed && !failed ? whenIdle(start) : undefined), [allowed, failed, start]);
  useEffect(() => () => clearTimeout(pause.current), []);

  const busy = useCallback((composing = false) => {
    setQuiet(false);
    clearTimeout(pause.current);
    if (!composing) pause.current = setTimeout(() => setQuiet(true), pauseMs);
  }, []);

  return {
    Editor: allowed && state.kind === 'loaded' ? state.Editor : undefined,
    quiet,
    failed,
    start,
    busy,
    broken,
  };
}

/** After the next frame, when the browser has nothing better to do; Safari has no idle callback. */
function whenIdle(run: () => void): () => void {
  let idle = 0;
  const hasIdle = typeof requestIdleCallback === 'function';
  const frame = requestAnimationFrame(() => {
    idle = hasIdle ? requestIdleCallback(run, { timeout: 4000 }) : window.setTimeout(run, 600);
  });
  return () => {
    cancelAnimationFrame(frame);
    if (hasIdle) cancelIdleCallback(idle);
    else clearTimeout(idle);
  };
}
