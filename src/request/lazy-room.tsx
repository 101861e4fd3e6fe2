// In: what the request room needs. Out: that room, fetched once the page has been painted; until then its outline, of its own size.
import { lazy, Suspense, useEffect, useState } from 'react';
import type { RequestRoomProps } from './request-room.tsx';
import './lazy-room.css';

const Room = lazy(() => import('./request-room.tsx').catch(() => ({ default: NotLoaded })));

export function LazyRequestRoom(props: RequestRoomProps) {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    // A task of its own after the frame: what is fetched for it must not delay the first picture.
    const timer = setTimeout(() => setPainted(true));
    return () => clearTimeout(timer);
  }, []);
  return <Suspense fallback={<Outline />}>{painted ? <Room {...props} /> : <Outline />}</Suspense>;
}

const Outline = () => (
  <>
    <div className="panel request-outline" aria-hidden />
    <div className="panel response-outline" aria-hidden />
  </>
);

function NotLoaded() {
  return (
    <section className="panel request-missing" aria-label="Request">
      <p>The part that sends requests could not be loaded. Is the server running?</p>
      <a className="btn small" href={location.pathname}>
        Reload the page
      </a>
    </section>
  );
}
