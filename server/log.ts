// In: how much to say, and where to. Out: a logger of JSON lines, and the one line that each request gets.
import { type DestinationStream, type Logger, pino, stdTimeFunctions } from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

export function createLog(level: (typeof logLevels)[number], destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  return destination ? pino(options, destination) : pino(options);
}

/** What may be said about a request. No query, no body, no credentials: keys and charts never reach the log. */
export interface RequestLine {
  requestId: string;
  method: string;
  path: string;
  status: number;
  ms: number;
  /** Code of the catalogue, or `client_gone`, `connection_cut`. */
  code?: string | undefined;
  cache?: string | undefined;
  plan?: string | undefined;
}

const MOST_PATH = 200;

export function logRequest(log: Logger, line: RequestLine): void {
  log.info({ ...line, path: line.path.slice(0, MOST_PATH) }, 'request');
}
