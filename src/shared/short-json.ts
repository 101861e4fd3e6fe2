// In: a JSON value. Out: the shortest text for it, always the same one: keys in one order, numbers in their shortest spelling, no
// blanks. `relaxed` leaves out the quotes that JSON5 does not need, which cost three characters each in a URL.

/** What people look for first stands first; the rest follows by the alphabet. */
const firstKeys = ['type', 'label', 'labels', 'data', 'datasets'];

export function shortJson(value: unknown, relaxed = false): string {
  if (typeof value === 'number') return shortNumber(value, relaxed);
  if (typeof value === 'string') return relaxed ? singleQuoted(value) : JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map((item) => shortJson(item, relaxed)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const pairs = inOneOrder(value)
    .filter(([, inner]) => inner !== undefined)
    .map(([key, inner]) => `${keyed(key, relaxed)}:${shortJson(inner, relaxed)}`);
  return `{${pairs.join(',')}}`;
}

const rank = (key: string): number => {
  const at = firstKeys.indexOf(key);
  return at < 0 ? firstKeys.length : at;
};

const inOneOrder = (object: object): [string, unknown][] =>
  Object.entries(object).sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));

/** `12000` → `12e3`, `0.0004` → `4e-4`; never another number. `.5` is no JSON, but JSON5 and our query take it. */
export function shortNumber(value: number, bare = false): string {
  // JSON writes minus nought as 0, and what is no number as null.
  const usual = JSON.stringify(value);
  const plain = bare ? usual.replace(/^(-?)0(?=\.)/, '$1') : usual;
  const [, sign = '', digits = '', zeros = ''] = /^(-?)(\d*[1-9])(0{3,})$/.exec(plain) ?? [];
  const candidates = [plain, ...(zeros ? [`${sign}${digits}e${zeros.length}`] : [])];
  const small = /^(-?)0?\.(0{2,})(\d+)$/.exec(plain);
  if (small) candidates.push(`${small[1]}${small[3]}e-${(small[2] ?? '').length + (small[3] ?? '').length}`);
  const same = candidates.filter((text) => Number(text) === Number(usual));
  return same.reduce((shortest, text) => (text.length < shortest.length ? text : shortest), plain);
}

const keyed = (key: string, relaxed: boolean): string =>
  relaxed && /^[A-Za-z_$][\w$]*$/.test(key) ? key : relaxed ? singleQuoted(key) : JSON.stringify(key);

/** The escapes of JSON mean the same in JSON5; only the quotes change places. */
const singleQuoted = (text: string): string =>
  `'${JSON.stringify(text)
    .slice(1, -1)
    .replace(/\\(.)|'/g, (all, escaped: string | undefined) =>
      all === "'" ? "\\'" : escaped === '"' ? '"' : all,
    )}'`;
