// In: text in which things are escaped: percent signs, backslashes, carets, backticks. Out: the same text one layer of escapes
// down, which knows where each of its characters stood. A secret cut in two by a line continuation is whole in it.

export type View = {
  text: string;
  /** Range of this view → range of the text it was first made from. */
  origin: (start: number, end: number) => { start: number; end: number };
};

export const plainView = (text: string): View => ({ text, origin: (start, end) => ({ start, end }) });

/** Only ASCII is decoded: secrets are made of it, and half of a longer UTF-8 sequence would be nonsense. */
const escapes =
  /%(?:[2-7][\da-fA-F]|0[aAdD])|\\(?:u00[\da-fA-F]{2}|x[\da-fA-F]{2}|\r?\n|[^ux\r\n])|[\^`](?:\r?\n|[^\r\n])/g;
const letters: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: ' ', f: ' ' };

function meaning(escaped: string): string {
  const sign = escaped[0];
  if (sign === '%') return String.fromCharCode(Number.parseInt(escaped.slice(1), 16));
  const rest = escaped.slice(1);
  // A line end after the sign: the shell joins the two lines.
  if (rest.endsWith('\n')) return '';
  if (sign !== '\\') return rest;
  if (rest.length > 1) return String.fromCharCode(Number.parseInt(rest.slice(1), 16));
  return letters[rest] ?? rest;
}

/** The next layer, or nothing when there is no escape left. Linear in the text. */
export function unescaped(view: View): View | undefined {
  const { text } = view;
  const pieces: string[] = [];
  // Where each run begins: here, in the text above, and how many characters above make one escape (0: copied as it is).
  const here = [0];
  const above = [0];
  const size = [0];
  let length = 0;
  let copied = 0;
  for (const match of text.matchAll(escapes)) {
    const decoded = meaning(match[0]);
    const run = text.slice(copied, match.index);
    pieces.push(run, decoded);
    length += run.length;
    copied = match.index + match[0].length;
    here.push(length, length + decoded.length);
    above.push(match.index, copied);
    size.push(decoded === '' ? 0 : match[0].length, 0);
    length += decoded.length;
  }
  if (copied === 0) return undefined;
  pieces.push(text.slice(copied));

  const runAt = (position: number) => {
    let low = 0;
    let high = here.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((here[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  };
  const startOf = (position: number) => {
    const run = runAt(position);
    return (above[run] ?? 0) + (size[run] ? 0 : position - (here[run] ?? 0));
  };
  const endOf = (position: number) => {
    const run = runAt(position - 1);
    return (above[run] ?? 0) + (size[run] || position - (here[run] ?? 0));
  };
  return {
    text: pieces.join(''),
    origin: (start, end) => view.origin(startOf(start), Math.max(startOf(start), endOf(end))),
  };
}
