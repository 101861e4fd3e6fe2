// In: a picture, a chart. Out: what explains a difference: is the picture of one colour, are there letters the font lacks. Pure.
import type { ChartSpec } from '#shared/chart-spec.ts';
import type { Pixels } from '../pixels.ts';

export function isBlank({ data }: Pixels): boolean {
  for (let at = 4; at < data.length; at++) if (data[at] !== data[at % 4]) return false;
  return true;
}

/** Letters of other scripts, and pictures: the bundled font has Latin, Greek, Cyrillic, figures and punctuation. */
const foreign =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{N}\p{P}\p{Sc}\p{Sm}\p{Sk}\p{Z}\p{Cc}\p{M}]/u;

export const foreignLetters = (spec: ChartSpec): boolean => foreign.test(JSON.stringify(spec));
