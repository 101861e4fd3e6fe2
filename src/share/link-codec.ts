// In: a text and what kind it is, or the hash of a link. Out: the link that holds the text, or what is wrong with it.
// `#v1.<kind>.<payload>.<check>`: version, kind, base64url of the deflated text, four characters that tell a cut link from a bad
// one. Everything deflates with the dictionary below, which is part of the format: it never changes, a better one gets new kinds.
import { deflateSync, Inflate, strToU8 } from 'fflate';

const dictionary = strToU8(
  '"backgroundColor": "borderColor": "#"yAxisID": "y1""stacked": true"ticks": {"format": {"style": "currency", "currency": "EUR"}' +
    '"borderDash": [6, 4], "pointRadius": 0"tension": 0.35, "fill": true"polarArea""radar""doughnut""pie""line""Q1", "Q2", "Q3", "Q4"' +
    '"Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun""Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"' +
    '"scales": {\n      "y": {"beginAtZero": true}"legend": {"display": false},\n  "format": "png"\n  "options": {\n    "plugins": {\n' +
    '      "title": { "display": true, "text": "  },\n  "width": 800,\n  "height": 400,\n{\n  "type": "bar",\n  "data": {\n' +
    '    "labels": [],\n    "datasets": [\n      { "label": "", "data": [ },\n    ]\n  },\n',
);

/** Largest text a link may unfold to: a few hundred characters can otherwise hold gigabytes. */
const MOST_TEXT = 1_048_576;

/** `d1`: the text of a chart. `e1`: a chart and the answer it got. */
export type LinkKind = 'd1' | 'e1';

export type LinkReading =
  | { ok: true; text: string }
  | { ok: false; why: 'cut' | 'damaged' | 'newer' | 'foreign'; sentence: string };

/** Text → hash with its `#`. */
export function packed(kind: LinkKind, text: string): string {
  const payload = base64url(deflateSync(strToU8(text), { level: 9, dictionary }));
  return `#v1.${kind}.${payload}.${checkOf(payload)}`;
}

/** True for a hash that wants to be a link of this playground, sound or not. */
export const looksLikeLink = (hash: string): boolean => /^#v\d+\./.test(hash);

/** Reads a link of one kind. Never throws. One more percent-decoding is tried, since chat tools encode what they pass on. */
export function unpacked(wanted: LinkKind, hash: string): LinkReading {
  const whole = hash.includes('%') ? unescaped(hash) : hash;
  if (!looksLikeLink(whole)) return refused('foreign', 'It is no edit link of this playground.');
  const [version, kind, payload, check] = whole.slice(1).split('.');
  if (version !== 'v1' || (kind !== wanted && payload !== undefined))
    return refused(
      'newer',
      'It was made by a newer version of the playground, or is of a kind this one does not know.',
    );
  if (payload === undefined || check === undefined || check.length < 4)
    return refused('cut', 'Its end is missing: some chat and mail programs cut long links.');
  if (checkOf(payload) !== check)
    return refused('damaged', 'Characters in it were changed or lost on the way.');
  try {
    return { ok: true, text: inflated(bytesOf(payload)) };
  } catch {
    return refused('damaged', 'What it holds cannot be unfolded.');
  }
}

export const refused = (
  why: Exclude<LinkReading, { ok: true }>['why'],
  sentence: string,
): Extract<LinkReading, { ok: false }> => ({ ok: false, why, sentence });

function unescaped(hash: string): string {
  try {
    return decodeURIComponent(hash);
  } catch {
    return hash;
  }
}

/** Unfolds in pieces and stops at the bound. */
function inflated(bytes: Uint8Array): string {
  const pieces: Uint8Array[] = [];
  let size = 0;
  const inflate = new Inflate({ dictionary }, (piece) => {
    size += piece.length;
    if (size > MOST_TEXT) throw new RangeError('The text in the link is too long');
    pieces.push(piece);
  });
  // Small steps, because the bound is only looked at between two of them.
  for (let at = 0; at < bytes.length; at += 1024)
    inflate.push(bytes.subarray(at, at + 1024), at + 1024 >= bytes.length);
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  // A byte order mark is part of the text, and would else be dropped.
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(whole);
}

function base64url(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}

const bytesOf = (payload: string): Uint8Array =>
  Uint8Array.from(atob(payload.replace(/-/g, '+').replace(/_/g, '/')), (letter) => letter.charCodeAt(0));

/** FNV-1a of the payload, 24 bits as four base64url characters. */
function checkOf(payload: string): string {
  let hash = 0x811c9dc5;
  for (let i = 0; i < payload.length; i++) hash = Math.imul(hash ^ payload.charCodeAt(i), 0x01000193);
  return base64url(Uint8Array.of((hash >>> 16) & 255, (hash >>> 8) & 255, hash & 255));
}
