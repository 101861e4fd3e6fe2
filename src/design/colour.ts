// In: a colour as CSS writes it. Out: its parts, and how well it is told from another one.

export type Rgba = { red: number; green: number; blue: number; alpha: number };

let pen: CanvasRenderingContext2D | null | undefined;

/** Whatever the browser takes for a colour; undefined for anything else. */
export function rgbaOf(colour: string): Rgba | undefined {
  pen ??= document.createElement('canvas').getContext('2d');
  if (!pen) return undefined;
  // The pen keeps its colour when it is given none: two different ones before tell.
  const [one, other] = ['#000000', '#ffffff'].map((before) => {
    if (!pen) return '';
    pen.fillStyle = before;
    pen.fillStyle = colour;
    return pen.fillStyle;
  });
  return one === other && typeof one === 'string' ? partsOf(one) : undefined;
}

/** As a canvas spells colours: `#rrggbb`, or `rgba(r, g, b, a)` where they are translucent. */
function partsOf(spelt: string): Rgba | undefined {
  const hex = /^#(..)(..)(..)$/
    .exec(spelt)
    ?.slice(1)
    .map((part) => Number.parseInt(part, 16));
  const numbers = hex ?? /^rgba?\(([^)]+)\)$/.exec(spelt)?.[1]?.split(',').map(Number);
  const [red, green, blue, alpha = 1] = numbers ?? [];
  return red === undefined || green === undefined || blue === undefined
    ? undefined
    : { red, green, blue, alpha };
}

const twoDigits = (part: number) => Math.round(part).toString(16).padStart(2, '0');

/** `#rrggbb`, which is all that the browser's own picker knows; black for what is no colour. */
export function hexOf(colour: string): string {
  const rgba = rgbaOf(colour);
  return rgba ? `#${[rgba.red, rgba.green, rgba.blue].map(twoDigits).join('')}` : '#000000';
}

/** The picked colour, as translucent as the one before. */
export function withAlphaOf(before: string, picked: string): string {
  const alpha = rgbaOf(before)?.alpha ?? 1;
  return alpha === 1 ? picked : `${picked}${twoDigits(alpha * 255)}`;
}

/** Of WCAG, 1–21, on a background; undefined where one of them is no colour. */
export function contrast(colour: string, background: string): number | undefined {
  const [front, back] = [rgbaOf(colour), rgbaOf(background)];
  if (!front || !back || back.alpha === 0) return undefined;
  const mixed = (part: 'red' | 'green' | 'blue') =>
    front[part] * front.alpha + back[part] * (1 - front.alpha);
  const [one, other] = [
    luminance({ red: mixed('red'), green: mixed('green'), blue: mixed('blue') }),
    luminance(back),
  ];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance({ red, green, blue }: Omit<Rgba, 'alpha'>): number {
  const linear = (part: number) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}
