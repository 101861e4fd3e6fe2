// In: the text of the editor. Out: what in it should perhaps not be shared: keys and tokens, e-mail addresses, addresses inside of a
// network; where each stands and what to put in its place. It only tells: nothing is ever held back for it.
import { secretRanges } from '#shared/secrets/redact.ts';
import { MASK } from '#shared/secrets/secret-shapes.ts';
import type { TextEdit } from '../editor/edit-value.ts';

export type Finding = {
  kind: 'secret' | 'email' | 'internal';
  /** In words: `A GitHub token`. */
  what: string;
  start: number;
  end: number;
  /** Enough to know it again; of a secret only its beginning. */
  shown: string;
  replacement: string;
};

const MOST_FINDINGS = 50;

/** What the beginning of a secret says about where it is from. */
const origins: readonly [RegExp, string][] = [
  [/^(?:[prs]k|key)_(?:live|test)_/, 'An API key'],
  [/^(?:AKIA|ASIA)/, 'An AWS access key'],
  [/^gh[pousr]_|^github_pat_/, 'A GitHub token'],
  [/^glpat-/, 'A GitLab token'],
  [/^npm_/, 'An npm token'],
  [/^xox[abeoprs]-|^[TB][A-Z\d]{6,}\//, 'A Slack token'],
  [/^sk-/, 'A secret key'],
  [/^AIza/, 'A Google API key'],
  [/^-----BEGIN/, 'A private key'],
  [/^eyJ/, 'A JSON Web Token'],
];

const email = /[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.){1,6}[a-z]{2,24}(?![\w-])/gi;
/** Kept for examples by RFC 2606. */
const nobody = /@(?:[\w-]+\.)*example(?:\.(?:com|org|net))?$/i;

/** Private ranges of RFC 1918 and 3927, and names that mean nothing outside of one network. */
const inside: readonly RegExp[] = [
  /(?<![\w.])(?:(?:10|127)(?:\.\d{1,3}){3}|(?:192\.168|169\.254)(?:\.\d{1,3}){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2})(?::\d{1,5})?(?![\w.])/g,
  /(?<![\w.@-])(?:[a-z\d-]{1,63}\.){1,8}(?:internal|intranet|local|corp|lan|localdomain|home\.arpa)(?::\d{1,5})?(?![\w-]|\.\w)/gi,
  /(?<![\w.@-])localhost(?::\d{1,5})?(?![\w-]|\.\w)/gi,
];

/** In the order of the text, without overlaps. Never throws; linear in the text. */
export function lintChart(text: string): Finding[] {
  const found: Finding[] = secretRanges(text)
    .filter(({ start, end }) => isSecret(text, start, end))
    .map(({ start, end, bare }) => {
      const value = text.slice(start, end);
      const what =
        origins.find(([beginning]) => beginning.test(value))?.[1] ?? 'Something like a password or a key';
      return {
        kind: 'secret',
        what,
        start,
        end,
        shown: `${value.slice(0, 4)}…`,
        replacement: bare ? 'null' : MASK,
      };
    });
  const take = (kind: Finding['kind'], what: string, pattern: RegExp, wanted: (value: string) => boolean) => {
    for (const { index, 0: value } of text.matchAll(pattern)) {
      const [start, end] = [index, index + value.length];
      const taken = found.some((other) => start < other.end && end > other.start);
      if (!taken && wanted(value)) found.push({ kind, what, start, end, shown: value, replacement: MASK });
    }
  };
  take('email', 'An e-mail address', email, (value) => !nobody.test(value));
  for (const pattern of inside) take('internal', 'An address inside of a network', pattern, () => true);
  return found.sort((a, b) => a.start - b.start).slice(0, MOST_FINDINGS);
}

/**
 * A chart speaks of passwords and tokens as of anything else: what follows such a word is a secret only when it looks like one.
 * A password in an address and a key with a form of its own always do.
 */
function isSecret(text: string, start: number, end: number): boolean {
  const value = text.slice(start, end);
  if (origins.some(([beginning]) => beginning.test(value)) || text.slice(start - 3, start) === '://')
    return true;
  return value.length >= 6 && /\d/.test(value) && /[a-z]/i.test(value) && !/[\s,[\]{}]/.test(value);
}

/** Puts every finding out of sight; one undo step. */
export const redactions = (findings: readonly Finding[]): TextEdit[] =>
  findings.map(({ start, end, replacement }) => ({
    offset: start,
    length: end - start,
    content: replacement,
  }));
