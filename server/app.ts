// In: what the server needs, by name. Out: its routes. What a render passes on its way stands in `render-pipeline.ts`.
import { Hono, type MiddlewareHandler } from 'hono';
import type { Logger } from 'pino';
import { RENDER_PATH } from '#shared/render-url.ts';
import { type AppEnv, answerError, answering, methodOf } from './answering.ts';
import { AppError } from './app-error.ts';
import { busyLoop } from './busy-loop.ts';
import { createPictureCache } from './cache.ts';
import { compressed } from './compressed.ts';
import type { Config } from './config.ts';
import { createDoor, type Door } from './door.ts';
import { createDraw } from './draw.ts';
import { alreadyHeld } from './etag.ts';
import { preflight } from './headers.ts';
import { imageChartsRoutes } from './image-charts/routes.ts';
import { infoRoutes, methodNotAllowed, readOnly } from './info-routes.ts';
import { createMetrics } from './metrics.ts';
import { missingPicture, wantsPicture } from './missing-picture.ts';
import type { Page } from './page.ts';
import type { RenderPool } from './render/pool.ts';
import { renderPipeline } from './render-pipeline.ts';
import { createRenders } from './renders.ts';
import { createSharedCache } from './shared-cache.ts';
import type { Store } from './store/store.ts';
import { TEMPLATE_RENDER_PATH, templateRoutes } from './template-routes.ts';

/** `now` is ms since 1970; `wait` resolves after `ms`, or rejects with ClientGone when the signal aborts. */
export interface AppDeps {
  config: Config;
  version: string;
  now: () => number;
  wait: (ms: number, signal: AbortSignal) => Promise<void>;
  pool: RenderPool;
  store: Store;
  log: Logger;
  page: Page;
  draining: () => boolean;
}

/** `door` stands before `fetch` and is asked about every request first. */
export function createApp(deps: AppDeps): { fetch: Hono<AppEnv>['fetch']; door: Door } {
  const { config, now, pool, store, log, page, version, draining } = deps;
  const near = createPictureCache({ mostBytes: config.cacheBytes });
  const metrics = createMetrics({ pool, cache: near, store, version });
  // One for both dialects: whoever asks for a picture that is being drawn waits for that one.
  const cache = createSharedCache({ near, far: store.pictures });
  const draw = createDraw({ pool, cache, onDrawn: metrics.drawn });
  const app = new Hono<AppEnv>();
  app.use(answering({ log, now, onAnswer: metrics.answered }));
  app.use(compressed());
  app.onError(answerError({ log }));
  app.options('*', (c) => c.body(null, 204, preflight));

  const { render, rateHeaders, publicOrigin } = renderPipeline({ ...deps, cache, draw });
  const counted: MiddlewareHandler<AppEnv> = async (c, next) => {
    await next();
    metrics.rendered(c.get('format'), c.get('code') ?? c.get('outcome') ?? 'refused');
    if (c.get('code') === 'rate_limited') metrics.limited('refused');
    else if (c.get('rate')) metrics.limited('admitted');
    for (const [name, value] of Object.entries(await rateHeaders(c)))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  };
  app.use(RENDER_PATH, counted);
  app.all(RENDER_PATH, (c) => render(c));
  app.use(TEMPLATE_RENDER_PATH, counted);
  templateRoutes(app, { render, publicOrigin });
  imageChartsRoutes(app, { ...deps, cache, draw, metrics });

  const renders = createRenders({ store, now });
  readOnly(app, '/renders/:file', async (c) => {
    try {
      const { bytes, headers, etag } = await renders.find(c.req.param('file') ?? '');
      return alreadyHeld(c.req.header('If-None-Match'), etag)
        ? new Response(null, { status: 304, headers })
        : new Response(bytes, { headers });
    } catch (error) {
      const missing = error instanceof AppError && error.code === 'not_found';
      if (!missing || !wantsPicture(c.req.header('Accept'))) throw error;
      c.set('code', error.code);
      return missingPicture();
    }
  });
  infoRoutes(app, {
    config,
    version,
    ready: () => (draining() ? 'draining' : pool.ready() ? 'ready' : 'starting'),
    store: () => store.state(),
    metrics,
  });

  // Not Hono's own hook for this: what it throws would pass the outermost step by.
  app.all('*', async (c) => {
    const file = await page({
      path: c.req.path,
      acceptEncoding: c.req.header('Accept-Encoding'),
      ifNoneMatch: c.req.header('If-None-Match'),
    });
    if (file === undefined) throw new AppError('not_found', { message: 'No such endpoint or picture.' });
    if (!['GET', 'HEAD'].includes(methodOf(c))) throw methodNotAllowed(['GET', 'HEAD']);
    return new Response(file.body, { status: file.status, headers: file.headers });
  });
  const door = createDoor({
    crowd: pool.crowd,
    busy: busyLoop(),
    log,
    onRefused(status, code) {
      metrics.rendered(undefined, code);
      metrics.answered(status, 0);
      metrics.refusedAtDoor();
    },
  });
  return { fetch: app.fetch, door };
}
