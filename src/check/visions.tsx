// In: a chart. Out: its picture as five kinds of vision see it.
import { useEffect, useState } from 'react';
import type { ChartSpec } from '#shared/chart-spec.ts';
import { PixelCanvas } from '../pixel-canvas.tsx';
import type { Pixels } from '../pixels.ts';
import { drawOffscreen } from '../preview/draw-offscreen.ts';
import { seenWith, type Vision, visions } from './vision.ts';

/** Wide enough to read, small enough to be recoloured five times within a frame or two. */
const WIDTH = 480;

export function Visions({ spec }: { spec: ChartSpec }) {
  const [drawn, setDrawn] = useState<ImageData>();
  useEffect(() => {
    let current = true;
    drawOffscreen(spec, Math.min(1, WIDTH / spec.width))
      .then((canvas) => {
        const pixels = canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height);
        if (current) setDrawn(pixels);
      })
      // The preview tells why a chart cannot be drawn.
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [spec]);
  return (
    <ul className="visions">
      {(Object.keys(visions) as Vision[]).map((vision) => (
        <li key={vision}>
          <div className="vision-picture" style={{ aspectRatio: `${spec.width} / ${spec.height}` }}>
            {drawn && <Seen vision={vision} drawn={drawn} />}
          </div>
          <strong>{visions[vision].name}</strong>
          <small>{visions[vision].people}</small>
        </li>
      ))}
    </ul>
  );
}

function Seen({ vision, drawn }: { vision: Vision; drawn: ImageData }) {
  const [pixels, setPixels] = useState<Pixels>();
  useEffect(() => {
    const { width, height, data } = drawn;
    setPixels({ width, height, data: seenWith(vision, data as Uint8ClampedArray) });
  }, [vision, drawn]);
  return pixels && <PixelCanvas pixels={pixels} label={`The chart, ${visions[vision].name}`} />;
}
