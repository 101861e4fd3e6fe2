// In: pixels. Out: a button that puts them into the clipboard as a PNG, and says so in place.
import { Check } from 'lucide-react';
import { type ReactNode, useEffect, useState } from 'react';
import { imageOf } from '../pixel-canvas.tsx';
import type { Pixels } from '../pixels.ts';

export function CopyPicture({ label, icon, pixels }: { label: string; icon: ReactNode; pixels: Pixels }) {
  const [word, setWord] = useState<'Copied' | 'Not allowed'>();
  useEffect(() => {
    if (!word) return;
    const timer = setTimeout(() => setWord(undefined), 2000);
    return () => clearTimeout(timer);
  }, [word]);
  const copy = () => {
    // A promise in the item: Safari forgets the click by the time the picture is made.
    const made = navigator.clipboard.write([new ClipboardItem({ 'image/png': pngOf(pixels) })]);
    made.then(
      () => setWord('Copied'),
      () => setWord('Not allowed'),
    );
  };
  return (
    <button type="button" className="btn" onClick={copy}>
      {word === 'Copied' ? <Check aria-hidden /> : icon} <span role="status">{word ?? label}</span>
    </button>
  );
}

async function pngOf(pixels: Pixels): Promise<Blob> {
  const canvas = new OffscreenCanvas(pixels.width, pixels.height);
  canvas.getContext('2d')?.putImageData(imageOf(pixels), 0, 0);
  return canvas.convertToBlob({ type: 'image/png' });
}
