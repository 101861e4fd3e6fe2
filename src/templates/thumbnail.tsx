// In: an entry and what it is dressed in. Out: a small picture of it, drawn when it comes into sight.
import { useEffect, useRef, useState } from 'react';
import { readSpec } from '#shared/chart-spec.ts';
import { drawOffscreen } from '../preview/draw-offscreen.ts';
import { createDrawingQueue, whenIdle } from './drawing-queue.ts';
import type { Dress, Entry } from './entries.ts';

/** About 0.3 MB each on a usual screen: enough for two kits and a way back. */
const queue = createDrawingQueue<HTMLCanvasElement>({ idle: whenIdle, most: 60 });

type Props = { entry: Entry; dress: Dress };

export function Thumbnail({ entry, dress }: Props) {
  const frame = useRef<HTMLSpanElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const seen = useSeen(frame);
  const [drawn, setDrawn] = useState(false);
  const { kit, mode } = dress;
  useEffect(() => {
    const width = Math.round((frame.current?.clientWidth ?? 0) * Math.min(devicePixelRatio, 2));
    if (!seen || width === 0) return;
    const chart = () => readSpec(entry.chart({ ...(kit ? { kit } : {}), ...(mode ? { mode } : {}) }));
    const draw = async () => {
      const reading = chart();
      if (!reading.ok) throw new Error(`${entry.id} is no chart`);
      // Drawn small instead of made small: its text stays sharp.
      return drawOffscreen(reading.spec, width / reading.spec.width);
    };
    return queue.want(`${entry.id} ${kit} ${mode} ${width}`, draw, (picture) => {
      const shown = canvas.current;
      if (!shown) return;
      shown.width = picture.width;
      shown.height = picture.height;
      shown.getContext('2d')?.drawImage(picture, 0, 0);
      setDrawn(true);
    });
  }, [seen, entry, kit, mode]);
  return (
    <span ref={frame} className="thumbnail" data-drawn={drawn}>
      <canvas ref={canvas} aria-hidden />
    </span>
  );
}

/** Whether it has been on the screen, or a little below it. */
function useSeen(element: { readonly current: Element | null }): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    if (seen || !element.current) return;
    const observer = new IntersectionObserver(
      (changes) => changes.some(({ isIntersecting }) => isIntersecting) && setSeen(true),
      { rootMargin: '200px' },
    );
    observer.observe(element.current);
    return () => observer.disconnect();
  }, [seen, element]);
  return seen;
}
