// In: the chart in this frame and what its address allows. Out: a conversation with the page that frames it: it is told of changes,
// may ask for the chart, and may change it once somebody here has allowed that.
import { useCallback, useEffect, useEffectEvent, useState } from 'react';
import type { Draft } from '../editor/draft.ts';
import { type EmbedRequest, type EmbedWord, originsIn, requestIn, worded } from './messages.ts';

export type Wish = { origin: string; request: Extract<EmbedRequest, { type: 'set' }> };

export function useFramingPage(text: string, draft: Draft, onText: (text: string) => void) {
  const [origins] = useState(() => originsIn(location.search));
  const [allowed, setAllowed] = useState<readonly string[]>([]);
  const [wish, setWish] = useState<Wish>();

  const say = useCallback(
    (word: EmbedWord, to: readonly string[] = origins) => {
      if (parent === window) return;
      for (const origin of to) parent.postMessage(worded(word), origin);
    },
    [origins],
  );
  const stateFor = (id: string | number): EmbedWord => ({
    type: 'state',
    id,
    text,
    ok: draft.ok,
    problems: draft.problems.map(({ path, message }) => ({ path: path.join('.'), message })),
  });

  const onMessage = useEffectEvent(({ data, origin, source }: MessageEvent) => {
    if (source !== parent) return;
    const request = requestIn(data, origin, origins);
    if (!request) return;
    if (request.type === 'get') say(stateFor(request.id), [origin]);
    else if (allowed.includes(origin)) onText(request.text);
    else setWish({ origin, request });
  });
  useEffect(() => {
    const listen = (event: MessageEvent) => onMessage(event);
    addEventListener('message', listen);
    say({ type: 'ready' });
    return () => removeEventListener('message', listen);
  }, [say]);

  useEffect(() => say({ type: 'changed', text, ok: draft.ok }), [say, text, draft.ok]);

  useEffect(() => {
    const observer = new ResizeObserver(() => {
      const { scrollWidth: width, scrollHeight: height } = document.documentElement;
      say({ type: 'size', width, height });
    });
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [say]);

  return {
    wish,
    grant: () => {
      if (!wish) return;
      setAllowed((before) => [...before, wish.origin]);
      onText(wish.request.text);
      setWish(undefined);
    },
    refuse: () => {
      if (!wish) return;
      say({ type: 'refused', id: wish.request.id, sentence: 'Not allowed by the person here' }, [
        wish.origin,
      ]);
      setWish(undefined);
    },
  };
}
