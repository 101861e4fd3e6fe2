// In: text answers asked for with and without compression. Out: whether they shrink, keep their meaning, and keep caches right.
import { request } from 'node:http';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toBase64Url } from '#shared/base64url.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { chart } from './ask.ts';
import { standInPool } from './stand-in-pool.ts';

let server: TestServer;
const drawing = Buffer.from(
  `<svg xmlns="http://www.w3.org/2000/svg">${'<path d="M0 0h10"/>'.repeat(200)}</svg>`,
);
beforeAll(async () => {
  const pool = standInPool();
  pool.draw(drawing);
  server = await startServer({ pool });
});
afterAll(() => server.stop());

const svgPath = `/api/v1/render?chart=${toBase64Url(JSON.stringify(chart(0, { format: 'svg' })))}`;

type Answer = { status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer };

/** Node's own client: it leaves the body as it came. */
const ask = (path: string, headers: Record<string, string>, method = 'GET'): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request(`${server.url}${path}`, { method, headers }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () =>
        resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }),
      );
    });
    sent.on('error', reject).end();
  });

describe('text answers', () => {
  it.each([
    ['br', 'gzip, deflate, br', brotliDecompressSync],
    ['gzip', 'gzip', gunzipSync],
  ])('come as %s to whoever takes it', async (coding, accepted, unpack) => {
    const plain = await ask(svgPath, {});
    const small = await ask(svgPath, { 'Accept-Encoding': accepted });
    expect(small.headers['content-encoding']).toBe(coding);
    expect(small.headers.vary).toContain('Accept-Encoding');
    expect(small.headers['content-length']).toBe(String(small.body.byteLength));
    expect(small.body.byteLength).toBeLessThan(plain.body.byteLength / 4);
    expect(unpack(small.body).equals(plain.body)).toBe(true);
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(plain.headers.vary).toContain('Accept-Encoding');
  });

  it('have a tag of their own in each form, and each tag is known again', async () => {
    const plain = await ask(svgPath, {});
    const packed = await ask(svgPath, { 'Accept-Encoding': 'br' });
    const tag = String(packed.headers.etag);
    expect(tag).toBe(String(plain.headers.etag).replace(/"$/, '-br"'));
    const again = await ask(svgPath, { 'Accept-Encoding': 'br', 'If-None-Match': tag });
    expect([again.status, again.headers.etag, again.body.byteLength]).toEqual([304, tag, 0]);
    const other = await ask(svgPath, {
      'Accept-Encoding': 'br',
      'If-None-Match': String(plain.headers.etag),
    });
    expect([other.status, other.headers.etag]).toEqual([304, plain.headers.etag]);
  });

  it('stay plain when compression is refused, when they are short, and for HEAD', async () => {
    const refused = await ask(svgPath, { 'Accept-Encoding': 'br;q=0, identity' });
    const short = await ask('/healthz', { 'Accept-Encoding': 'br' });
    const head = await ask(svgPath, { 'Accept-Encoding': 'br' }, 'HEAD');
    expect([refused, short, head].map(({ headers }) => headers['content-encoding'])).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
    expect(JSON.parse(short.body.toString())).toEqual({ status: 'ok' });
    expect(head.headers['content-length']).toBe(String(drawing.byteLength));
  });

  it('keep status and headers when a long refusal is compressed', async () => {
    const labels = Array.from({ length: 60 }, () => 7);
    const bad = { ...chart(), data: { labels, datasets: [{ data: labels }] } };
    const path = `/api/v1/render?chart=${toBase64Url(JSON.stringify(bad))}`;
    const plain = await ask(path, {});
    const packed = await ask(path, { 'Accept-Encoding': 'br' });
    expect([packed.status, packed.headers['content-encoding']]).toEqual([400, 'br']);
    expect(packed.headers['access-control-allow-origin']).toBe('*');
    expect(packed.headers['cache-control']).toBe('no-store');
    expect(brotliDecompressSync(packed.body).equals(plain.body)).toBe(true);
  });

  it('leaves pictures alone', async () => {
    const path = `/api/v1/render?chart=${toBase64Url(JSON.stringify(chart()))}`;
    expect((await ask(path, { 'Accept-Encoding': 'br' })).headers['content-encoding']).toBeUndefined();
  });
});
