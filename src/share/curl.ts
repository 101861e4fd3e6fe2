// In: a chart's text and where the server is. Out: the command that draws it. Pure. The key stands in it as a variable.

/** Single quotes keep everything in a shell but themselves. */
export const quoted = (text: string) => `'${text.replace(/'/g, `'\\''`)}'`;

/** In UTF-16 units, each at most 3 bytes: Linux takes 128 KiB for one argument. */
const LONGEST_ARGUMENT = 40_000;

export type CurlRequest = {
  origin: string;
  path: string;
  body: string | null;
  withKey: boolean;
  file: string;
};

export function curlCommand({ origin, path, body, withKey, file }: CurlRequest): string {
  const lines = [`curl --fail-with-body -o ${file} ${quoted(origin + path)}`];
  if (withKey) lines.push('-H "Authorization: Bearer $CHART_API_KEY"');
  if (body !== null) lines.push("-H 'Content-Type: application/json'", `--data-binary ${bodyOf(body)}`);
  return lines.join(' \\\n  ');
}

/** An argument, or standard input: for what is too long, and for what curl would take for the name of a file to send. */
function bodyOf(body: string): string {
  if (body.length <= LONGEST_ARGUMENT && !body.startsWith('@')) return quoted(body);
  // A line of the text must not end it: what follows would be run.
  const taken = new Set(body.split('\n'));
  let end = 'CHART';
  while (taken.has(end)) end += '_';
  return `@- <<'${end}'\n${body}\n${end}`;
}
