// In: a request of the Image-Charts dialect. Out: the picture, or the refusal of the first gate it does not pass: credentials,
// limits, parameters, chart. From there on it is a chart like any other: same schema, same cache, same drawers.
import type { Context } from 'hono';
import { type AppEnv, clientOf, goneSignal, methodOf, targetOf } from '../answering.ts';
import type { Config } from '../config.ts';
import type { Draw } from '../draw.ts';
import { alreadyHeld, etagOf, normalised, pictureName } from '../etag.ts';
import { methodNotAllowed } from '../info-routes.ts';
import { pictureHeaders, timingHeaders } from '../picture-answer.ts';
import { queryOf } from '../read-chart.ts';
import { RenderFailure } from '../render/render-failure.ts';
import type { SharedCache } from '../shared-cache.ts';
import type { Identify } from './accounts.ts';
import type { ImageChartsLimits } from './limits.ts';
import { readRequest } from './read-request.ts';
import { chartsFault, ImageChartsRefusal } from './refusal.ts';
import { codedAnswer } from './refusal-answer.ts';

type Request = Context<AppEnv>;

export interface RenderChartDeps {
  config: Pick<Config, 'trustProxy'>;
  version: string;
  identify: Identify;
  limits: ImageChartsLimits;
  cache: SharedCache;
  draw: Draw;
  /** Hears what a refusal does not say. */
  onCause: (requestId: string, code: string, cause: unknown) => void;
}

export function renderChart(deps: RenderChartDeps) {
  const { config, version, identify, limits, cache, draw, onCause } = deps;

  async function picture(c: Request, chartJs: '2.8.0' | '4'): Promise<Response> {
    const method = methodOf(c);
    if (!['GET', 'HEAD'].includes(method)) throw methodNotAllowed(['GET', 'HEAD']);
    const rawQuery = queryOf(targetOf(c));
    const account = identify(rawQuery);
    await limits.take(clientOf(c, config.trustProxy), account);

    const spec = normalised(readRequest(rawQuery, { version: chartJs, signed: account !== undefined }));
    c.set('format', spec.format);
    const name = pictureName(spec, version);
    const headers = pictureHeaders(name, spec.format);
    if (alreadyHeld(c.req.header('If-None-Match'), etagOf(name))) {
      c.set('outcome', 'not_modified');
      return new Response(null, { status: 304, headers });
    }
    const kept = await cache.find(name);
    if (method === 'HEAD' && !kept) {
      c.set('outcome', 'headers_only');
      const timing = timingHeaders({ hit: false, drawMs: 0, waitMs: 0 });
      return new Response(null, { headers: { ...headers, ...timing } });
    }
    const made = kept
      ? { bytes: kept, drawMs: 0, waitMs: 0 }
      : await draw({ key: name, spec, signal: goneSignal(c) });
    c.set('outcome', kept ? 'cached' : 'drawn');
    const timing = timingHeaders({ hit: kept !== undefined, ...made });
    // Written out, because an answer to HEAD has no body that it could be counted from.
    const length = { 'Content-Length': String(made.bytes.byteLength) };
    return new Response(made.bytes, { headers: { ...headers, ...timing, ...length } });
  }

  return (chartJs: '2.8.0' | '4') =>
    async (c: Request): Promise<Response> => {
      try {
        return await picture(c, chartJs);
      } catch (thrown) {
        const refusal = thrown instanceof RenderFailure ? chartsFault(thrown) : thrown;
        // What has no code in this dialect (429, 500, 503) is answered as everywhere else.
        if (!(refusal instanceof ImageChartsRefusal)) throw thrown;
        c.set('code', refusal.code);
        if (refusal.cause !== undefined) onCause(c.get('requestId'), refusal.code, refusal.cause);
        return codedAnswer(refusal);
      }
    };
}
