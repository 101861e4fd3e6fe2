// In: text that begins with a curl command. Out: the request it sends, and the text after the command: its output, as a rule.
import type { FoundRequest, Header } from './found.ts';
import { shellWords, withoutCarets } from './shell-words.ts';

/** At the beginning, or after a prompt. */
const command = /^(?:[^\n]{0,80}?[$>%#] )?\s{0,8}curl(?:\.exe)?[ \t^\\]/;
/** Options with a value that says nothing about the request. */
const skipped = new Set(
  '-o -A -e -m -w -x -E -K -c -D -r -T -u -U -b -F -C -y -Y -z --output --user-agent --referer --max-time --connect-timeout --write-out --proxy --cert --key --cacert --capath --config --cookie-jar --dump-header --range --user --proxy-user --cookie --form --retry --retry-delay --retry-max-time --resolve --interface --limit-rate --oauth2-bearer --pass --stderr --trace --trace-ascii --tls-max --ciphers --noproxy --unix-socket --aws-sigv4 --max-redirs'.split(
    ' ',
  ),
);
const bodies = new Set([
  '-d',
  '--data',
  '--data-raw',
  '--data-binary',
  '--data-ascii',
  '--data-urlencode',
  '--json',
]);

export type CurlReading = { request: FoundRequest; rest: string };

export const startsWithCurl = (text: string): boolean => command.test(text.trimStart().slice(0, 200));

export function readCurl(pasted: string): CurlReading | undefined {
  const text = pasted.trimStart();
  if (!startsWithCurl(text)) return undefined;
  const cmd = /\^["\r\n]/.test(text);
  const start = text.search(/\bcurl(?:\.exe)?[ \t^\\]/);
  const { words, rest } = shellWords(
    cmd ? withoutCarets(text.slice(start)) : text.slice(start),
    cmd ? 'cmd' : 'bash',
  );
  const asked = {
    method: '',
    url: '',
    headers: [] as Header[],
    data: [] as string[],
    asQuery: false,
    json: false,
  };
  const heredoc = words.findIndex((word) => word.startsWith('<<'));
  const document = heredoc < 0 ? undefined : heredocOf(words, heredoc, rest);
  const options = heredoc < 0 ? words : words.slice(0, heredoc);
  for (let at = 1; at < options.length; at++) at += take(asked, options[at] ?? '', options[at + 1] ?? '');
  const data = asked.data.map((value) => (value === '@-' && document ? document.body : value)).join('&');
  const hasBody = asked.data.length > 0 && !asked.asQuery;
  const url = asked.asQuery && data ? `${asked.url}${asked.url.includes('?') ? '&' : '?'}${data}` : asked.url;
  return {
    request: {
      method: asked.method || (hasBody ? 'POST' : 'GET'),
      url,
      headers: asked.json ? [...asked.headers, ['Content-Type', 'application/json']] : asked.headers,
      body: hasBody ? data : null,
    },
    rest: document?.rest ?? rest,
  };
}

type Asked = {
  method: string;
  url: string;
  headers: Header[];
  data: string[];
  asQuery: boolean;
  json: boolean;
};

/** Takes one word; gives how many words after it were its value. */
function take(asked: Asked, word: string, next: string): number {
  if (!word.startsWith('-') || word === '-') {
    if (asked.url === '' && word !== '') asked.url = word;
    return 0;
  }
  const [name, glued] = nameOf(word);
  const value = glued ?? next;
  const used = glued === undefined ? 1 : 0;
  if (name === '-X' || name === '--request') asked.method = value.toUpperCase().slice(0, 20);
  else if (name === '-H' || name === '--header') asked.headers.push(headerOf(value));
  else if (bodies.has(name)) {
    asked.data.push(value);
    if (name === '--json') asked.json = true;
  } else if (name === '--url') asked.url = value;
  else if (!skipped.has(name)) {
    if (name === '-G' || name === '--get') asked.asQuery = true;
    if (name === '-I' || name === '--head') asked.method ||= 'HEAD';
    return 0;
  }
  return used;
}

const shortWithValue = /^-([a-zA-Z]*?)([XHdoAemwxEKcDrTuUbFCyYz])(.*)$/s;

/** `-XPOST`, `-sSX POST`, `--request=POST` → name and, where it is part of the word, value. */
function nameOf(word: string): [name: string, glued: string | undefined] {
  if (word.startsWith('--')) {
    const cut = word.indexOf('=');
    return cut < 0 ? [word, undefined] : [word.slice(0, cut), word.slice(cut + 1)];
  }
  const short = shortWithValue.exec(word);
  if (short) return [`-${short[2]}`, short[3] || undefined];
  return [word.includes('G') ? '-G' : word.includes('I') ? '-I' : word, undefined];
}

export function headerOf(line: string): Header {
  const cut = line.indexOf(':');
  return cut < 0 ? [line.trim(), ''] : [line.slice(0, cut).trim(), line.slice(cut + 1).trim()];
}

/** `<<'END'`, then lines up to one that is `END`. */
function heredocOf(words: readonly string[], at: number, rest: string): { body: string; rest: string } {
  const end = (words[at] === '<<' ? (words[at + 1] ?? '') : (words[at] ?? '').slice(2)).replace(/^-/, '');
  const lines = rest.split('\n');
  const last = lines.findIndex((line) => line.replace(/\r$/, '') === end);
  return last < 0
    ? { body: rest, rest: '' }
    : { body: lines.slice(0, last).join('\n'), rest: lines.slice(last + 1).join('\n') };
}
