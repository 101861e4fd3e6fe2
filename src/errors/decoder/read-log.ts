// In: a line, or lines, of a log: our own JSON, or the access log of a web server. Out: the exchange the last refusal tells of.
import { readJson } from '#shared/strict-json.ts';
import type { Found } from './found.ts';

const MOST_LINES = 500;
type Plain = Record<string, unknown>;

/** `{"level":30,"time":"…","requestId":"…","method":"POST","path":"/api/v1/render","status":429,"code":"rate_limited",…}` */
export function readJsonLog(text: string): Found | undefined {
  let best: Found | undefined;
  for (const line of linesOf(text)) {
    const start = line.indexOf('{');
    if (start < 0 || !/"(?:level|time|timestamp|severity)"\s*:/.test(line.slice(start, start + 4096)))
      continue;
    const json = readJson(line.slice(start));
    if (!json.ok || typeof json.value !== 'object' || json.value === null) continue;
    const found = fromLine(json.value as Plain);
    // The last one that went wrong; without any, the last one.
    if (found && (!best || wrong(found) || !wrong(best))) best = found;
  }
  return best;
}

const wrong = (found: Found): boolean => found.code !== undefined || (found.response?.status ?? 0) >= 400;
const word = (value: unknown): string | undefined =>
  typeof value === 'string' && value !== '' ? value : undefined;

function fromLine(line: Plain): Found | undefined {
  const status = [line.status, line.statusCode, line.status_code].find(
    (value) => typeof value === 'number',
  ) as number | undefined;
  const code = word(line.code);
  if (status === undefined && code === undefined && line.requestId === undefined) return undefined;
  const path = word(line.path) ?? word(line.url);
  const requestId = word(line.requestId) ?? word(line.request_id);
  const momentMs = momentOf(line.time ?? line.timestamp);
  const cause = word(line.cause) ?? word(line.error) ?? word(line.msg) ?? word(line.message);
  return {
    kind: 'json-log',
    ...(path === undefined
      ? {}
      : { request: { method: word(line.method) ?? 'GET', url: path, headers: [], body: null } }),
    ...(status === undefined
      ? {}
      : {
          response: {
            status,
            statusText: '',
            headers: requestId === undefined ? [] : [['x-request-id', requestId] as const],
            body: cause !== undefined && cause !== 'request' ? cause : null,
          },
        }),
    ...(code === undefined ? (line.msg === 'failure' ? { code: 'internal_error' } : {}) : { code }),
    ...(momentMs === undefined ? {} : { momentMs }),
    ...(requestId === undefined ? {} : { requestId }),
  };
}

function momentOf(time: unknown): number | undefined {
  if (typeof time === 'number' && Number.isFinite(time)) return time < 100_000_000_000 ? time * 1000 : time;
  const parsed = typeof time === 'string' ? Date.parse(time) : Number.NaN;
  return Number.isNaN(parsed) ? undefined : parsed;
}

/** The common and combined log formats: `[22/Nov/2026:06:47:00 +0000] "GET /path HTTP/1.1" 429 48`. */
const access =
  /\[(\d{2})\/([A-Z][a-z]{2})\/(\d{4}):(\d{2}:\d{2}:\d{2}) ([+-]\d{2})(\d{2})\] "([A-Z]{3,8}) ([^\s"]{1,4096})[^"]{0,20}" (\d{3})\b/;

export function readAccessLog(text: string): Found | undefined {
  let best: Found | undefined;
  for (const line of linesOf(text)) {
    const match = access.exec(line.slice(0, 8192));
    if (!match) continue;
    const [, day, month, year, clock, hours, minutes, method = 'GET', url = '', status] = match;
    const momentMs = Date.parse(`${day} ${month} ${year} ${clock} GMT${hours}${minutes}`);
    const found: Found = {
      kind: 'access-log',
      request: { method, url, headers: [], body: null },
      response: { status: Number(status), statusText: '', headers: [], body: null },
      ...(Number.isNaN(momentMs) ? {} : { momentMs }),
    };
    if (!best || wrong(found) || !wrong(best)) best = found;
  }
  return best;
}

const linesOf = (text: string): string[] =>
  text.split(/\r?\n/, MOST_LINES).filter((line) => line.trim() !== '');
