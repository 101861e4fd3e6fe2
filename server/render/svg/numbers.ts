// In: px. Out: the shortest text that an SVG may hold for them, to a hundredth of a px.

/** Whole hundredths: differences of such numbers are exact, so that a path of small steps does not drift. */
export const hundredths = (px: number): number => Math.round(px * 100);

export function fromHundredths(count: number): string {
  const text = String(count / 100);
  if (text.startsWith('0.')) return text.slice(1);
  return text.startsWith('-0.') ? `-${text.slice(2)}` : text;
}

export const short = (px: number): string => fromHundredths(hundredths(px));
