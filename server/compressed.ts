// In: an answer that is text (JSON, SVG, HTML, metrics) and long enough. Out: the same, compressed as the client takes it.
import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';
import type { Context, MiddlewareHandler } from 'hono';
import { type AppEnv, methodOf } from './answering.ts';
import { bestCoding, type Coding } from './content-coding.ts';

/** Below this, what is saved is less than a packet. */
const SHORTEST_BYTES = 1024;
/** Level 5: 2 ms for an SVG of 100 KB, in a thread; the highest level takes 50 times as long for a tenth less. */
const BROTLI_LEVEL = 5;
const TEXTS = /^(application\/json|image\/svg\+xml|text\/)/;

const compress: Record<Coding['name'], (bytes: Uint8Array) => Promise<Uint8Array<ArrayBuffer>>> = {
  gzip: promisify<Uint8Array, Buffer<ArrayBuffer>>(gzip),
  br: (bytes) =>
    promisify(brotliCompress)(bytes, {
      params: {
        [constants.BROTLI_PARAM_QUALITY]: BROTLI_LEVEL,
        [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
      },
    }),
};

/**
 * A compressed form is another representation: its strong tag gets a suffix of its own (RFC 9110 §8.8.3.3), which
 * `alreadyHeld` knows and a 304 repeats. An answer to HEAD stays plain, and so does one that was compressed at build time.
 */
export function compressed(): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    const { headers, status } = c.res;
    if (!TEXTS.test(headers.get('Content-Type') ?? '') || headers.has('Content-Encoding')) return;
    if (!/accept-encoding/i.test(headers.get('Vary') ?? '')) headers.append('Vary', 'Accept-Encoding');
    const coding = bestCoding(c.req.header('Accept-Encoding'));
    if (!coding) return;
    const tag = suffixed(headers.get('ETag'), coding);
    if (status === 304 && tag && c.req.header('If-None-Match')?.includes(tag)) headers.set('ETag', tag);
    if (c.res.body === null || methodOf(c) === 'HEAD') return;
    const plain = new Uint8Array(await c.res.arrayBuffer());
    if (plain.byteLength < SHORTEST_BYTES) {
      replace(c, plain, headers);
      return;
    }
    const bytes = await compress[coding.name](plain);
    headers.set('Content-Encoding', coding.name);
    headers.set('Content-Length', String(bytes.byteLength));
    if (tag) headers.set('ETag', tag);
    replace(c, bytes, headers);
  };
}

const suffixed = (etag: string | null, { extension }: Coding) =>
  etag?.startsWith('"') ? `${etag.slice(0, -1)}-${extension}"` : undefined;

/** The framework would pour the headers of an earlier answer over the new one, were it still there. */
function replace(c: Context<AppEnv>, body: Uint8Array<ArrayBuffer>, headers: Headers) {
  const next = new Response(body, { status: c.res.status, headers });
  c.res = undefined;
  c.res = next;
}
