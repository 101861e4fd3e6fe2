// The plain values that every reader makes of a paste: what was asked, what was answered, and when. No functions of their own.
import type { ErrorCode } from '#shared/errors.ts';

export type Header = readonly [name: string, value: string];

export type FoundRequest = {
  method: string;
  /** As written: a whole address, or a path. Empty when none was seen. */
  url: string;
  headers: readonly Header[];
  body: string | null;
};

export type FoundResponse = {
  /** Null when the paste holds only a body, or only headers. */
  status: number | null;
  statusText: string;
  headers: readonly Header[];
  /** Null when there was none, or when it was no text. */
  body: string | null;
};

export type PasteKind =
  | 'curl-verbose'
  | 'http'
  | 'curl-command'
  | 'powershell-command'
  | 'fetch'
  | 'har'
  | 'json-body'
  | 'headers'
  | 'json-log'
  | 'access-log'
  | 'url'
  | 'network-failure'
  | 'image'
  | 'unknown';

export type Found = {
  kind: PasteKind;
  request?: FoundRequest;
  response?: FoundResponse;
  /** When the answer was made, as far as the paste says it outside of a Date header: ms since 1970. */
  momentMs?: number;
  /** A code that the paste names itself, as our own log does. */
  code?: string;
  /** The request got no answer. */
  unreached?: Extract<ErrorCode, 'network_error' | 'time_out'>;
  requestId?: string;
  /** How many answers the paste holds, when it is more than the one that is explained. */
  answers?: number;
};

/** Lower-case names; of a header that came more than once, the values joined (RFC 9110 §5.3). */
export function headerRecord(headers: readonly Header[]): Record<string, string> {
  const record: Record<string, string> = Object.create(null) as Record<string, string>;
  for (const [name, value] of headers) {
    const key = name.toLowerCase();
    record[key] = record[key] === undefined ? value : `${record[key]}, ${value}`;
  }
  return record;
}
