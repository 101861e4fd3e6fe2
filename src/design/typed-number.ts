// In: a number as a person types or pastes it. Out: the number, `null` for nothing, `undefined` for what is no number. Pure.

const blanks = /[\s\u00a0\u2007\u2009\u202f'’_]/g;
const money = /^\p{Sc}|\p{Sc}$|%$/gu;
const plain = /^(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;

/**
 * `1,200`, `1 200`, `1'200`, `1.200,5`, `€1,200.50`, `(12)` and `−3` are understood. A single comma or point with three digits
 * behind it is a mark of thousands only when it is a comma: `1.200` is what JSON says it is.
 */
export function typedNumber(typed: string): number | null | undefined {
  let text = typed.replaceAll('−', '-').replace(blanks, '');
  if (text === '' || text === '-') return typed.trim() === '' ? null : undefined;
  const bracketed = /^\((.+)\)$/.exec(text)?.[1];
  text = bracketed ?? text;
  const sign = /^[+-]/.exec(text)?.[0] ?? '';
  const digits = english(text.slice(sign.length).replace(money, ''));
  if (!plain.test(digits)) return undefined;
  const value = Number(digits);
  if (!Number.isFinite(value)) return undefined;
  const negative = sign === '-' || bracketed !== undefined;
  return negative && value !== 0 ? -value : value;
}

/** With a point for the decimals and no mark of thousands. */
function english(digits: string): string {
  const comma = digits.lastIndexOf(',');
  const point = digits.lastIndexOf('.');
  if (comma >= 0 && point >= 0) {
    const [thousands, decimal] = comma > point ? ['.', ','] : [',', '.'];
    return digits.split(decimal).length > 2 ? '?' : digits.replaceAll(thousands, '').replace(decimal, '.');
  }
  if (comma >= 0) return /^\d{1,3}(?:,\d{3})+$/.test(digits) ? digits.replaceAll(',', '') : onlyOne(digits);
  return /^\d{1,3}(?:\.\d{3}){2,}$/.test(digits) ? digits.replaceAll('.', '') : digits;
}

const onlyOne = (digits: string) => (digits.split(',').length === 2 ? digits.replace(',', '.') : '?');

/** As it is typed back: `1200`, not `1,200`. */
export const shownNumber = (value: unknown): string => (typeof value === 'number' ? String(value) : '');
