// In: a difference and what was compared. Out: the likeliest cause in one sentence. Pure.
import { areaOf, type Box, type Difference } from './difference.ts';

export type Compared = {
  /** Sizes of the bitmaps; different ones are not compared pixel by pixel. */
  browser: { width: number; height: number };
  server: { width: number; height: number };
  /** Every pixel of the server's picture has one colour. */
  serverBlank: boolean;
  format: string;
  /** Characters in the chart's texts that the bundled font has no letters for. */
  foreignLetters: boolean;
};

/** What probably makes the two pictures differ; undefined when they do not. */
export function causeOf(found: Difference | undefined, compared: Compared): string | undefined {
  const { browser, server, serverBlank, format, foreignLetters } = compared;
  if (browser.width !== server.width || browser.height !== server.height) {
    const ratio = server.width / browser.width;
    return Math.abs(ratio - server.height / browser.height) < 0.01
      ? `The server’s picture is ${rounded(ratio)} × as large: another pixel ratio (devicePixelRatio).`
      : 'The two have different proportions: the server drew another width or height.';
  }
  if (!found || found.any === 0) return undefined;
  if (serverBlank) return 'The server’s picture is empty: it was taken before anything was drawn.';
  if (format === 'jpeg')
    return 'JPEG changes pixels a little near edges: compare PNG to see the drawing alone.';
  if (format === 'webp') return 'WebP changes pixels a little: compare PNG to see the drawing alone.';
  if (format === 'svg')
    return 'SVG is drawn by this browser: its lines and letters are placed a fraction of a pixel elsewhere.';
  if (foreignLetters)
    return 'The chart has letters that the bundled font lacks: they come from each machine’s own fonts.';
  if (found.count === 0) return 'Nothing that can be seen: both engines round a few pixels differently.';
  if (found.count / found.total > 0.2) return 'Most of the picture differs: another theme, size or version.';
  if (found.boxes.length > 0 && found.boxes.every(isTextLike))
    return 'Only small, flat areas differ, as texts do: a font that one side has and the other lacks.';
  if (found.boxes.some((box) => areaOf(box) > found.total / 8))
    return 'A large area is shifted: longer labels, another locale or other ticks on one side.';
  return 'Edges differ: both engines smooth lines a little differently.';
}

/** As flat as a line of text, and no larger. */
const isTextLike = ({ left, top, right, bottom }: Box) => bottom - top <= 48 && right - left <= 400;

const rounded = (value: number) => Math.round(value * 100) / 100;
