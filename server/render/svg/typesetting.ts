// In: fonts and texts. Out: how the engine that makes the bitmaps reads and measures them.
import { createCanvas, type SKRSContext2D, type TextMetrics } from '@napi-rs/canvas';
import { FONT_FAMILY } from '#shared/chart-look.ts';
import { drawable } from './xml-text.ts';

/** The face that draws, not the one that was asked for: one of the bundled weights, slanted or not. */
export interface Font {
  /** As it was set. */
  css: string;
  px: number;
  weight: 400 | 600 | 700;
  italic: boolean;
}

export type Align = SKRSContext2D['textAlign'];
export type Baseline = SKRSContext2D['textBaseline'];

export interface Setting {
  font: Font;
  textAlign: Align;
  textBaseline: Baseline;
}

/** What a fresh canvas has. */
export const FIRST_FONT: Font = { css: '10px sans-serif', px: 10, weight: 400, italic: false };

const READ_BACK = /^(italic )?(?:(\d+|bold) )?([\d.]+)px /;

/** Layout equals the PNG's because the same engine measures with the same files: they must be loaded before. */
export class Typesetting {
  readonly #engine = createCanvas(1, 1).getContext('2d');
  readonly #fonts = new Map<string, Font | undefined>();
  readonly #measured = new Map<string, TextMetrics>();

  /** Undefined for what the engine does not take for a font. */
  font(css: string): Font | undefined {
    if (!this.#fonts.has(css)) this.#fonts.set(css, this.#read(css));
    return this.#fonts.get(css);
  }

  /** Chart.js measures what it draws later, and the same labels more than once. */
  measure(text: string, { font, textAlign, textBaseline }: Setting): TextMetrics {
    const { italic, weight, px } = font;
    const css = `${italic ? 'italic ' : ''}${weight} ${px}px ${FONT_FAMILY}`;
    const key = `${css} ${textAlign} ${textBaseline} ${text}`;
    const known = this.#measured.get(key);
    if (known) return known;
    Object.assign(this.#engine, { font: css, textAlign, textBaseline });
    const metrics = this.#engine.measureText(drawable(text));
    this.#measured.set(key, metrics);
    return metrics;
  }

  #read(css: string): Font | undefined {
    // What is no font leaves the one before, and no chart's font is as small as this one.
    this.#engine.font = '0.5px x';
    this.#engine.font = css;
    const [, italic, weight = '400', px] = READ_BACK.exec(this.#engine.font) ?? [];
    if (px === undefined || px === '0.5') return undefined;
    return { css, px: Number(px), weight: face(weight), italic: italic !== undefined };
  }
}

/** CSS Fonts 4, 5.2: the next lighter of what is there up to 500, the next bolder above. */
function face(weight: string): Font['weight'] {
  const wanted = weight === 'bold' ? 700 : Number(weight);
  if (wanted <= 500) return 400;
  return wanted <= 600 ? 600 : 700;
}
