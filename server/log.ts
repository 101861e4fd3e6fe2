// In: how much to say, and where to. Out: a logger of JSON lines, and the one line that each request gets.
import {
  type DestinationStream,
  type Logger,
  pino,
  destination as standardOut,
  stdTimeFunctions,
} from 'pino';

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Lines are written together: one at a time they cost a sixth of a cached picture. */
const TOGETHER_BYTES = 4096;
const AT_LATEST_MS = 500;

/**
 * Without a destination: standard output, written half a second late at most. However the process ends by itself (a signal, an
 * exit, an error that nobody caught), everything is written; killed by force, it takes the lines of that half second with it.
 */
export function createLog(level: (typeof logLevels)[number], destination?: DestinationStream): Logger {
  const options = { level, base: null, timestamp: stdTimeFunctions.isoTime };
  const late = { sync: false, minLength: TOGETHER_BYTES, periodicFlush: AT_LATEST_MS };
  return pino(options, destination ?? standardOut(late));
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
