// In: pixels. Out: a canvas that shows them, as large as its place allows and no larger than they are.
import { useEffect, useRef } from 'react';
import type { Pixels } from './pixels.ts';

export function PixelCanvas({ pixels, label }: { pixels: Pixels; label: string }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    const { width, height, data } = pixels;
    const element = canvas.current;
    if (!element) return;
    element.width = width;
    element.height = height;
    element.getContext('2d')?.putImageData(imageOf({ width, height, data }), 0, 0);
  }, [pixels]);
  return <canvas ref={canvas} role="img" aria-label={label} />;
}

export const imageOf = ({ width, height, data }: Pixels): ImageData =>
  new ImageData(data as Uint8ClampedArray<ArrayBuffer>, width, height);
