// In: a part of a Chart.js 2 option tree with its texts described by `fontSize`, `fontStyle` and their kin. Out: the same with
// `font` and `color`, as Chart.js 4 has them. Pure; what has no business here passes through.
import { type Bag, isBag } from './merged.ts';

const style = /^(italic|oblique)$/;
const weight = /^(bold|bolder|lighter|[1-9]\d{2})$/;

/** `"bold italic"` was one text in version 2. Words that are neither are left out, as a canvas would. */
function fontStyle(text: unknown): Bag {
  if (typeof text !== 'string') return {};
  const words = text.trim().toLowerCase().split(/\s+/);
  const slant = words.find((word) => style.test(word));
  const strength = words.find((word) => weight.test(word));
  if (words.includes('normal') && !slant && !strength) return { style: 'normal', weight: 'normal' };
  return {
    ...(slant ? { style: slant } : {}),
    ...(strength ? { weight: /^\d/.test(strength) ? Number(strength) : strength } : {}),
  };
}

/** Leaves out what is undefined. */
export const present = (bag: Bag): Bag =>
  Object.fromEntries(Object.entries(bag).filter(([, value]) => value !== undefined));

/** Chart.js takes only undefined for "not given": a null stays one, for the schema to name. */
export const or = (given: unknown, old: unknown): unknown => (given === undefined ? old : given);

/** What version 4 names already wins over the old name. */
export function withFont({
  fontSize,
  fontColor,
  fontFamily,
  fontStyle: slant,
  lineHeight,
  ...rest
}: Bag): Bag {
  const font = present({ family: fontFamily, size: fontSize, ...fontStyle(slant), lineHeight });
  const color = or(rest.color, fontColor);
  return {
    ...rest,
    ...(color === undefined ? {} : { color }),
    ...(Object.keys(font).length > 0
      ? { font: isBag(rest.font) ? { ...font, ...rest.font } : or(rest.font, font) }
      : {}),
  };
}

/** The part as a bag with the new font names; anything else stays what it is, for the schema to name. */
export const textPart = (value: unknown): unknown => (isBag(value) ? withFont(value) : value);
