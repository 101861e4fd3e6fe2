// In: anything thrown. Out: the answer it becomes, and what of it belongs into the log. The one place that writes errors.
import { AppError } from './app-error.ts';
import { RenderFailure } from './render/render-failure.ts';
import { renderRefusal } from './render-refusal.ts';

export interface ErrorAnswer {
  code: AppError['code'];
  status: number;
  headers: Record<string, string>;
  body: string;
  /** What truly happened, where the answer does not say it: for the log, under the request id. */
  secret: unknown;
}

/** A refusal of the catalogue stays itself; a failed render becomes its row; anything unknown becomes the internal one. */
export function writeError(thrown: unknown): ErrorAnswer {
  const error = known(thrown);
  return {
    code: error.code,
    status: error.status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'X-Content-Type-Options': 'nosniff',
      ...error.headers,
    },
    body: error.body(),
    secret: error.code === 'internal_error' ? (error.cause ?? error) : error.cause,
  };
}

function known(thrown: unknown): AppError {
  if (thrown instanceof AppError) return thrown;
  if (thrown instanceof RenderFailure) return renderRefusal(thrown);
  return new AppError('internal_error', undefined, { cause: thrown });
}

const MOST_LOGGED = 2048;

/** The true message, its stack and causes, cut to 2 KB: a hostile chart must not flood the log. */
export function secretForLog(secret: unknown): string {
  const parts: string[] = [];
  for (let at = secret, depth = 0; at !== undefined && depth < 4; depth++) {
    if (at instanceof RenderFailure) parts.push(`${at.message}: ${at.detail}`);
    else if (at instanceof Error) parts.push(at.stack ?? at.message);
    else parts.push(String(at));
    at = at instanceof Error ? at.cause : undefined;
  }
  return parts.join('\ncaused by: ').slice(0, MOST_LOGGED);
}
