// In: a cell. Out: whether it names a time, and the day it means where that can be told. Pure.

export type DateOrder = 'ymd' | 'dmy' | 'mdy';
export type Day = { year: number; month: number; day: number; time: string };

const monthNames =
  'jan|feb|m[aä]r|apr|ma[iy]|june?|juli?|aug|sep|o[ck]t|nov|de[cz]|janv|f[eé]v|avr|juin|juil|ao[uû]t|d[eé]c|ene|abr|ago|dic|gen|mag|giu|lug|set|ott';
const dayNames = 'mon|tue|wed|thu|fri|sat|sun|mo|di|mi|do|fr|sa|so|lun|mar|mer|jeu|ven|sam|dim';
const named = new RegExp(
  String.raw`^(?:\d{1,2}[.\s-]*)?(?:${monthNames})[a-zé]*\.?(?:[\s,'’/-]*\d{1,4}){0,2}$`,
  'i',
);
const weekday = new RegExp(String.raw`^(?:${dayNames})(?:[a-z]*(?:day|tag|di|edi))?\.?$`, 'i');
const year = /^(?:19|20)\d\d$/;
const other =
  /^(?:(?:q|quarter|kw|w|week|h|fy|t)\s?\d{1,2}(?:[\s/'’-]*(?:\d{2}|\d{4}))?|(?:19|20)\d\d[\s/-]*(?:q|kw|w|h)\d{1,2}|(?:fy|cy)\s?\d{2,4}|(?:19|20)\d\d[-/](?:\d\d|(?:19|20)\d\d)|\d{1,2}[/-](?:19|20)\d\d|\d{1,2}:\d\d(?::\d\d)?)$/i;
const iso = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T\s](\d{1,2}:\d\d).*)?$/;
const short = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{2}|\d{4})(?:,?\s+(\d{1,2}:\d\d).*)?$/;

/** Names of years, months, weeks, days and hours, and dates: what runs along an axis of time. */
export function isTime(cell: string): boolean {
  const word = cell.trim();
  return (
    word.length > 1 &&
    word.length < 40 &&
    [year, named, weekday, other, iso, short].some((shape) => shape.test(word))
  );
}

export const isYear = (cell: string): boolean => year.test(cell.trim());

export function dayOf(cell: string, order: DateOrder): Day | undefined {
  const word = cell.trim();
  const parts = order === 'ymd' ? iso.exec(word) : short.exec(word);
  if (!parts) return undefined;
  const [a = 0, b = 0, c = 0] = parts.slice(1, 4).map(Number);
  const [y, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  const time = /^0?0:00$/.test(parts[4] ?? '0:00') ? '' : (parts[4] ?? '');
  const known = { year: y < 70 ? 2000 + y : y < 100 ? 1900 + y : y, month, day, time };
  const date = new Date(Date.UTC(known.year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? known : undefined;
}

/** The order that most cells can be read in; `undefined` where they are no full dates. On a draw the day comes first. */
export function orderOf(cells: readonly string[]): DateOrder | undefined {
  const filled = cells.filter((cell) => cell.trim() !== '').slice(0, 500);
  const fits = (order: DateOrder) => filled.filter((cell) => dayOf(cell, order)).length;
  const best = (['ymd', 'dmy', 'mdy'] as const)
    .map((order) => ({ order, count: fits(order) }))
    .reduce((a, b) => (b.count > a.count ? b : a));
  return filled.length > 0 && best.count >= filled.length * 0.9 ? best.order : undefined;
}

const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** `15 Jan 2026`, with its time unless that is midnight. */
export const shownDay = ({ year: y, month, day, time }: Day): string =>
  `${day} ${months[month - 1]} ${y}${time && ` ${time}`}`;
