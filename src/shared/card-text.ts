// In: a text of any length and the room for it. Out: the lines that fit, the last one with an ellipsis where something is missing.
import type { Face, Measure } from './card-marks.ts';

const ELLIPSIS = '…';
/** Hebrew, Arabic and their neighbours up to Thaana and Syriac, with the presentation forms. */
const RUNS_LEFT = /^[^\p{L}]*[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/u;

/** Whether the first letter belongs to a script that runs to the left. */
export const runsLeft = (text: string): boolean => RUNS_LEFT.test(text);

/** Letters of joined scripts are never pulled apart. */
export const faceFor = (text: string, { spacing, ...face }: Face): Face =>
  spacing === undefined || runsLeft(text) ? face : { ...face, spacing };

export const widthOf = (text: string, face: Face, measure: Measure): number =>
  measure(text, face) + (face.spacing ?? 0) * [...text].length;

/** White space of every kind becomes one space. */
export const onOneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

/** The longest beginning that fits, with an ellipsis unless it is all; nothing where not even that has room. */
export function fitted(text: string, face: Face, width: number, measure: Measure): string {
  if (widthOf(text, face, measure) <= width) return text;
  const letters = [...text];
  const cut = (count: number) => letters.slice(0, count).join('').trimEnd() + ELLIPSIS;
  const count = longest(letters.length, (n) => widthOf(cut(n), face, measure) <= width);
  return count === 0 ? '' : cut(count);
}

/** At most `most` lines, broken at spaces, inside of a word only where the word alone is too long. */
export function wrapped(text: string, face: Face, width: number, most: number, measure: Measure): string[] {
  const lines: string[] = [];
  let rest = onOneLine(text);
  while (rest !== '' && lines.length < most - 1 && widthOf(rest, face, measure) > width) {
    const words = rest.split(' ');
    const fits = (n: number) => widthOf(words.slice(0, n).join(' '), face, measure) <= width;
    const count = longest(words.length, fits);
    const line = count > 0 ? words.slice(0, count).join(' ') : beginning(rest, face, width, measure);
    if (line === '') break;
    lines.push(line);
    rest = rest.slice(line.length).trimStart();
  }
  const last = fitted(rest, face, width, measure);
  return last === '' ? lines : [...lines, last];
}

function beginning(text: string, face: Face, width: number, measure: Measure): string {
  const letters = [...text];
  const start = (n: number) => letters.slice(0, n).join('');
  return start(longest(letters.length, (n) => widthOf(start(n), face, measure) <= width));
}

/** The largest count up to `most` that fits, when every smaller one does too. */
function longest(most: number, fits: (count: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (fits(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
