// In: problems and the text they are about. Out: what heals them, from a part of the page that is fetched when there is one to heal.
import { lazy, Suspense } from 'react';
import type { FixButtonProps } from './fixes/fix-button.tsx';
import type { FixMenuProps } from './fixes/fix-menu.tsx';

const Nothing = () => <></>;
const FixButton = lazy(() => import('./fixes/fix-button.tsx').catch(() => ({ default: Nothing })));
const FixMenu = lazy(() => import('./fixes/fix-menu.tsx').catch(() => ({ default: Nothing })));

export const LazyFixButton = (props: FixButtonProps) => (
  <Suspense fallback={null}>
    <FixButton {...props} />
  </Suspense>
);

export const LazyFixMenu = (props: FixMenuProps) => (
  <Suspense fallback={null}>
    <FixMenu {...props} />
  </Suspense>
);
