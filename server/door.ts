// In: a request that has just come in, and how many are open already. Out: a refusal on the spot when it would only be refused
// later, after it was read, judged and counted.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { IMAGE_CHARTS_PATHS } from '#shared/image-charts-query.ts';
import { RENDER_PATH } from '#shared/render-url.ts';
import { everywhere } from './headers.ts';
import { logRequest } from './log.ts';
import { RenderFailure } from './render/render-failure.ts';
import { requestIdOf } from './request-id.ts';
import { writeError } from './write-error.ts';

/** True when it has answered: then nobody else may. `open` counts the requests before this one. */
export type Door = (incoming: IncomingMessage, outgoing: ServerResponse, open: number) => boolean;

const drawing: ReadonlySet<string> = new Set([RENDER_PATH, ...Object.values(IMAGE_CHARTS_PATHS)]);

/** Requests on their way through the app beside those that wait for their picture: of cached ones, and of ones to be refused. */
const PASSING = 32;

/**
 * Shuts while every place in the queue is taken and more are open than that. Then a refusal costs a tenth of what it costs in
 * the app, and the process keeps its time for those who were let in. Health, page and saved pictures are never refused here.
 *
 * @param places requests that can draw or wait at once
 * @param fullForSeconds undefined while there is a place to wait; otherwise how long whoever comes now should stay away
 */
export function createDoor(options: {
  places: number;
  fullForSeconds: () => number | undefined;
  log: Logger;
}): Door {
  const { places, fullForSeconds, log } = options;
  return (incoming, outgoing, open) => {
    if (open < places + PASSING) return false;
    const { url = '/', method = 'GET' } = incoming;
    const [path = '/'] = url.split('?', 1);
    if (!drawing.has(path) || method === 'OPTIONS') return false;
    const seconds = fullForSeconds();
    if (seconds === undefined) return false;

    const failure = new RenderFailure('overloaded', 'refused at the door', seconds);
    const { status, headers, body, code } = writeError(failure);
    const given = incoming.headers['x-request-id'];
    const requestId = requestIdOf(typeof given === 'string' ? given : undefined);
    // Thrown away unread as it comes, so that the connection can be used again.
    incoming.resume();
    outgoing.writeHead(status, {
      ...everywhere,
      ...headers,
      'X-Request-Id': requestId,
      'Content-Length': Buffer.byteLength(body),
    });
    outgoing.end(body);
    logRequest(log, { requestId, method, path, status, ms: 0, code });
    return true;
  };
}
