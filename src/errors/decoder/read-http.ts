// In: lines of `curl -i`, `curl -v`, or a raw message copied anywhere. Out: the last request and the last answer in them.

import { bodyText } from './body-text.ts';
import type { Found, FoundRequest, FoundResponse, Header } from './found.ts';

const answerLine = /^[ \t]{0,4}HTTP\/(\d(?:\.\d)?)[ \t]+(\d{3})\b[ \t]*(.{0,120})/;
const requestLine = /^[ \t]{0,4}(GET|POST|PUT|PATCH|DELETE|HEAD|OPTIONS)[ \t]+(\S+)[ \t]+HTTP\/\d/;
const headerLine = /^(:?[\w!#$%&'*+.^`|~-]{1,80})[ \t]*:[ \t]*(.*)$/;
/** What curl writes about itself: notes, counts of bytes, the progress meter. */
const noise = /^(?:\* |\*$|[{}] \[\d+ bytes data\]|\s*% Total\b|\s*Dload\b|[\d\s.kMG:-]*--:--:--|curl: \()/;
/** The same, straight after a body that ends without a line break. */
const trailing = /(?:^|[^\n])\* (?:Connection #\d|Closing connection|Curl_|Re-using|Leftovers)[\s\S]*$/;

/** No server takes or sends more; what comes after them is read over. */
const MOST_HEADERS = 200;

export type Message = { first: RegExpExecArray; answer: boolean; headers: Header[]; body: string[] };

export function readHttp(text: string): Found | undefined {
  const lines = text.split(/\r\n|\n|\r/);
  const verbose = lines.some((line) => /^[<>] (?:HTTP\/\d|[A-Z]{3,7} \S)/.test(line));
  const messages = verbose ? verboseMessages(lines) : rawMessages(lines);
  // 1xx and a proxy's tunnel are steps on the way to the answer.
  const answers = messages.filter(
    ({ answer, first }) =>
      answer && !/^1/.test(first[2] ?? '') && !/connection established/i.test(first[3] ?? ''),
  );
  const asked = messages.findLast(({ answer }) => !answer);
  const came = answers.at(-1);
  if (!asked && !came) return undefined;
  return {
    kind: verbose ? 'curl-verbose' : 'http',
    ...(asked ? { request: requestOf(asked) } : {}),
    ...(came ? { response: responseOf(came) } : {}),
    ...(answers.length > 1 ? { answers: answers.length } : {}),
  };
}

function messageAt(line: string): Message | undefined {
  const answer = answerLine.exec(line);
  const first = answer ?? requestLine.exec(line);
  return first ? { first, answer: answer !== null, headers: [], body: [] } : undefined;
}

function rawMessages(lines: readonly string[]): Message[] {
  const messages: Message[] = [];
  let message: Message | undefined;
  let inHead = false;
  for (const line of lines) {
    const next = messageAt(line);
    if (next) {
      message = next;
      messages.push(next);
      inHead = true;
    } else if (message && inHead) inHead = takeHeader(message, line);
    else if (message && !noise.test(line)) message.body.push(line);
  }
  return messages;
}

/** Heads are marked `>` and `<`; what carries no mark and is no note is the answer's body. */
function verboseMessages(lines: readonly string[]): Message[] {
  const messages: Message[] = [];
  let open: Message | undefined;
  let came: Message | undefined;
  for (const line of lines) {
    const marked = /^[<>](?: |$)/.test(line);
    if (!marked) {
      // Bodies are only written for answers, and before the next head.
      if (came && !noise.test(line)) came.body.push(line);
      continue;
    }
    const content = line.slice(2);
    const next = messageAt(content);
    if (next) {
      messages.push(next);
      open = next;
      came = next.answer ? next : undefined;
    } else if (open) takeHeader(open, content);
  }
  return messages;
}

/** Takes a line of a head; false when the head is over. A line that begins with a space goes on with the header before. */
export function takeHeader(message: Message, line: string): boolean {
  if (line.trim() === '') return false;
  const last = message.headers.at(-1);
  const indented = /^[ \t]+/.exec(line)?.[0];
  const header = headerLine.exec(line.trim());
  // `wget -S` indents whole heads: there the status line is indented as well.
  const deeper = indented !== undefined && !/^[ \t]/.test(message.first[0]);
  if (deeper && last) {
    message.headers[message.headers.length - 1] = [last[0], `${last[1]} ${line.trim()}`.trim()];
    return true;
  }
  if (header) {
    if (message.headers.length < MOST_HEADERS)
      message.headers.push([header[1] ?? '', (header[2] ?? '').trim()]);
    return true;
  }
  message.body.push(line);
  return false;
}

function requestOf({ first, headers, body }: Message): FoundRequest {
  const host = headers.find(([name]) => name.toLowerCase() === 'host')?.[1];
  const path = first[2] ?? '';
  return {
    method: first[1] ?? 'GET',
    url: host !== undefined && path.startsWith('/') ? `http://${host}${path}` : path,
    headers,
    body: bodyText(body.join('\n')) || null,
  };
}

function responseOf({ first, headers, body }: Message): FoundResponse {
  const chunked = headers.some(
    ([name, value]) => /^transfer-encoding$/i.test(name) && /chunked/i.test(value),
  );
  const lines = chunked ? body.filter((line) => !/^[\da-f]{1,8}$/i.test(line.trim())) : body;
  const joined = lines.join('\n');
  const cut = trailing.exec(joined.slice(-4096));
  const kept = cut
    ? joined.slice(0, Math.max(0, joined.length - 4096) + cut.index + (cut[0][0] === '*' ? 0 : 1))
    : joined;
  return {
    status: Number(first[2]),
    statusText: (first[3] ?? '').trim(),
    headers,
    body: bodyText(kept) || null,
  };
}
