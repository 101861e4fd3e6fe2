// In: which surface is asked for. Out: that dialog over the page, fetched when it is wanted first; closed, it stays, so that the
// focus goes back and what was chosen in it is still there.
import { type ComponentType, lazy, Suspense, useCallback, useState } from 'react';
import type { Workbench } from './workbench.ts';

export type SurfaceProps = {
  bench: Workbench;
  open: boolean;
  onClose: () => void;
  /** What was pasted or dropped, for the surface that it opens. */
  pasted?: string | undefined;
};

export type SurfaceId = 'templates' | 'data' | 'history' | 'share' | 'open-url' | 'compare' | 'check';

type Dialog = ComponentType<SurfaceProps>;

/** Every dialog of the page, by the name that buttons, shortcuts and the command palette call it. A line each. */
const loaders: Partial<Record<SurfaceId, () => Promise<{ default: Dialog }>>> = {
  history: () => import('./history/history-dialog.tsx'),
  templates: () => import('./templates/gallery.tsx'),
  check: () => import('./check/check-dialog.tsx'),
  compare: () => import('./compare/compare-dialog.tsx'),
  data: () => import('./data/data-dialog.tsx'),
  share: () => import('./share/share-dialog.tsx'),
  'open-url': () => import('./share/open-url-dialog.tsx'),
};

/** Whether there is such a dialog. */
export const hasSurface = (id: SurfaceId): boolean => loaders[id] !== undefined;

const dialogs = Object.fromEntries(
  Object.entries(loaders).map(([id, load]) => [id, lazy(() => load().catch(() => ({ default: NotThere })))]),
) as Partial<Record<SurfaceId, Dialog>>;

export function useSurfaces() {
  const [open, setOpen] = useState<SurfaceId>();
  const [asked, setAsked] = useState<readonly SurfaceId[]>([]);
  const [pasted, setPasted] = useState<string>();
  const show = useCallback((id: SurfaceId, given?: string) => {
    setPasted(given);
    setAsked((before) => (before.includes(id) ? before : [...before, id]));
    setOpen(id);
  }, []);
  const close = useCallback(() => setOpen(undefined), []);
  return { open, asked, pasted, show, close };
}

type HostProps = Pick<ReturnType<typeof useSurfaces>, 'open' | 'asked' | 'pasted' | 'close'> & {
  bench: Workbench;
};

export function SurfaceHost({ open, asked, pasted, close, bench }: HostProps) {
  return asked.map((id) => {
    const Dialog = dialogs[id];
    return (
      Dialog && (
        <Suspense key={id} fallback={null}>
          <Dialog
            bench={bench}
            open={open === id}
            onClose={close}
            pasted={open === id ? pasted : undefined}
          />
        </Suspense>
      )
    );
  });
}

/** A part of the page that was asked for when its server was gone. */
function NotThere({ open, onClose }: SurfaceProps) {
  return (
    open && (
      <p className="surface-missing" role="alert">
        This part of the page could not be loaded. Is the server running?{' '}
        <button type="button" className="btn small" onClick={onClose}>
          Close
        </button>
      </p>
    )
  );
}
