// In: the app's fetch function. Out: a Node HTTP server around it, with its time limits, its answers to what is no HTTP, and its
// orderly end.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import { getRequestListener } from '@hono/node-server';
import type { Logger } from 'pino';
import type { Door } from './door.ts';
import { rawAnswer, rawRefusal } from './raw-answer.ts';
import { requestIdOf } from './request-id.ts';

export interface HttpServer {
  server: Server;
  /** Takes no new connection, lets every accepted request finish; after `mostMs` cuts what is left. */
  drain(mostMs: number): Promise<void>;
}

/** Room for URLs far over the documented 2000 characters: the app can then say what is wrong with them. */
const MAX_HEADER_BYTES = 65_536;
const HEADERS_MS = 10_000;
const REQUEST_MS = 20_000;
const KEEP_ALIVE_MS = 5_000;
const LOOK_EVERY_MS = 2_000;

type Fetch = Parameters<typeof getRequestListener>[0];

export function createHttpServer(options: {
  fetch: Fetch;
  log: Logger;
  now: () => number;
  /** Asked about every request before the app is. */
  door?: Door | undefined;
}): HttpServer {
  const { fetch, log, now, door } = options;
  const open = new Set<ServerResponse>();
  let draining = false;

  const listener = getRequestListener(fetch, {
    hostname: 'localhost',
    errorHandler: (error) => {
      log.info({ error: String(error) }, 'unreadable request');
      const { status, headers, body } = rawRefusal(undefined);
      return new Response(body, { status, headers: { ...headers, 'X-Request-Id': requestIdOf(undefined) } });
    },
  });

  const server = createServer(
    {
      maxHeaderSize: MAX_HEADER_BYTES,
      headersTimeout: HEADERS_MS,
      requestTimeout: REQUEST_MS,
      keepAliveTimeout: KEEP_ALIVE_MS,
      connectionsCheckingInterval: LOOK_EVERY_MS,
      // Node would refuse a request without Host with a bare line; the listener above does it in JSON.
      requireHostHeader: false,
    },
    (incoming, outgoing) => {
      if (draining) outgoing.setHeader('Connection', 'close');
      const answered = door?.(incoming, outgoing, open.size);
      open.add(outgoing);
      outgoing.once('close', () => open.delete(outgoing));
      if (!answered) void listener(incoming, outgoing);
    },
  );

  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    const answering = [...open].some((answer) => answer.socket === socket && answer.headersSent);
    if (error.code === 'ECONNRESET' || !socket.writable || answering) return void socket.destroy();
    const requestId = requestIdOf(undefined);
    log.info({ requestId, error: error.code }, 'unreadable request');
    socket.end(rawAnswer(error.code, requestId, new Date(now())));
  });

  return {
    server,
    drain(mostMs) {
      draining = true;
      for (const answer of open) if (!answer.headersSent) answer.setHeader('Connection', 'close');
      return new Promise((resolve) => {
        const cut = setTimeout(() => server.closeAllConnections(), mostMs);
        server.close(() => {
          clearTimeout(cut);
          resolve();
        });
        server.closeIdleConnections();
      });
    },
  };
}
