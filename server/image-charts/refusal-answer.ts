// In: a refusal, and what its sender accepts. Out: the answer: JSON where that is asked for, else a picture of the message; always
// with the refusal's own status, never 200.
import type { MiddlewareHandler } from 'hono';
import { type AppEnv, goneSignal, methodOf } from '../answering.ts';
import type { Draw } from '../draw.ts';
import { pictureName } from '../etag.ts';
import { embeddable } from '../headers.ts';
import { deadDrawing } from '../picture-answer.ts';
import type { PoolStats } from '../render/pool.ts';
import { type Message, messageChart, messageSvg } from './message-picture.ts';
import type { ImageChartsRefusal } from './refusal.ts';
import { validationHeader } from './validation-header.ts';

const MOST_DETAILS = 20;

/** A coded refusal as JSON, with the two headers of the dialect. */
export function codedAnswer({ code, status, message, faults }: ImageChartsRefusal): Response {
  const details = faults.slice(0, MOST_DETAILS).map((fault) => ({
    path: fault.path.join('.').slice(0, 300),
    message: fault.message.slice(0, 300),
  }));
  return new Response(JSON.stringify({ error: message, code, details }), {
    status,
    headers: {
      'Content-Type': 'application/json',
      'Cache-Control': 'no-store',
      'x-ic-error-code': code,
      'x-ic-error-validation': validationHeader(faults),
    },
  });
}

/** JSON only for whoever names it: `*` and no header at all mean a picture, as the vendor sends it. */
const wantsJson = (accept: string | undefined): boolean =>
  (accept ?? '')
    .split(',')
    .some((item) => item.split(';', 1)[0]?.trim().toLowerCase() === 'application/json');

/**
 * Stands around the routes of the dialect and draws what any of them was refused with. Only a free drawer is asked: a refusal
 * never waits, and takes no chart's place.
 */
export function refusalsAsPictures(set: {
  draw: Draw;
  kept: (key: string) => Uint8Array | undefined;
  stats: () => Pick<PoolStats, 'size' | 'idle' | 'busy' | 'queued'>;
  version: string;
}): MiddlewareHandler<AppEnv> {
  const free = () => {
    const { size, idle, busy, queued } = set.stats();
    return idle > 0 && busy < size && queued === 0;
  };

  async function pngOf(message: Message, signal: AbortSignal): Promise<Uint8Array | undefined> {
    const spec = messageChart(message);
    const key = pictureName(spec, set.version);
    const kept = set.kept(key);
    if (kept || !free()) return kept;
    return set.draw({ key, spec, signal }).then(
      ({ bytes }) => bytes,
      () => undefined,
    );
  }

  return async (c, next) => {
    await next();
    const { status, headers } = c.res;
    if (status < 400) return;
    headers.append('Vary', 'Accept');
    const isJson = headers.get('Content-Type')?.startsWith('application/json') === true;
    if (!isJson || wantsJson(c.req.header('Accept'))) return;
    const message = messageOf(status, (await c.res.json()) as Body);
    const png = methodOf(c) === 'HEAD' ? undefined : await pngOf(message, goneSignal(c));
    const picture = png
      ? { type: 'image/png', body: png }
      : { type: 'image/svg+xml', body: messageSvg(message) };
    const changed = new Headers(headers);
    changed.set('Content-Type', picture.type);
    if (!png) changed.set('Content-Security-Policy', deadDrawing);
    for (const [name, value] of Object.entries(embeddable)) changed.set(name, value);
    // The framework would pour the headers of the JSON over the picture's, were it still there.
    c.res = undefined;
    c.res = new Response(picture.body, { status, headers: changed });
  };
}

/** Either dialect's body. */
interface Body {
  error?: string;
  message?: string;
  code?: string;
  retryAfter?: number;
  details?: { message: string }[];
}

const messageOf = (status: number, { error, message, code, retryAfter, details = [] }: Body): Message => ({
  title: error ?? 'Error',
  lines: [
    code ? `${status} · ${code}` : String(status),
    ...(message ? [message] : []),
    ...(retryAfter ? [`Try again in ${retryAfter} s.`] : []),
    ...details.map((detail) => detail.message),
  ],
});
