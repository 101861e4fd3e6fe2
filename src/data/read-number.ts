// In: a cell as a person or a spreadsheet wrote it, and the marks of its numbers. Out: the number, `null` for an empty cell or a
// word for none, `undefined` for anything else. Pure.

export type Marks = { decimal: '.' | ','; thousands: '' | ',' | '.' | ' ' | "'" };

/** What stands for no value: nothing, a dash, the words of tables and the errors of spreadsheets. */
const none =
  /^(?:[-–—.?…]+|n\/?a|k\. ?a\.|null|nil|none|nan|undefined|#(?:n\/?a|nv|div\/0!|ref!|value!|name\?|num!|null!|wert!|bezug!|zahl!))$/i;

const codes =
  'USD|EUR|GBP|CHF|JPY|CNY|INR|AUD|CAD|NZD|SEK|NOK|DKK|PLN|CZK|HUF|TRY|BRL|MXN|ZAR|kr|zł|Kč|Ft|Fr';
const before = new RegExp(String.raw`^(?:[A-Z]{0,3}\p{Sc}|(?:${codes})\.?(?=[\s\d+-]))\s*`, 'u');
const after = new RegExp(String.raw`\s*(?:\p{Sc}|%|‰|(?<=[\s\d])(?:${codes})\.?)$`, 'u');
const plain = /^-?(?:0|[1-9]\d{0,14})(?:\.\d{1,15})?$/;

/** The digits with their marks, without sign, currency and percent; and whether it is negative. */
export function bareNumber(cell: string): { digits: string; negative: boolean; unit: string } {
  let digits = cell.trim().replaceAll('−', '-');
  const bracketed = /^\((.+)\)$/.exec(digits) ?? /^(.*\d)-$/.exec(digits);
  if (bracketed?.[1]) digits = bracketed[1].trim();
  const sign = /^[+-]/.exec(digits)?.[0] ?? '';
  digits = digits.slice(sign.length).trimStart();
  const [lead = ''] = before.exec(digits) ?? [];
  digits = digits.slice(lead.length);
  const inner = /^[+-]/.exec(digits)?.[0] ?? '';
  digits = digits.slice(inner.length);
  const [tail = ''] = after.exec(digits) ?? [];
  digits = digits.slice(0, digits.length - tail.length);
  const negative = bracketed !== null || sign === '-' || inner === '-';
  return { digits, negative, unit: lead.trim() || tail.trim() };
}

const shapes = new Map<string, RegExp>();

function shapeOf({ decimal, thousands }: Marks): RegExp {
  const key = decimal + thousands;
  const known = shapes.get(key);
  if (known) return known;
  const mark = { '': '', ',': ',', '.': '\\.', ' ': '[\\s\\u00a0\\u202f\\u2009]', "'": "['’]" }[thousands];
  // Groups of two are how India writes 12,34,567.
  const whole = mark ? `(?:\\d{1,3}(?:${mark}\\d{2,3})*${mark}\\d{3}|\\d+)` : '\\d+';
  const point = decimal === '.' ? '\\.' : ',';
  const made = new RegExp(`^(?:${whole}(?:${point}\\d*)?|${point}\\d+)(?:[eE][+-]?\\d{1,3})?$`);
  shapes.set(key, made);
  return made;
}

export function readNumber(cell: string, marks: Marks): number | null | undefined {
  if (marks.decimal === '.' && marks.thousands !== '.' && plain.test(cell)) return Number(cell);
  const trimmed = cell.trim();
  if (trimmed === '' || none.test(trimmed)) return null;
  const { digits, negative } = bareNumber(trimmed);
  if (!shapeOf(marks).test(digits)) return undefined;
  const english = digits
    .replace(/[\s'’]/g, '')
    .replaceAll(marks.decimal === '.' ? ',' : '.', '')
    .replace(',', '.');
  const value = Number(english);
  return negative && value !== 0 ? -value : value;
}
