// In: any request, and whatever a route makes of it or throws. Out: an answer with an id, readable from any origin, and one log line.
import type { HttpBindings } from '@hono/node-server';
import type { Context, ErrorHandler, MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { clientBucket } from './client-address.ts';
import { ClientGone } from './client-gone.ts';
import { everywhere } from './headers.ts';
import { logRequest } from './log.ts';
import type { RateHeaders } from './rate-limit.ts';
import { requestIdOf } from './request-id.ts';
import { CutConnection } from './staged-fault.ts';
import { secretForLog, writeError } from './write-error.ts';

/** What a request collects on its way. */
export interface AppEnv {
  Bindings: HttpBindings;
  Variables: {
    requestId: string;
    rate?: RateHeaders;
    code?: string;
    plan?: string;
    format?: string;
    /** How a render came to its answer, where that was no refusal. */
    outcome?: 'drawn' | 'cached' | 'not_modified' | 'saved' | 'headers_only';
  };
}

/** Path and query as they stand in the request line; a proxy's absolute form without its origin. */
export const targetOf = (c: Context<AppEnv>): string =>
  (c.env.incoming.url ?? '/').replace(/^https?:\/\/[^/?#]*/i, '');

/** Hono answers HEAD by GET and drops the body; this is what was really asked. */
export const methodOf = (c: Context<AppEnv>): string => c.env.incoming.method ?? 'GET';

/** The bucket of whoever sent this, see `clientBucket`. */
export const clientOf = (c: Context<AppEnv>, trustedProxies: number): string =>
  clientBucket(c.env.incoming.socket.remoteAddress, c.req.header('X-Forwarded-For'), trustedProxies);

/** Aborts when the connection ends before the answer is out. */
export function goneSignal(c: Context<AppEnv>): AbortSignal {
  const gone = new AbortController();
  const { outgoing } = c.env;
  if (outgoing.destroyed) gone.abort();
  outgoing.once('close', () => {
    if (!outgoing.writableFinished) gone.abort();
  });
  return gone.signal;
}

/** The outermost step. */
export function answering({
  log,
  now,
  onAnswer,
}: {
  log: Logger;
  now: () => number;
  onAnswer: (status: number, ms: number) => void;
}): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const startedMs = now();
    const requestId = requestIdOf(c.req.header('X-Request-Id'));
    c.set('requestId', requestId);
    await next();
    for (const [name, value] of Object.entries(everywhere)) c.res.headers.set(name, value);
    c.res.headers.set('X-Request-Id', requestId);
    const ms = now() - startedMs;
    onAnswer(c.res.status, ms);
    logRequest(log, {
      requestId,
      method: methodOf(c),
      path: targetOf(c).split('?', 1)[0] ?? '',
      status: c.res.status,
      ms,
      code: c.get('code'),
      cache: c.res.headers.get('X-Cache') ?? undefined,
      plan: c.get('plan'),
    });
  };
}

/** Never sent: stands in the log for an answer that nobody was there to take. */
const NOBODY = 499;

/** Everything thrown on a route ends here. The true message of a failure goes to the log only, under the request's id. */
export function answerError({ log }: { log: Logger }): ErrorHandler<AppEnv> {
  return (thrown, c) => {
    if (thrown instanceof CutConnection) {
      c.set('code', 'connection_cut');
      return cutInTheMiddle(c.env.outgoing);
    }
    if (thrown instanceof ClientGone) {
      c.set('code', 'client_gone');
      c.env.incoming.socket.destroy();
      return new Response(null, { status: NOBODY });
    }
    const { code, status, headers, body, secret } = writeError(thrown);
    c.set('code', code);
    if (secret !== undefined) {
      const line = { requestId: c.get('requestId'), code, cause: secretForLog(secret) };
      if (code === 'internal_error') log.error(line, 'failure');
      else log.warn(line, 'refusal with a cause');
    }
    return new Response(body, { status, headers });
  };
}

/**
 * An answer that is cut off after its head and a few bytes. Cut before the head, the failure would be hidden: browsers silently
 * send a request again when a connection they had used before ends without an answer.
 */
function cutInTheMiddle(outgoing: AppEnv['Bindings']['outgoing']): Response {
  let begun = false;
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (begun) setTimeout(() => outgoing.destroy(), CUT_AFTER_MS);
        else controller.enqueue(Buffer.from('89504e470d0a1a0a', 'hex'));
        begun = true;
      },
    },
    { highWaterMark: 0 },
  );
  return new Response(body, {
    headers: { 'Content-Type': 'image/png', 'Content-Length': '65536', 'Cache-Control': 'no-store' },
  });
}

/** Time for the first bytes to leave. */
const CUT_AFTER_MS = 50;
