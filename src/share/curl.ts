// In: a chart's text and where the server is. Out: the command that draws it. Pure. The key stands in it as a variable.

/** Single quotes keep everything in a shell but themselves. */
const quoted = (text: string) => `'${text.replace(/'/g, `'\\''`)}'`;

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
  if (body !== null) lines.push("-H 'Content-Type: application/json'", `--data-binary ${quoted(body)}`);
  return lines.join(' \\\n  ');
}
