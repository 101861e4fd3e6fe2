// In: a call of the history and a link to its chart. Out: a report of it for an issue: the request, each attempt with its wait, the
// last reply. Pure. No secrets: see clean.ts.
import { clean } from './clean.ts';
import type { PastCall, Try } from './history.ts';
import { spanText } from './span.ts';
import { endWords, outcomeWords, statusRun, tryWords, waitWords } from './timeline-words.ts';

/** Longest part of a reply, in UTF-16 units: enough for any documented error. */
const MOST_BODY = 2000;
/** Longest path: a chart in a URL says little to a reader. */
const MOST_PATH = 300;

const dialects = { 'chart-output': 'Chart-Output', 'image-charts': 'Image-Charts' } as const;

/** @param link opens the chart again; made of the chart alone */
export function markdown(
  call: PastCall,
  { origin, link }: { origin: string; link?: string | undefined },
): string {
  const { method, path, dialect, tries, outcome, startedMs } = call;
  const url = clean(/^https?:\/\//i.test(path) ? path : origin + path);
  const lines = [
    `### Chart request ${outcomeWords[outcome]}: ${statusRun(tries)}`,
    '',
    `- Request: ${code(`${method} ${url.length > MOST_PATH ? `${url.slice(0, MOST_PATH)}…` : url}`)}`,
    `- API: ${dialects[dialect]}`,
    `- Started: ${new Date(startedMs).toISOString()}`,
    ...(link ? [`- Chart: <${link}>`] : []),
    '',
    '| # | Status | Code | Took | Request id | Then |',
    '|--:|---|---|--:|---|---|',
    ...tries.map((one, i) => row(call, one, i + 1)),
    ...replyOf(tries),
    '',
  ];
  return lines.join('\n');
}

function row(call: PastCall, one: Try, number: number): string {
  const { status, code: name, durationMs, requestId } = tryWords(one);
  const then = one.state === 'answered' && one.wait ? waitWords(one.wait) : (endWords(one, call) ?? '');
  const cells = [
    String(number),
    plain(status),
    one.state === 'answered' && one.attempt.verdict.kind !== 'success' ? code(name) : plain(name),
    durationMs === undefined ? '' : spanText(durationMs),
    requestId === undefined ? '' : code(requestId),
    plain(then),
  ];
  return `| ${cells.join(' | ')} |`;
}

/** Text of a server must stay text: no cell ends early, no mark-up begins. */
const plain = (text: string) =>
  clean(text)
    .replace(/\s+/g, ' ')
    .replace(/[\\`*_[\]<>|@#]/g, '\\$&');

function code(text: string): string {
  const safe = clean(text).replace(/\s+/g, ' ').replace(/\|/g, '\\|');
  const fence = '`'.repeat(longestRun(safe) + 1);
  return safe.includes('`') ? `${fence} ${safe} ${fence}` : fence + safe + fence;
}

/** The newest reply that is text. */
function replyOf(tries: readonly Try[]): string[] {
  for (const one of tries.toReversed()) {
    if (one.state !== 'answered' || one.attempt.exchange.result.kind !== 'answer') continue;
    const { body, status } = one.attempt.exchange.result;
    if (!body) continue;
    const whole = clean(body);
    const shown = whole.slice(0, MOST_BODY);
    const rest = whole.length - shown.length;
    const fence = '`'.repeat(Math.max(3, longestRun(shown) + 1));
    const kind = /^\s*[[{]/.test(shown) ? 'json' : 'text';
    return [
      '',
      `Reply (${status}):`,
      '',
      fence + kind,
      shown,
      fence,
      ...(rest > 0 ? ['', `(and ${rest} more characters)`] : []),
    ];
  }
  return [];
}

const longestRun = (text: string) => Math.max(0, ...(text.match(/`+/g) ?? []).map(({ length }) => length));
