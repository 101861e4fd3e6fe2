// In: what the server was set to. Out: the answers that describe it: errors, schema, capabilities, health. Made once, at start.
import type { Context, Hono } from 'hono';
import { chartJsonSchema } from '#shared/chart-json-schema.ts';
import { formats } from '#shared/chart-spec.ts';
import { catalogueRows } from '#shared/errors.ts';
import { LIMITS } from '#shared/limits.ts';
import type { AppEnv } from './answering.ts';
import { AppError } from './app-error.ts';
import type { Config } from './config.ts';
import { docsPage, docsPolicy } from './docs/docs-page.ts';
import { openApi } from './docs/openapi.ts';
import type { Metrics } from './metrics.ts';
import { plans } from './plans.ts';
import type { StoreState } from './store/store.ts';
import { testKeys } from './test-keys.ts';

/** `GET` and `HEAD`; every other method is refused with `Allow`. */
export function readOnly(
  app: Hono<AppEnv>,
  path: string,
  answer: (c: Context<AppEnv>) => Response | Promise<Response>,
) {
  app.get(path, answer);
  app.all(path, () => {
    throw methodNotAllowed(['GET', 'HEAD']);
  });
}

/** `OPTIONS` is allowed everywhere and not worth a sentence. */
export const methodNotAllowed = (methods: readonly string[]): AppError => {
  const words = `${methods.slice(0, -1).join(', ')} or ${methods.at(-1)}`;
  return new AppError(
    'method_not_allowed',
    { message: `Use ${words}.` },
    { headers: { Allow: [...methods, 'OPTIONS'].join(', ') } },
  );
};

export function infoRoutes(
  app: Hono<AppEnv>,
  set: {
    config: Config;
    version: string;
    ready: () => 'ready' | 'starting' | 'draining';
    store: () => StoreState;
    metrics: Pick<Metrics, 'text' | 'contentType'>;
  },
): void {
  const fixed = (path: string, value: unknown) => {
    const text = JSON.stringify(value);
    readOnly(app, path, (c) =>
      c.body(text, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' }),
    );
  };
  fixed('/api/v1/errors', catalogueRows());
  fixed('/api/v1/schema', chartJsonSchema());
  const offers = capabilities(set.config, set.version);
  fixed('/api/v1/capabilities', offers);
  const document = openApi({ version: set.version, publicUrl: set.config.publicUrl });
  fixed('/api/v1/openapi.json', document);
  const docs = (origin: string) =>
    docsPage({ document, origin, plans: offers.plans, testKeys: offers.testKeyStates });
  readOnly(app, '/docs', (c) =>
    c.body(docs(set.config.publicUrl ?? new URL(c.req.url).origin), 200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-cache',
      'Content-Security-Policy': docsPolicy,
      'Referrer-Policy': 'no-referrer',
    }),
  );

  readOnly(app, '/metrics', async (c) =>
    c.body(await set.metrics.text(), 200, {
      'Content-Type': set.metrics.contentType,
      'Cache-Control': 'no-store',
    }),
  );
  readOnly(app, '/healthz', (c) => c.json({ status: 'ok' }, 200, { 'Cache-Control': 'no-store' }));
  readOnly(app, '/readyz', (c) => {
    const status = set.ready();
    // A store that is away is told, but is no reason to send requests elsewhere: it is away from everywhere.
    return c.json({ status, store: set.store() }, status === 'ready' ? 200 : 503, {
      'Cache-Control': 'no-store',
    });
  });
}

/** What this server offers, for a page that wants to show only what works. */
const capabilities = (config: Config, version: string) => ({
  version,
  testKeys: config.testKeys,
  testKeyStates: config.testKeys
    ? Object.entries(testKeys).map(([key, { plan, does }]) => ({ key, plan, does }))
    : [],
  formats,
  limits: {
    rate: config.limits ? { requests: config.rate.limit, windowSeconds: config.rate.windowMs / 1000 } : null,
    urlCharacters: LIMITS.urlCharacters,
    bodyBytes: LIMITS.bodyBytes,
    labels: LIMITS.labels,
    datasets: LIMITS.datasets,
    points: LIMITS.points,
    side: LIMITS.side,
    devicePixelRatio: LIMITS.ratio,
    bitmapPixels: LIMITS.bitmapPixels,
  },
  plans: Object.entries(plans).map(([plan, includes]) => ({ plan, ...includes })),
});
