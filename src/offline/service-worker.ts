// In: what the page asks for. Out: the page itself from the network where there is one, else as it was kept; hashed files from the
// cache; the API always from its server, never from here. Built into /sw.js; what the build made is written into it.

declare const self: ServiceWorkerGlobalScope & {
  readonly BUILT: { version: string; files: readonly string[] };
};

const { version, files } = self.BUILT;
const CACHE = `page-${version}`;
/** A page that can be had from here need not wait longer for a slow network, in ms. */
const PATIENCE_MS = 3000;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(['/', ...files])));
});

self.addEventListener('activate', (event) => {
  event.waitUntil(
    caches
      .keys()
      .then((names) => Promise.all(names.filter((name) => name !== CACHE).map((name) => caches.delete(name))))
      .then(() => self.clients.claim()),
  );
});

/** The page says so when its person has asked for the new version. */
self.addEventListener('message', ({ data }) => {
  if (data === 'take-over') void self.skipWaiting();
});

/** Faces of the page: all one document. */
const faces = new Set(['/', '/errors', '/embed']);

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate' && faces.has(pathname)) event.respondWith(page(request));
  else if (pathname.startsWith('/assets/') || pathname.startsWith('/fonts/'))
    event.respondWith(kept(request));
});

async function page(request: Request): Promise<Response> {
  const stored = caches.match('/', { cacheName: CACHE });
  const late = new Promise<undefined>((resolve) => setTimeout(resolve, PATIENCE_MS));
  const asked = fetch(request).catch(() => undefined);
  const answer = await Promise.race([asked, late]);
  // A server that is going down answers as well: what was kept serves better than its error.
  if (answer && answer.status < 500) return answer;
  return (await stored) ?? (await asked) ?? Response.error();
}

/** Names of hashed files never come again with another content. */
async function kept(request: Request): Promise<Response> {
  const stored = await caches.match(request.url, { cacheName: CACHE });
  if (stored) return stored;
  const answer = await fetch(request);
  if (answer.ok) {
    const copy = answer.clone();
    void caches.open(CACHE).then((cache) => cache.put(request.url, copy));
  }
  return answer;
}
