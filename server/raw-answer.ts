// In: why the HTTP parser gave up, before there was a request. Out: an answer that a page can read, as text for the bare socket.
import { STATUS_CODES } from 'node:http';
import { everywhere } from './headers.ts';

interface Refusal {
  status: number;
  error: string;
  message: string;
}

const byCode: Readonly<Record<string, Refusal>> = {
  HPE_HEADER_OVERFLOW: {
    status: 431,
    error: 'Request header fields too large',
    message: 'URL and headers together are too long. Use POST for complex charts.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    error: 'Request timeout',
    message: 'The request did not arrive completely in time.',
  },
};

const malformed: Refusal = {
  status: 400,
  error: 'Bad request',
  message: 'This is not a well-formed HTTP request.',
};

/** The body for something that is no HTTP request: it never got as far as the catalogue. */
export function rawRefusal(code: string | undefined): {
  status: number;
  headers: Record<string, string>;
  body: string;
} {
  const { status, ...body } = byCode[code ?? ''] ?? malformed;
  const headers = { ...everywhere, 'Content-Type': 'application/json', 'Cache-Control': 'no-store' };
  return { status, headers, body: JSON.stringify(body) };
}

/** The whole answer as it goes over the wire. Node itself would send a bare status line, which CORS hides from a page. */
export function rawAnswer(code: string | undefined, requestId: string, date: Date): string {
  const { status, headers, body } = rawRefusal(code);
  const lines = Object.entries({
    ...headers,
    'X-Request-Id': requestId,
    Date: date.toUTCString(),
    Connection: 'close',
    'Content-Length': String(Buffer.byteLength(body)),
  }).map(([name, value]) => `${name}: ${value}`);
  return [`HTTP/1.1 ${status} ${STATUS_CODES[status]}`, ...lines, '', body].join('\r\n');
}
