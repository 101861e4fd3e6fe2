// In: the address bar. Out: which face of the page is shown, and the way to another one; back and forward work as everywhere.
import { useCallback, useEffect, useState } from 'react';

export type View = 'playground' | 'errors';

export const pathOf: Record<View, string> = { playground: '/', errors: '/errors' };
const titles: Record<View, string> = {
  playground: 'Chart playground',
  errors: 'Error lab · Chart playground',
};

const viewOf = (path: string): View => (path.replace(/\/+$/, '') === pathOf.errors ? 'errors' : 'playground');

export function useView(): [View, (view: View) => void] {
  const [view, setView] = useState(() => viewOf(location.pathname));
  useEffect(() => {
    const look = () => setView(viewOf(location.pathname));
    addEventListener('popstate', look);
    return () => removeEventListener('popstate', look);
  }, []);
  useEffect(() => {
    document.title = titles[view];
  }, [view]);
  const show = useCallback((next: View) => {
    if (viewOf(location.pathname) !== next) history.pushState(null, '', pathOf[next]);
    setView(next);
  }, []);
  return [view, show];
}
