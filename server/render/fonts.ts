// In: the folder of the bundled fonts. Out: an engine that draws text with them and nothing else, or an error at the start.
import { join } from 'node:path';
import { createCanvas, GlobalFonts, setTextRenderer } from '@napi-rs/canvas';
import { FONT_FAMILY } from '#shared/chart-look.ts';

const FILES = ['Inter-Regular.woff2', 'Inter-SemiBold.woff2', 'Inter-Bold.woff2'];
const FONT_WEIGHTS = [400, 600, 700] as const;

/**
 * Registers the fonts and proves that they draw. Without a font the engine draws no text and says nothing; with the wrong
 * one, pictures differ from the preview. Call once, before the first canvas is made.
 *
 * @throws Error naming what is missing; a child that cannot draw text must not become ready
 */
export function loadFonts(folder: string): void {
  // 'system' draws text the way Chromium does: picture and preview then agree to the pixel (measured).
  setTextRenderer('system');
  for (const file of FILES) {
    if (GlobalFonts.registerFromPath(join(folder, file), FONT_FAMILY) === null) {
      throw new Error(`font ${file} cannot be read`);
    }
  }
  const families = GlobalFonts.families.map(({ family }) => family);
  if (families.length !== 1) throw new Error(`installed fonts were loaded too: ${families.join(', ')}`);
  const inks = FONT_WEIGHTS.map(inkOf);
  if (inks.some((ink) => ink === 0)) throw new Error('text draws no ink');
  if (new Set(inks).size !== FONT_WEIGHTS.length) throw new Error('font weights do not differ');
}

function inkOf(weight: number): number {
  const canvas = createCanvas(160, 40);
  const context = canvas.getContext('2d');
  context.font = `${weight} 20px ${FONT_FAMILY}`;
  context.fillText('Revenue 123', 10, 28);
  return canvas.data().reduce((sum, byte) => sum + byte, 0);
}
