// In: text. Out: base64url of its UTF-8, and back. Written out because neither Node's Buffer nor the browser's btoa stands in
// the room that both share, and because both accept what a strict reader must refuse.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digitOf = new Map([...alphabet].map((letter, value) => [letter, value]));

/** Text → base64url without padding (RFC 4648 §5). A lone surrogate, which UTF-8 cannot carry, becomes U+FFFD. */
export function toBase64Url(text: string): string {
  let out = '';
  let bits = 0;
  let held = 0;
  const take = (byte: number) => {
    bits = (bits << 8) | byte;
    held += 8;
    while (held >= 6) {
      held -= 6;
      out += alphabet[(bits >> held) & 63];
    }
    bits &= 63;
  };
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) {
      take(unit);
      continue;
    }
    const point = text.codePointAt(i) ?? unit;
    if (point > 0xffff) i++;
    for (const byte of utf8(point >= 0xd800 && point <= 0xdfff ? 0xfffd : point)) take(byte);
  }
  return held > 0 ? out + alphabet[(bits << (6 - held)) & 63] : out;
}

/** The bytes of a code point beyond ASCII (RFC 3629 §3). */
function utf8(point: number): number[] {
  const rest = (shift: number) => 0x80 | ((point >> shift) & 63);
  if (point < 0x800) return [0xc0 | (point >> 6), rest(0)];
  if (point < 0x10000) return [0xe0 | (point >> 12), rest(6), rest(0)];
  return [0xf0 | (point >> 18), rest(12), rest(6), rest(0)];
}

/**
 * Base64url or standard base64, padded or not → text, or undefined. A space counts as the `+` that a query string turned
 * into one. Refused: any other character, a length that no bytes have, bits left over at the end (one chart would have many
 * URLs), and bytes that are not UTF-8.
 */
export function fromBase64Url(encoded: string): string | undefined {
  const bare = encoded
    .replace(/={1,2}$/, '')
    .replace(/[+ ]/g, '-')
    .replace(/\//g, '_');
  if (bare.length % 4 === 1) return undefined;
  // Padding, where given, must fill the last group of four.
  if (encoded.length !== bare.length && encoded.length % 4 !== 0) return undefined;
  let escaped = '';
  let bits = 0;
  let held = 0;
  for (const letter of bare) {
    const value = digitOf.get(letter);
    if (value === undefined) return undefined;
    bits = (bits << 6) | value;
    held += 6;
    if (held >= 8) {
      held -= 8;
      escaped += `%${((bits >> held) & 255).toString(16).padStart(2, '0')}`;
      bits &= (1 << held) - 1;
    }
  }
  if (bits !== 0) return undefined;
  try {
    return decodeURIComponent(escaped);
  } catch {
    return undefined;
  }
}
