// In: a draw of random numbers, or any text. Out: a new key, or whether the text can be one. Pure.
//
// `pk_live_` and 8 letters, 24 letters of secret, 6 letters of checksum. The beginning is public and names the key; the end tells a mistyped
// or cut key from an unknown one without asking anybody, and lets scanners recognise a leaked one.
import { crc32 } from 'node:zlib';

const LETTERS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const NAMING = 8;
/** 24 letters of 62 are 142 bits: nobody finds one by trying, so a plain SHA-256 keeps it safe. */
const SECRET = 24;
/** 32 bits need so many. */
const CHECK = 6;

const KEY = new RegExp(`^(pk_(live|test)_[^\\W_]{${NAMING}})[^\\W_]{${SECRET}}([^\\W_]{${CHECK}})$`);

export type KeyKind = 'live' | 'test';

export interface KeyForm {
  /** The public beginning, such as `pk_live_4fZk09Qe`. */
  id: string;
  kind: KeyKind;
}

/** @param draw a whole number from 0 up to, not including, `below`, that nobody can foresee */
export function makeKey(kind: KeyKind, draw: (below: number) => number): { id: string; key: string } {
  const letters = (count: number) =>
    Array.from({ length: count }, () => LETTERS[draw(LETTERS.length)]).join('');
  const id = `pk_${kind}_${letters(NAMING)}`;
  const body = id + letters(SECRET);
  return { id, key: body + checksum(body) };
}

/** Undefined for whatever `makeKey` cannot have made. */
export function readKey(text: string): KeyForm | undefined {
  const [, id, kind, check] = KEY.exec(text) ?? [];
  if (id === undefined || checksum(text.slice(0, -CHECK)) !== check) return undefined;
  return { id, kind: kind === 'test' ? 'test' : 'live' };
}

function checksum(body: string): string {
  let rest = crc32(body);
  let text = '';
  for (let i = 0; i < CHECK; i++) {
    text = LETTERS[rest % LETTERS.length] + text;
    rest = Math.floor(rest / LETTERS.length);
  }
  return text;
}
