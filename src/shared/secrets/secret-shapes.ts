// In: text. Out: the ranges in it that have the shape of a secret wherever they stand: keys by their prefix, tokens, passwords in
// addresses. What is a secret only because of the name before it is found by named-secrets.ts.
import { fromBase64Url } from '../base64url.ts';

export type SecretRange = {
  start: number;
  end: number;
  /** A bare value of JSON: its stand-in must be JSON as well. */
  bare?: boolean;
};

export const MASK = '••••••••';

/** The fixed keys that anybody may use: they are documentation, and say which error was asked for. */
const publicKeys =
  /^pk_test_(?:starter|pro|quota_exceeded|trial_expired|rate_limited|server_error|overloaded|bad_gateway|slow|drop)$/;

/** Nothing to hide: already hidden, a variable, a placeholder, a word of JSON or a public key. */
export const harmless = (value: string): boolean =>
  publicKeys.test(value) ||
  /^(?:[•*….\s]*|x{3,}|\$(?:env:)?\{?\w{1,60}\}?|<[^<>]{0,60}>|%\w{1,60}%|null|undefined|true|false|your[-_ ]?(?:api[-_ ]?)?key)$/i.test(
    value,
  );

const shapes: readonly RegExp[] = [
  /(?:[prs]k|key)_(?:live|test)_[\w-]+/g,
  // Keys of services whose form is public, so that anybody may look for them.
  /\b(?:AKIA|ASIA)[A-Z\d]{16}\b/g,
  /\b(?:gh[pousr]_[A-Za-z\d]{20,}|github_pat_\w{22,}|glpat-[\w-]{20,}|npm_[A-Za-z\d]{36})/g,
  /\bxox[abeoprs]-[\w-]{10,}/g,
  /(?<=\bhooks\.slack\.com\/services\/)[\w/]{20,}/g,
  /\bsk-[\w-]{16,}/g,
  /\bAIza[\w-]{35}/g,
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----(?:(?!-----BEGIN)[\s\S]){0,8000}?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
  // A JSON Web Token that was cut after its first part.
  /eyJ(?:hbGciOi|0eXAiOi|raWQiOi)[\w-]*/g,
  // Typed on after a mask: still the same secret.
  /(?<=•{8})[\w~+/=-]+/g,
];

/** `WWW-Authenticate: Bearer realm=…` names a door, not a key. */
const bearer = /\bbearer[ \t]+(?!realm\b|error\b|scope\b|charset\b)([\w.~+/=-]{4,})/gi;
const basic = /\bbasic[ \t]+([A-Za-z\d+/_-]{4,}={0,2})/gi;
const userInfo = /:\/\/([^\s/?#@"'<>]{1,300})@/g;

export function secretShapes(text: string): SecretRange[] {
  const found: SecretRange[] = [];
  const take = (start: number, value: string) => {
    if (!harmless(value)) found.push({ start, end: start + value.length });
  };
  found.push(...webTokens(text));
  for (const shape of shapes) for (const match of text.matchAll(shape)) take(match.index, match[0]);
  const last = (pattern: RegExp, wanted: (value: string) => boolean) => {
    for (const match of text.matchAll(pattern)) {
      const value = match[1] ?? '';
      if (wanted(value)) take(match.index + match[0].lastIndexOf(value), value);
    }
  };
  last(bearer, () => true);
  last(userInfo, () => true);
  // In free text "basic" is a word like any other; with a name and a password behind it, it is a credential.
  last(basic, (value) => fromBase64Url(value)?.includes(':') === true);
  return found;
}

/** JSON Web Tokens, found by the dot before the second part and read outwards: a pattern from the left would be quadratic. */
function webTokens(text: string): SecretRange[] {
  const found: SecretRange[] = [];
  for (let dot = text.indexOf('.eyJ'); dot >= 0; dot = text.indexOf('.eyJ', dot + 4)) {
    const before = found.at(-1)?.end ?? 0;
    let start = dot;
    while (start > before && isWord(text.charCodeAt(start - 1))) start--;
    const head = text.slice(start, dot).indexOf('eyJ');
    if (head < 0 || dot < before) continue;
    let end = dot + 4;
    while (end < text.length && (isWord(text.charCodeAt(end)) || text[end] === '.')) end++;
    found.push({ start: start + head, end });
  }
  return found;
}

/** `pk_live_` and `pk_test_` in base64, at each of the three places where a group of three bytes may begin. */
const inBase64 = /cGtfbGl2ZV|BrX2xpdmVf|wa19saXZl|cGtfdGVzdF|BrX3Rlc3Rf|wa190ZXN0/g;
const jsonInBase64 = /(?<![\w+/-])(?:ey|ew|IH)[\w+/-]{20,}/g;
/** All the base64 that is looked into, in characters. */
const MOST_DECODED = 65_536;

/** Base64 that holds a secret. `holdsSecret` judges what comes out of JSON in base64, such as a chart in a URL. */
export function secretsInBase64(text: string, holdsSecret: (decoded: string) => boolean): SecretRange[] {
  const found: SecretRange[] = [];
  for (const { index } of text.matchAll(inBase64)) {
    const before = found.at(-1)?.end ?? 0;
    if (index < before) continue;
    let start = index;
    let end = index;
    while (start > before && isBase64(text.charCodeAt(start - 1))) start--;
    while (end < text.length && isBase64(text.charCodeAt(end))) end++;
    found.push({ start, end });
  }
  let room = MOST_DECODED;
  for (const { index, 0: token } of text.matchAll(jsonInBase64)) {
    room -= token.length;
    if (room < 0) break;
    const decoded = fromBase64Url(token) ?? fromBase64Url(token.slice(0, token.length - (token.length % 4)));
    if (decoded !== undefined && holdsSecret(decoded))
      found.push({ start: index, end: index + token.length });
  }
  return found;
}

const isLetterOrDigit = (code: number): boolean =>
  (code >= 48 && code <= 57) || (code >= 65 && code <= 90) || (code >= 97 && code <= 122);
/** Letters of names and of base64url: `-` and `_` as well. */
export const isWord = (code: number): boolean => isLetterOrDigit(code) || code === 45 || code === 95;
const isBase64 = (code: number): boolean => isWord(code) || code === 43 || code === 47;
