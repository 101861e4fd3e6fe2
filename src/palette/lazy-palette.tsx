// In: the commands of the page and whether they are asked for. Out: the palette, fetched when it is asked for first.
import { lazy, Suspense, useState } from 'react';
import type { PaletteProps } from './command-palette.tsx';

const Palette = lazy(() => import('./command-palette.tsx').catch(() => ({ default: Nothing })));

export function LazyPalette(props: PaletteProps) {
  const [asked, setAsked] = useState(false);
  if (props.open && !asked) setAsked(true);
  return (
    asked && (
      <Suspense fallback={null}>
        <Palette {...props} />
      </Suspense>
    )
  );
}

const Nothing = () => <></>;
