// In: any string as a CSS colour. Out: six hex digits and an opacity, or nothing where the engine sees no colour.
import { createCanvas, type SKRSContext2D } from '@napi-rs/canvas';

/** `hex` is `#rrggbb`: eight digits and CSS functions are not understood everywhere that SVG is. */
export interface Colour {
  hex: string;
  /** 0 to 1. */
  alpha: number;
}

const HEX = /^#[0-9a-f]{6}$/;
const WITH_ALPHA = /^rgba\((\d+), (\d+), (\d+), ([\d.]+)\)$/;

/**
 * Reads colours as the bitmap formats do, because the same engine reads them: names, `hsl()`, `oklch()`, and none in what is no
 * colour. Nothing but the result gets into a picture, so that no string of a chart can leave its attribute.
 */
export function createColours(): (css: unknown) => Colour | undefined {
  const engine = createCanvas(1, 1).getContext('2d');
  const known = new Map<string, Colour | undefined>();
  return (css) => {
    if (typeof css !== 'string') return undefined;
    if (!known.has(css)) known.set(css, read(css, engine));
    return known.get(css);
  };
}

function read(css: string, engine: SKRSContext2D): Colour | undefined {
  // A string that is no colour leaves the one before: only a colour is the same after two different ones.
  const [one, other] = ['#000000', '#ffffff'].map((before) => {
    engine.fillStyle = before;
    engine.fillStyle = css;
    return String(engine.fillStyle);
  });
  if (one === undefined || one !== other) return undefined;
  if (HEX.test(one)) return { hex: one, alpha: 1 };
  const [, red, green, blue, alpha] = WITH_ALPHA.exec(one) ?? [];
  if (alpha !== undefined) return { hex: hexOf([red, green, blue].map(Number)), alpha: Number(alpha) };
  return painted(engine);
}

/** A colour of another space, which the engine gives back as it was written. */
function painted(engine: SKRSContext2D): Colour {
  engine.clearRect(0, 0, 1, 1);
  engine.fillRect(0, 0, 1, 1);
  const [red = 0, green = 0, blue = 0, alpha = 0] = engine.getImageData(0, 0, 1, 1).data;
  return { hex: hexOf([red, green, blue]), alpha: alpha / 255 };
}

const hexOf = (channels: readonly number[]): string =>
  `#${channels.map((channel) => Math.min(255, channel).toString(16).padStart(2, '0')).join('')}`;
