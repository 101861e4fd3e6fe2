// In: a request that has just come in, and how many are open already. Out: a refusal on the spot when it would only be refused
// later, after it was read, judged and counted.
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from 'pino';
import { IMAGE_CHARTS_PATHS } from '#shared/image-charts-query.ts';
import { RENDER_PATH } from '#shared/render-url.ts';
import { TEMPLATES_PATH } from '#shared/templates/template-list.ts';
import { everywhere } from './headers.ts';
import { logRequest } from './log.ts';
import type { Crowd } from './render/pool.ts';
import { RenderFailure } from './render/render-failure.ts';
import { requestIdOf } from './request-id.ts';
import { writeError } from './write-error.ts';

/** True when it has answered: then nobody else may. `open` counts the requests before this one. */
export type Door = (incoming: IncomingMessage, outgoing: ServerResponse, open: number) => boolean;

const drawing: ReadonlySet<string> = new Set([RENDER_PATH, ...Object.values(IMAGE_CHARTS_PATHS)]);
const FROM_TEMPLATE = `${TEMPLATES_PATH}/`;

/**
 * Requests that may be on their way through the app when no more can be drawn: cached pictures, and refusals that say more than
 * this one. Each costs about 2 ms, and whoever comes waits for all of them.
 */
const PASSING = 16;
/** The same while there is a place: a burst of two hundred is no rush, and most of it may wait for one picture or be refused. */
const MOST_PASSING = 208;
/** So many places free, and the rush is over. */
const RELIEF = 32;

/**
 * Shuts while more are passing through than can be drawn. A refusal here costs a tenth of what it costs in the app, and the
 * process keeps its time for those who were let in. Counted are those on their way, not those who wait for their picture: a
 * place that becomes free in a rush lets in one, not everybody who comes until it is taken. Health, page and saved pictures are
 * never refused here.
 *
 * @param busy whether this process has no time to spare: then whoever waits outside cannot be counted. From the moment when the
 * queue is full, too, until there is relief, nobody passes who cannot be drawn.
 */
export function createDoor(options: {
  crowd: () => Crowd;
  busy: () => boolean;
  log: Logger;
  onRefused: (status: number, code: string) => void;
}): Door {
  const { crowd, busy, log, onRefused } = options;
  // Written once: by the thousand, even the making of an error and its stack counts.
  const { status, headers, body, code } = writeError(new RenderFailure('overloaded', 'at the door', 1));
  const fixed = { ...everywhere, ...headers, 'Content-Length': Buffer.byteLength(body) };

  let rush = false;

  return (incoming, outgoing, open) => {
    const { inside, free, waitSeconds } = crowd();
    rush = busy() && (free === 0 || (rush && free < RELIEF));
    const may = rush ? free : free === 0 ? PASSING : MOST_PASSING;
    if (open - inside < may) return false;
    const { url = '/', method = 'GET' } = incoming;
    const [path = '/'] = url.split('?', 1);
    if (method === 'OPTIONS' || !(drawing.has(path) || path.startsWith(FROM_TEMPLATE))) return false;

    const given = incoming.headers['x-request-id'];
    const requestId = requestIdOf(typeof given === 'string' ? given : undefined);
    // Thrown away unread as it comes, so that the connection can be used again.
    incoming.resume();
    outgoing.writeHead(status, {
      ...fixed,
      'Retry-After': String(Math.max(1, Math.ceil(waitSeconds))),
      'X-Request-Id': requestId,
    });
    outgoing.end(body);
    onRefused(status, code);
    logRequest(log, { requestId, method, path, status, ms: 0, code });
    return true;
  };
}
