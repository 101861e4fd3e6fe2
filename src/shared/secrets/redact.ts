// In: any text. Out: the text with its secrets masked, and how many there were. Runs before anything else looks at a paste, so
// that nothing that is drawn, kept or copied can hold one.
import { namedSecrets } from './named-secrets.ts';
import { MASK, type SecretRange, secretShapes, secretsInBase64 } from './secret-shapes.ts';
import { plainView, unescaped, type View } from './unescaped-view.ts';

export type Redacted = {
  text: string;
  /** Secrets masked in this run; what was masked before is not counted again. */
  removed: number;
};

/** Escapes within escapes: a percent sign in a URL in a JSON body in a HAR. */
const LAYERS = 4;
/** Echoes of a secret shorter than this may be any word. */
const ECHO_FROM = 8;
const MOST_ECHOES = 50;

/** Masking a masked text changes nothing. Linear in the text; never throws. */
export function redact(text: string): Redacted {
  return masked(text, 0);
}

/** Where they stand, in order and without overlaps. */
export const secretRanges = (text: string): SecretRange[] => rangesIn(text, 0);

const masked = (text: string, depth: number): Redacted => withMasks(text, rangesIn(text, depth));

function rangesIn(text: string, depth: number): SecretRange[] {
  const ranges: SecretRange[] = [];
  const secrets = new Set<string>();
  let view: View | undefined = plainView(text);
  for (let layer = 0; view && layer < LAYERS; layer++) {
    for (const range of rangesOf(view.text, layer > 0, depth)) {
      ranges.push({ ...view.origin(range.start, range.end), bare: range.bare === true });
      const value = view.text.slice(range.start, range.end);
      if (value.length >= ECHO_FROM && value.length < 512 && /\d/.test(value)) secrets.add(value);
    }
    view = unescaped(view);
  }
  for (const secret of [...secrets].slice(0, MOST_ECHOES)) ranges.push(...echoes(text, secret));
  return merged(ranges);
}

function rangesOf(text: string, deep: boolean, depth: number): SecretRange[] {
  return [
    ...namedSecrets(text, deep),
    ...secretShapes(text),
    // JSON in base64 in JSON in base64 is nobody's log.
    ...(depth < 1 ? secretsInBase64(text, (decoded) => masked(decoded, depth + 1).removed > 0) : []),
  ];
}

/** A server's message may repeat what the header said. */
function echoes(text: string, secret: string): SecretRange[] {
  const found: SecretRange[] = [];
  for (
    let at = text.indexOf(secret);
    at >= 0 && found.length < 1000;
    at = text.indexOf(secret, at + secret.length)
  )
    found.push({ start: at, end: at + secret.length });
  return found;
}

/** Sorted and without overlaps. */
function merged(ranges: SecretRange[]): SecretRange[] {
  const sorted = ranges
    .filter(({ start, end }) => end > start)
    .sort((a, b) => a.start - b.start || b.end - a.end);
  const out: SecretRange[] = [];
  for (const range of sorted) {
    const before = out.at(-1);
    if (before && range.start < before.end) before.end = Math.max(before.end, range.end);
    else out.push({ ...range });
  }
  return out;
}

function withMasks(text: string, ranges: readonly SecretRange[]): Redacted {
  const pieces: string[] = [];
  let copied = 0;
  let removed = 0;
  for (const { start, end, bare } of ranges) {
    pieces.push(text.slice(copied, start));
    copied = end;
    // Letters typed on after a mask are swallowed by it.
    const before = pieces.at(-1) ?? '';
    if (before.endsWith(MASK) || (before === '' && pieces.at(-2) === MASK)) continue;
    pieces.push(bare ? 'null' : MASK);
    removed++;
  }
  pieces.push(text.slice(copied));
  return { text: pieces.join(''), removed };
}
