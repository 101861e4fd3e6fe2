// In: what the server needs, by name. Out: its routes; and the pipeline of a render, gate by gate in the order of the protocol.
import { type Context, Hono } from 'hono';
import type { Logger } from 'pino';
import { LIMITS } from '#shared/limits.ts';
import { RENDER_PATH } from '#shared/render-url.ts';
import { type AppEnv, answerError, answering, goneSignal, methodOf, targetOf } from './answering.ts';
import { AppError } from './app-error.ts';
import { type Caller, createAuth } from './auth.ts';
import { createPictureCache } from './cache.ts';
import { clientBucket } from './client-address.ts';
import { compressed } from './compressed.ts';
import type { Config } from './config.ts';
import { createDraw, type DrawRequest, type Picture } from './draw.ts';
import { alreadyHeld, etagOf, normalised, pictureName } from './etag.ts';
import { createFlights } from './flights.ts';
import { preflight } from './headers.ts';
import { infoRoutes, methodNotAllowed, readOnly } from './info-routes.ts';
import type { Page } from './page.ts';
import { pictureHeaders, timingHeaders } from './picture-answer.ts';
import { admitByPlan } from './plans.ts';
import { createQuota } from './quota.ts';
import { createRateLimit } from './rate-limit.ts';
import { readBody } from './read-body.ts';
import { chartFromBody, chartFromUrl, queryOf } from './read-chart.ts';
import type { RenderPool } from './render/pool.ts';
import { createRenders } from './renders.ts';
import { createSharedCache } from './shared-cache.ts';
import { createFaultStage } from './staged-fault.ts';
import type { Store } from './store/store.ts';

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

type Request = Context<AppEnv>;

export function createApp(deps: AppDeps): Hono<AppEnv> {
  const { config, now, pool, store, log, page, version, draining } = deps;
  const app = new Hono<AppEnv>();
  app.use(answering({ log, now }));
  app.use(compressed());
  app.onError(answerError({ log }));
  app.options('*', (c) => c.body(null, 204, preflight));

  const { render, rateHeaders } = renderPipeline(deps);
  app.use(RENDER_PATH, async (c, next) => {
    await next();
    for (const [name, value] of Object.entries(await rateHeaders(c)))
      if (!c.res.headers.has(name)) c.res.headers.set(name, value);
  });
  app.all(RENDER_PATH, render);

  const renders = createRenders({ store, now });
  readOnly(app, '/renders/:file', async (c) => {
    const { bytes, headers, etag } = await renders.find(c.req.param('file') ?? '');
    return alreadyHeld(c.req.header('If-None-Match'), etag)
      ? new Response(null, { status: 304, headers })
      : new Response(bytes, { headers });
  });
  infoRoutes(app, {
    config,
    version,
    ready: () => (draining() ? 'draining' : pool.ready() ? 'ready' : 'starting'),
    store: () => store.state(),
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
  return app;
}

function renderPipeline({ config, now, wait, pool, store, version }: AppDeps) {
  const auth = createAuth({ keys: config.keys, testKeysOn: config.testKeys });
  const rateLimit = createRateLimit({ store, now, on: config.limits, ...config.rate });
  const quota = createQuota({ store, now, on: config.limits });
  const faults = createFaultStage({ store, now, wait });
  const near = createPictureCache({ mostBytes: config.cacheBytes });
  const cache = createSharedCache({ near, far: store.pictures });
  const draw = createDraw({ pool, cache });
  const renders = createRenders({ store, now });
  const paying = createFlights<Picture>();

  const credentials = (c: Request) => ({
    authorization: c.req.header('Authorization'),
    rawQuery: queryOf(targetOf(c)),
    client: clientBucket(
      c.env.incoming.socket.remoteAddress,
      c.req.header('X-Forwarded-For'),
      config.trustProxy,
    ),
  });

  /** One charge for all of a caller's identical requests under way, given back when there is no picture. */
  const payAndDraw = (caller: Caller, request: DrawRequest) =>
    paying.join(`${caller.subject} ${request.key}`, request.signal, async (signal) => {
      const charge = await quota.take(caller);
      try {
        return await draw({ ...request, signal });
      } catch (error) {
        await charge.giveBack();
        throw error;
      }
    });

  async function render(c: Request): Promise<Response> {
    const signal = goneSignal(c);
    const method = methodOf(c);
    if (!['GET', 'HEAD', 'POST'].includes(method)) throw methodNotAllowed(['GET', 'HEAD', 'POST']);
    const body = method === 'POST' ? await readBody(c.env.incoming, LIMITS.bodyBytes) : undefined;

    const caller = auth.identify(credentials(c));
    c.set('plan', caller.plan);
    c.set('rate', await rateLimit.take(caller));

    const spec = normalised(body ? chartFromBody(body) : chartFromUrl(targetOf(c)));
    admitByPlan(caller.plan, spec.format);
    await faults.play(caller, signal);

    const name = pictureName(spec, version);
    const headers = pictureHeaders(name, spec.format);
    const plainPicture = method !== 'POST' && !spec.returnUrl;
    if (plainPicture && alreadyHeld(c.req.header('If-None-Match'), etagOf(name)))
      return new Response(null, { status: 304, headers });

    // What a test key was refused, another caller's picture must not hide.
    const key = caller.test ? `${caller.subject} ${name}` : name;
    const kept = await cache.find(key);
    if (method === 'HEAD' && !kept) {
      await quota.look(caller);
      return new Response(null, {
        headers: { ...headers, ...timingHeaders({ hit: false, drawMs: 0, waitMs: 0 }) },
      });
    }
    const fault = caller.test?.staged === 'throws' ? 'throw' : undefined;
    const picture = kept
      ? { bytes: kept, drawMs: 0, waitMs: 0 }
      : await payAndDraw(caller, { key, spec, fault, signal });

    const timing = timingHeaders({ hit: kept !== undefined, ...picture });
    if (!spec.returnUrl) {
      // Written out, because an answer to HEAD has no body that it could be counted from.
      const length = { 'Content-Length': String(picture.bytes.byteLength) };
      return new Response(picture.bytes, { headers: { ...headers, ...timing, ...length } });
    }
    const path = await renders.save(name, spec.format, picture.bytes);
    return c.json({ url: publicOrigin(c) + path }, 200, { ...timing, 'Cache-Control': 'no-store' });
  }

  /** As the server is known to whoever asks. */
  function publicOrigin(c: Request): string {
    if (config.publicUrl !== undefined) return config.publicUrl;
    const url = new URL(c.req.url);
    const forwarded = config.trustProxy > 0 ? c.req.header('X-Forwarded-Proto') : undefined;
    return forwarded === 'https' ? `https://${url.host}` : url.origin;
  }

  return {
    render,
    /** For answers that were decided before the rate limit was asked, too. */
    rateHeaders: async (c: Request) => c.get('rate') ?? rateLimit.look(auth.guess(credentials(c))),
  };
}
