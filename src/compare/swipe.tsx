// In: two pictures. Out: one over the other with a handle between them, for pointer and keyboard (WAI-ARIA slider).
import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { PixelCanvas } from '../pixel-canvas.tsx';
import type { Pixels } from '../pixels.ts';

const within = (percent: number) => Math.min(100, Math.max(0, Math.round(percent)));

export function Swipe({ browser, server }: { browser: Pixels; server: Pixels }) {
  const [at, setAt] = useState(50);
  const onKey = (event: KeyboardEvent) => {
    const to = {
      ArrowLeft: at - 1,
      ArrowDown: at - 1,
      ArrowRight: at + 1,
      ArrowUp: at + 1,
      PageDown: at - 10,
      PageUp: at + 10,
      Home: 0,
      End: 100,
    }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    setAt(within(to));
  };
  const follow = (event: PointerEvent<HTMLElement>) => {
    const place = event.currentTarget.getBoundingClientRect();
    setAt(within(((event.clientX - place.left) / place.width) * 100));
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the slider inside is what the keyboard has
    <div
      className="swipe"
      style={{ '--at': `${at}%`, aspectRatio: `${browser.width} / ${browser.height}` } as React.CSSProperties}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        follow(event);
      }}
      onPointerMove={(event) => event.currentTarget.hasPointerCapture(event.pointerId) && follow(event)}
      onDoubleClick={() => setAt(50)}
    >
      <PixelCanvas pixels={server} label="The server’s picture" />
      <div className="swipe-over">
        <PixelCanvas pixels={browser} label="This browser’s picture" />
      </div>
      <span className="swipe-name left">This browser</span>
      <span className="swipe-name right">The server</span>
      <div
        className="swipe-handle"
        role="slider"
        tabIndex={0}
        aria-label="Where the two pictures meet"
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={at}
        aria-valuetext={`Browser ${at} %, server ${100 - at} %`}
        onKeyDown={onKey}
      />
    </div>
  );
}
