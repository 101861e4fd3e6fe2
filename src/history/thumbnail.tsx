// In: a text. Out: a small picture of its chart, drawn when it comes into sight; a mark where it cannot be drawn.
import { FileQuestionMark } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { readSpec } from '#shared/chart-spec.ts';
import { drawOffscreen } from '../preview/draw-offscreen.ts';

/** In px; twice as many pixels for sharp screens. */
const WIDTH = 132;

export function Thumbnail({ text }: { text: string }) {
  const place = useRef<HTMLDivElement>(null);
  const [failed, setFailed] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const observer = new IntersectionObserver(async (entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return;
      observer.disconnect();
      const canvas = await pictureOf(text).catch(() => undefined);
      if (canvas) element.append(canvas);
      else setFailed(true);
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [text]);
  return (
    <div className="thumbnail" aria-hidden ref={place}>
      {failed && <FileQuestionMark />}
    </div>
  );
}

async function pictureOf(text: string): Promise<HTMLCanvasElement | undefined> {
  const reading = readSpec(JSON.parse(text));
  return reading.ok ? drawOffscreen(reading.spec, (2 * WIDTH) / reading.spec.width) : undefined;
}
