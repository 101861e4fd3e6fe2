// In: a folder like the one the build writes. Out: whether its files are served whole, compressed, cached and guarded as meant.
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { contentPolicy, loadPage } from '../../server/page.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { standInPool } from './stand-in-pool.ts';

let folder: string;
let server: TestServer;
const html =
  '<!doctype html><script>let theme = 1</script><script type="module" src="/assets/main-1.js"></script>';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'page-'));
  await mkdir(join(folder, 'page', 'assets'), { recursive: true });
  await mkdir(join(folder, 'page', '.notes'));
  const files: Record<string, string> = {
    'secret.txt': 'outside',
    'page/index.html': html,
    'page/assets/main-1.js': 'console.log(1)',
    'page/assets/main-1.js.br': 'as brotli',
    'page/assets/main-1.js.gz': 'as gzip',
    'page/font.woff2': 'font',
    'page/.notes/manifest.json': '{}',
  };
  for (const [name, content] of Object.entries(files)) await writeFile(join(folder, name), content);
  server = await startServer({ pool: standInPool(), page: await loadPage(join(folder, 'page')) });
});
afterAll(async () => {
  await server.stop();
  await rm(folder, { recursive: true });
});

const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  fetch(server.url + path, { method, headers });

describe('the page', () => {
  it('is asked for anew each time, and lets nothing run but itself', async () => {
    const answer = await ask('/');
    expect(await answer.text()).toBe(html);
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-cache',
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
      'content-security-policy':
        "default-src 'none'; script-src 'self' 'sha256-qMN07CpSUhNb0a/ugetVCjYpopPdzuTrYF/NbwpjXKU='; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; connect-src 'self' https: http://localhost:* http://127.0.0.1:*; worker-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    });
    const again = await ask('/', { 'If-None-Match': answer.headers.get('etag') ?? '' });
    expect([again.status, await again.text()]).toEqual([304, '']);
  });

  it.each([
    ['br', 'br', 'as brotli'],
    ['gzip, deflate, br;q=0.9', 'br', 'as brotli'],
    ['gzip', 'gzip', 'as gzip'],
    ['br;q=0, gzip', 'gzip', 'as gzip'],
    ['*', 'br', 'as brotli'],
    ['identity', null, 'console.log(1)'],
  ])('hands out what the build has compressed to whoever takes it: %s', async (accept, coding, content) => {
    // Not fetch: it would unpack, and these are not truly compressed.
    const page = await loadPage(join(folder, 'page'));
    const answer = await page({
      path: '/assets/main-1.js',
      acceptEncoding: accept,
      ifNoneMatch: undefined,
    });
    expect(answer?.headers['Content-Encoding'] ?? null).toBe(coding);
    expect(new TextDecoder().decode(answer?.body ?? undefined)).toBe(content);
    expect(answer?.headers).toMatchObject({
      'Content-Type': 'text/javascript; charset=utf-8',
      'Cache-Control': 'public, max-age=31536000, immutable',
      Vary: 'Accept-Encoding',
    });
  });

  it('answers HEAD, and refuses to be posted to', async () => {
    const head = await ask('/font.woff2', {}, 'HEAD');
    expect([head.status, head.headers.get('content-type')]).toEqual([200, 'font/woff2']);
    const posted = await ask('/', {}, 'POST');
    expect([posted.status, posted.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS']);
  });

  it.each([
    '/secret.txt',
    '/../secret.txt',
    '/%2e%2e/secret.txt',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/../../secret.txt',
    '/.notes/manifest.json',
    '/assets',
    '/assets/',
    '/assets/main-1.js.br',
    '/__proto__',
    '/unknown',
  ])('serves nothing else: %s', async (path) => {
    expect((await ask(path)).status).toBe(404);
  });

  it('is absent where it was not built', async () => {
    const page = await loadPage(join(folder, 'nowhere'));
    expect(await page({ path: '/', acceptEncoding: undefined, ifNoneMatch: undefined })).toBeUndefined();
  });
});

describe('contentPolicy', () => {
  it('allows each inline script once, and none with a source', () => {
    const policy = contentPolicy('<script>a</script><script>a</script><script  src="x.js"></script>');
    expect(policy.match(/'sha256-/g)).toHaveLength(1);
    expect(contentPolicy('<p>').split('; ')[1]).toBe("script-src 'self'");
  });
});

describe('the face that other pages may frame', () => {
  it('is the same document with the same policy but for that', async () => {
    const [usual, framed] = await Promise.all([ask('/'), ask('/embed')]);
    expect(await framed.text()).toBe(html);
    const policy = usual.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("frame-ancestors 'none'");
    expect(framed.headers.get('content-security-policy')).toBe(
      policy.replace("frame-ancestors 'none'", 'frame-ancestors *'),
    );
    expect(framed.headers.has('cross-origin-opener-policy')).toBe(false);
  });
});
