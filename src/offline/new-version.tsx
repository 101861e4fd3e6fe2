// In: nothing. Out: a line that offers the new version of the page once one waits.
import { RefreshCw, X } from 'lucide-react';
import { useEffect, useState } from 'react';

/** After everything that somebody waits for. */
const REGISTER_AFTER_MS = 4000;

export function NewVersion() {
  const [reload, setReload] = useState<() => void>();
  useEffect(() => {
    if (!import.meta.env.PROD) return;
    const register = async () => {
      const { keepOffline } = await import('./register.ts');
      await keepOffline((bring) => setReload(() => bring));
    };
    // Storage that is refused, a server that is gone: the page works as it did.
    const timer = setTimeout(() => register().catch(() => undefined), REGISTER_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!reload) return null;
  return (
    <aside className="notice" aria-label="New version">
      <RefreshCw aria-hidden />
      <p>A new version of this page is there. Your text stays.</p>
      <button type="button" className="btn small" onClick={reload}>
        Reload
      </button>
      <button
        type="button"
        className="btn quiet small icon"
        aria-label="Later"
        onClick={() => setReload(undefined)}
      >
        <X aria-hidden />
      </button>
    </aside>
  );
}
