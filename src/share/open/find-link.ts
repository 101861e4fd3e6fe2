// In: whatever was pasted: an address, a command, HTML, Markdown, a Slack block, a sentence with a link in it. Out: the link that is in
// it, as it was meant, and what else of the request came along. Pure, never throws.
import { readCurl, startsWithCurl } from '../../errors/decoder/read-curl.ts';

export type FoundLink = {
  /** An address, a path, a query or a hash. */
  link: string;
  /** What it stood in: `HTML`, `a curl command`; empty for a bare one. */
  within: string;
  /** A chart that was sent in the body. */
  body: string | undefined;
  /** Names of headers that held credentials. */
  credentials: string[];
};

const MOST = 200_000;
const secretHeader = /^(?:authorization|x-api-key|cookie)$/i;

export function findLink(pasted: string): FoundLink | undefined {
  const text = pasted.slice(0, MOST).trim();
  if (text === '') return undefined;
  const bare = (link: string, within = ''): FoundLink => ({ link, within, body: undefined, credentials: [] });
  if (startsWithCurl(text)) {
    const request = readCurl(text)?.request;
    return (
      request && {
        ...bare(request.url, 'a curl command'),
        body: request.body ?? undefined,
        credentials: request.headers.map(([name]) => name).filter((name) => secretHeader.test(name)),
      }
    );
  }
  // A link by itself may hold anything, also blanks and quotes that should have been encoded.
  if (/^(?:https?(?::\/\/|%3A)|\/|\?|#|(?:chart|c|cht|type)=)/i.test(text)) return bare(withoutTail(text));
  const slack = /"image_url"\s*:\s*("(?:[^"\\]|\\.)*")/.exec(text)?.[1];
  if (slack) return bare(unquoted(slack), 'a Slack block');
  const image = /<img\b[^>]*?\ssrc\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(text);
  if (image) return bare(entities(image[1] ?? image[2] ?? image[3] ?? ''), 'HTML');
  const anchor = /<a\b[^>]*?\shref\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))/i.exec(text);
  if (anchor) return bare(entities(anchor[1] ?? anchor[2] ?? anchor[3] ?? ''), 'HTML');
  const markdown =
    /!\[(?:[^\]\\]|\\.)*\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)/.exec(text) ??
    /\]\(\s*<?((?:[^\s()<>]|\([^\s()]*\))+)/.exec(text);
  if (markdown) return bare(markdown[1] ?? '', 'Markdown');
  const inText = /https?:\/\/[^\s"<>`\\]+/.exec(text)?.[0];
  if (inText) return bare(inText.replace(/['),.;!]+$/, ''), 'the text');
  return /^(?:ey|ew)[\w+/=-]{12,}$/.test(text) ? bare(`?chart=${text}`) : undefined;
}

/** Of lines after the link, and of brackets or a full stop around it, nothing is part of it; unless it is JSON, as it stands. */
function withoutTail(text: string): string {
  if (/[?&](?:c|chart)=\s*\{/.test(text)) return text;
  return (text.split(/\s/, 1)[0] ?? '').replace(/[>"'.,;]+$/, '');
}

function unquoted(json: string): string {
  try {
    return String(JSON.parse(json));
  } catch {
    return '';
  }
}

const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const entities = (html: string): string =>
  html.trim().replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,5}));/gi, (all, decimal, hex, name) => {
    if (name) return named[String(name).toLowerCase()] ?? all;
    const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : all;
  });
