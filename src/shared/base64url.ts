// In: text. Out: base64url of its UTF-8, and back. Written out because neither Node's Buffer nor the browser's btoa stands in
// the room that both share, and because both accept what a strict reader must refuse.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const digitOf = new Map([...alphabet].map((letter, value) => [letter, value]));

/** UTF-8 bytes of well-formed text; a lone surrogate, which UTF-8 cannot carry, becomes U+FFFD. */
function utf8(text: string): number[] {
  const wellFormed = text.replace(
    /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    '\ufffd',
  );
  const bytes: number[] = [];
  const escaped = encodeURIComponent(wellFormed);
  for (let i = 0; i < escaped.length; i++) {
    if (escaped[i] === '%') {
      bytes.push(Number.parseInt(escaped.slice(i + 1, i + 3), 16));
      i += 2;
    } else bytes.push(escaped.charCodeAt(i));
  }
  return bytes;
}

/** Text → base64url without padding (RFC 4648 §5). */
export function toBase64Url(text: string): string {
  const bytes = utf8(text);
  const out: string[] = [];
  for (let i = 0; i < bytes.length; i += 3) {
    const [a = 0, b = 0, c = 0] = bytes.slice(i, i + 3);
    const bits = (a << 16) | (b << 8) | c;
    const letters = Math.min(4, bytes.length - i + 1);
    for (let k = 0; k < letters; k++) out.push(alphabet[(bits >> (18 - 6 * k)) & 63] ?? '');
  }
  return out.join('');
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
