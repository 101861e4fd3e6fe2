// In: cells. Out: which mark begins the decimals and which parts the thousands, and how sure that is. Pure.
import { bareNumber, type Marks } from './read-number.ts';

export type MarksGuess = { marks: Marks; sure: number };

const counted = 5000;

/** `usual` decides where the cells do not: `1.234` is a thousand and more in one country and little over one in another. */
export function guessMarks(cells: readonly string[], usual: '.' | ','): MarksGuess {
  const sure = { '.': 0, ',': 0 };
  const groups = { '.': 0, ',': 0, ' ': 0, "'": 0 };
  const unclear = { '.': 0, ',': 0 };
  for (const cell of cells.slice(0, counted)) {
    const { digits } = bareNumber(cell);
    const parts = /^(\d[\d.,'’\s]*)?(?:([.,])(\d*))?$/.exec(digits);
    if (!parts || digits === '' || !/\d/.test(digits)) continue;
    if (/^\d{1,3}(?:\s\d{3})+(?:[.,]\d+)?$/.test(digits)) groups[' ']++;
    if (/^\d{1,3}(?:['’]\d{3})+(?:[.,]\d+)?$/.test(digits)) groups["'"]++;
    const marks = digits.replace(/[^.,]/g, '');
    const last = marks.at(-1) as '.' | ',' | undefined;
    if (!last) continue;
    const other = last === '.' ? ',' : '.';
    if (marks.length > 1 && marks[0] === last) groups[last]++;
    else if (marks.length > 1) {
      sure[last]++;
      groups[other]++;
    } else if (/^[1-9]\d{0,2}[.,]\d{3}$/.test(digits)) unclear[last]++;
    else if (/^[\d\s'’]*[.,]\d*$/.test(digits)) sure[last]++;
  }
  return decided(sure, groups, unclear, usual);
}

type Votes = Record<'.' | ',', number>;

function decided(
  sure: Votes,
  groups: Votes & Record<' ' | "'", number>,
  unclear: Votes,
  usual: '.' | ',',
): MarksGuess {
  // Thousands parted by one mark speak for the other as the decimal one.
  const dot = sure['.'] + groups[','];
  const comma = sure[','] + groups['.'];
  const decimal = dot === comma ? usual : dot > comma ? '.' : ',';
  const other = decimal === '.' ? ',' : '.';
  const parted = groups[other] + unclear[other];
  const thousands =
    parted > 0 && parted >= groups[' '] + groups["'"]
      ? other
      : groups[' '] > 0
        ? ' '
        : groups["'"] > 0
          ? "'"
          : '';
  const marks = { decimal, thousands } as Marks;
  if (dot + comma > 0) return { marks, sure: Math.max(dot, comma) / (dot + comma) };
  // Three digits after a single mark, and nothing else to go by. As decimals they are rarer than as thousands.
  if (unclear[decimal] > 0) return { marks, sure: 0.6 };
  // 1,234 is a thousand nearly everywhere it is written; 1.234 is as often little over one.
  if (unclear[other] > 0) return { marks, sure: other === ',' ? 0.85 : 0.7 };
  return { marks, sure: 1 };
}
