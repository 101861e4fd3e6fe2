// In: the folder of the built page. Out: its files as answers: compressed where the build did so, cached as their names allow,
// with a policy that lets nothing run that the build did not make.
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname } from 'node:path';
import { bestCoding } from './content-coding.ts';
import { alreadyHeld } from './etag.ts';
import { IMMUTABLE } from './headers.ts';
import { type PageFile, pageFiles } from './page-files.ts';

const WORKER = '/sw.js';
/** The one face that other pages may frame: it holds no key and sends nothing by itself. */
const EMBED = '/embed';
/** Paths of the app itself, all served by index.html. */
const appPaths = ['/', '/errors', EMBED];

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
};

interface PageRequest {
  path: string;
  acceptEncoding: string | undefined;
  ifNoneMatch: string | undefined;
}

interface PageAnswer {
  status: 200 | 304;
  headers: Record<string, string>;
  body: Uint8Array | null;
}

/** Undefined for a path that is not part of the page. */
export type Page = (request: PageRequest) => Promise<PageAnswer | undefined>;

/** Reads the folder once, at start: only what was there then is ever served. A missing folder is an empty page. */
export async function loadPage(folder: string): Promise<Page> {
  const files = await pageFiles(folder);
  const html = files.get('/index.html');
  const policy = contentPolicy(html ? await readFile(html.file, 'utf8') : '');

  return async ({ path, acceptEncoding, ifNoneMatch }) => {
    const found = files.get(appPaths.includes(path) ? '/index.html' : path);
    if (found === undefined) return undefined;
    const headers = headersOf(found, path, policy);
    if (alreadyHeld(ifNoneMatch, found.etag)) return { status: 304, headers, body: null };
    const coding = bestCoding(acceptEncoding, ({ extension }) => found.forms.has(extension));
    const body = await readFile(coding ? `${found.file}.${coding.extension}` : found.file);
    return {
      status: 200,
      headers: { ...headers, ...(coding ? { 'Content-Encoding': coding.name } : {}) },
      body,
    };
  };
}

function headersOf(file: PageFile, path: string, policy: string): Record<string, string> {
  const type = types[extname(file.file)] ?? 'application/octet-stream';
  const isHtml = type.startsWith('text/html');
  const framed = path === EMBED;
  return {
    'Content-Type': type,
    // Weak: the compressed forms share it.
    ETag: `W/${file.etag}`,
    'Cache-Control': cachingOf(path, isHtml),
    Vary: 'Accept-Encoding',
    'Referrer-Policy': 'no-referrer',
    ...(isHtml ? { 'Content-Security-Policy': framed ? framable(policy) : policy } : {}),
    ...(isHtml && !framed ? { 'Cross-Origin-Opener-Policy': 'same-origin' } : {}),
    ...(path === WORKER ? { 'Content-Security-Policy': "default-src 'none'; connect-src 'self'" } : {}),
  };
}

/** A page and its service worker are asked for anew each time: they name everything else. */
const cachingOf = (path: string, isHtml: boolean): string =>
  path.startsWith('/assets/') ? IMMUTABLE : isHtml || path === WORKER ? 'no-cache' : 'public, max-age=86400';

const framable = (policy: string): string => policy.replace("frame-ancestors 'none'", 'frame-ancestors *');

/** Inline scripts of the built page are allowed by their hashes, and no others. */
export function contentPolicy(html: string): string {
  const inline = [...html.matchAll(/<script(?![^>]*\ssrc\s*=)[^>]*>([\s\S]*?)<\/script>/gi)];
  const hashes = inline.map(
    ([, code = '']) => `'sha256-${createHash('sha256').update(code).digest('base64')}'`,
  );
  return [
    "default-src 'none'",
    ["script-src 'self'", ...new Set(hashes)].join(' '),
    // The editor writes style elements of its own.
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    // Another server of either API, where a person names one as the base URL; nothing else asks for anything elsewhere.
    "connect-src 'self' https: http://localhost:* http://127.0.0.1:*",
    "worker-src 'self'",
    "manifest-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}
