// In: a request for a picture. Out: the picture, its address, or the refusal of the first gate it does not pass; the gates stand
// here in the order of the protocol.
import type { Context } from 'hono';
import { LIMITS } from '#shared/limits.ts';
import { type AppEnv, clientOf, goneSignal, methodOf, targetOf } from './answering.ts';
import type { AppDeps } from './app.ts';
import { type Caller, createAuth } from './auth.ts';
import type { Draw, DrawRequest, Picture } from './draw.ts';
import { alreadyHeld, etagOf } from './etag.ts';
import { createFlights } from './flights.ts';
import { methodNotAllowed } from './info-routes.ts';
import { createKnownCharts } from './known-charts.ts';
import { pictureHeaders, timingHeaders } from './picture-answer.ts';
import { admitByPlan } from './plans.ts';
import { createQuota } from './quota.ts';
import { createRateLimit } from './rate-limit.ts';
import { readBody } from './read-body.ts';
import { chartFromTemplate, chartFromUrl, queryOf } from './read-chart.ts';
import { RenderFailure } from './render/render-failure.ts';
import { createRenders } from './renders.ts';
import type { SharedCache } from './shared-cache.ts';
import { createFaultStage } from './staged-fault.ts';

export interface PipelineDeps
  extends Pick<AppDeps, 'config' | 'now' | 'wait' | 'pool' | 'store' | 'version'> {
  cache: SharedCache;
  draw: Draw;
}

type Request = Context<AppEnv>;

/** Several thousand usual requests. */
const KNOWN_BYTES = 4 * 2 ** 20;

export function renderPipeline(deps: PipelineDeps) {
  const { config, now, wait, pool, store, version, cache, draw } = deps;
  const auth = createAuth({ keys: config.keys, testKeysOn: config.testKeys, stored: store.keys, now });
  const rateLimit = createRateLimit({ store, now, on: config.limits, ...config.rate });
  const quota = createQuota({ store, now, on: config.limits });
  const faults = createFaultStage({ store, now, wait });
  const renders = createRenders({ store, now });
  const charts = createKnownCharts({ version, mostBytes: KNOWN_BYTES });
  const paying = createFlights<Picture>();

  const credentials = (c: Request) => ({
    authorization: c.req.header('Authorization'),
    rawQuery: queryOf(targetOf(c)),
    client: clientOf(c, config.trustProxy),
  });

  /** One charge for all of a caller's identical requests under way, given back when there is no picture. */
  const payAndDraw = (caller: Caller, request: DrawRequest) =>
    paying.join(`${caller.subject} ${request.key}`, request.signal, async (signal) => {
      // Before it is charged: a server that is full has no time to take and give back.
      const { free, waitSeconds } = pool.crowd();
      if (free === 0) throw new RenderFailure('overloaded', 'no place to wait', waitSeconds);
      const charge = await quota.take(caller);
      try {
        return await draw({ ...request, signal });
      } catch (error) {
        await charge.giveBack();
        throw error;
      }
    });

  /** With `template` the chart comes from that template and the query; there is no body then. */
  async function render(c: Request, template?: string): Promise<Response> {
    const signal = goneSignal(c);
    const method = methodOf(c);
    const methods = template === undefined ? ['GET', 'HEAD', 'POST'] : ['GET', 'HEAD'];
    if (!methods.includes(method)) throw methodNotAllowed(methods);
    const body = method === 'POST' ? await readBody(c.env.incoming, LIMITS.bodyBytes) : undefined;

    const caller = await auth.identify(credentials(c));
    c.set('plan', caller.plan);
    c.set('rate', await rateLimit.take(caller));

    const readUrl = template === undefined ? chartFromUrl : (url: string) => chartFromTemplate(template, url);
    const asked = body ? charts.ofBody(body) : charts.ofUrl(targetOf(c), readUrl);
    const { name, format, returnUrl } = asked;
    c.set('format', format);
    admitByPlan(caller.plan, format);
    await faults.play(caller, signal);

    const headers = pictureHeaders(name, format);
    const plainPicture = method !== 'POST' && !returnUrl;
    if (plainPicture && alreadyHeld(c.req.header('If-None-Match'), etagOf(name))) {
      c.set('outcome', 'not_modified');
      return new Response(null, { status: 304, headers });
    }

    // What a test key was refused, another caller's picture must not hide.
    const key = caller.test ? `${caller.subject} ${name}` : name;
    const kept = await cache.find(key);
    if (method === 'HEAD' && !kept) {
      await quota.look(caller);
      c.set('outcome', 'headers_only');
      return new Response(null, {
        headers: { ...headers, ...timingHeaders({ hit: false, drawMs: 0, waitMs: 0 }) },
      });
    }
    const fault = caller.test?.staged === 'throws' ? 'throw' : undefined;
    const picture = kept
      ? { bytes: kept, drawMs: 0, waitMs: 0 }
      : await payAndDraw(caller, { key, spec: asked.spec(), fault, signal });

    const timing = timingHeaders({ hit: kept !== undefined, ...picture });
    c.set('outcome', returnUrl ? 'saved' : kept ? 'cached' : 'drawn');
    if (!returnUrl) {
      // Written out, because an answer to HEAD has no body that it could be counted from.
      const length = { 'Content-Length': String(picture.bytes.byteLength) };
      return new Response(picture.bytes, { headers: { ...headers, ...timing, ...length } });
    }
    const path = await renders.save(name, format, picture.bytes);
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
    publicOrigin,
    /** For answers that were decided before the rate limit was asked, too. */
    rateHeaders: async (c: Request) => c.get('rate') ?? rateLimit.look(await auth.guess(credentials(c))),
  };
}
