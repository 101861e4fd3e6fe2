// In: text and the place of a quote of any kind. Out: where that text ends, and how JSON writes it. Pure.

export type StringReading = {
  /** Behind the closing quote. */
  end: number;
  /** The same as JSON writes it; undefined where it is JSON already. */
  content?: string;
};

const closers: Readonly<Record<string, string>> = {
  '"': '"',
  "'": "'",
  '`': '`',
  '“': '”“"',
  '”': '”"',
  '„': '“”"',
  '‘': '’‘',
  '’': '’',
};

/** Undefined for a template that is filled in when it runs. */
export function readString(text: string, start: number, most: number): StringReading | undefined {
  const opener = text[start] ?? '';
  const closer = closers[opener];
  if (!closer) return undefined;
  let json = '"';
  let same = opener === '"';
  for (let at = start + 1; at < most; at++) {
    const sign = text[at] ?? '';
    if (closer.includes(sign)) return same ? { end: at + 1 } : { end: at + 1, content: `${json}"` };
    if (sign === '\\') {
      const { taken, written } = escaped(text, at);
      same &&= written === text.slice(at, at + taken);
      json += written;
      at += taken - 1;
    } else if (opener === '`' && sign === '$' && text[at + 1] === '{') return undefined;
    else if (sign === '\n' && opener !== '`') return unclosed(text, start, at);
    else {
      const written = sign === '"' ? '\\"' : sign < ' ' ? JSON.stringify(sign).slice(1, -1) : sign;
      same &&= written === sign;
      json += written;
    }
  }
  return opener === '`' ? undefined : unclosed(text, start, most);
}

/** Nobody closed it on its line: it ends with the line, before the comma or bracket that ends the place. */
function unclosed(text: string, start: number, lineEnd: number): StringReading {
  const line = text.slice(start + 1, lineEnd);
  const held = line.replace(/\s*[,\]}]*\s*$/, '');
  return { end: start + 1 + held.length, content: JSON.stringify(held) };
}

/** One escape, and how JSON writes it: a backslash that means nothing in JSON falls away, as it does in JavaScript. */
function escaped(text: string, at: number): { taken: number; written: string } {
  const next = text[at + 1] ?? '';
  if (next === 'u') {
    const digits = /^\\u(?:([0-9a-f]{4})|\{([0-9a-f]{1,6})\})/i.exec(text.slice(at, at + 12));
    if (digits?.[1]) return { taken: 6, written: text.slice(at, at + 6) };
    const code = Number.parseInt(digits?.[2] ?? '', 16);
    if (digits && code <= 0x10ffff)
      return { taken: digits[0].length, written: quoteless(String.fromCodePoint(code)) };
    return { taken: 2, written: 'u' };
  }
  const hex = /^\\x([0-9a-f]{2})/i.exec(text.slice(at, at + 4));
  if (hex?.[1]) return { taken: 4, written: quoteless(String.fromCharCode(Number.parseInt(hex[1], 16))) };
  if (/["\\/bfnrt]/.test(next)) return { taken: 2, written: `\\${next}` };
  // A line that goes on in the next one.
  if (next === '\n') return { taken: 2, written: '' };
  return { taken: 2, written: next === '0' ? '\\u0000' : quoteless(next) };
}

const quoteless = (text: string) => JSON.stringify(text).slice(1, -1);
