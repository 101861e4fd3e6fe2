// In: what the Image-Charts dialect needs, by name. Out: its routes: two versions of Chart.js, the list of its codes, and signing
// with the public test account.
import type { Hono } from 'hono';
import { imageChartsErrors } from '#shared/errors-image-charts.ts';
import { IMAGE_CHARTS_PATHS, IMAGE_CHARTS_SIGN_PATH } from '#shared/image-charts-query.ts';
import { type AppEnv, targetOf } from '../answering.ts';
import type { AppDeps } from '../app.ts';
import { AppError } from '../app-error.ts';
import type { Draw } from '../draw.ts';
import { readOnly } from '../info-routes.ts';
import type { Metrics } from '../metrics.ts';
import { queryOf } from '../read-chart.ts';
import type { SharedCache } from '../shared-cache.ts';
import { secretForLog } from '../write-error.ts';
import { createIdentify, TEST_ACCOUNT } from './accounts.ts';
import { createImageChartsLimits } from './limits.ts';
import { refusalsAsPictures } from './refusal-answer.ts';
import { renderChart } from './render-chart.ts';
import { signQuery } from './sign-query.ts';

export interface ImageChartsDeps
  extends Pick<AppDeps, 'config' | 'now' | 'pool' | 'store' | 'log' | 'version'> {
  cache: SharedCache;
  draw: Draw;
  metrics: Pick<Metrics, 'rendered' | 'limited'>;
}

export function imageChartsRoutes(app: Hono<AppEnv>, deps: ImageChartsDeps): void {
  const { config, now, pool, store, log, version, cache, draw, metrics } = deps;
  const { accounts, unsignedLimits } = config.imageCharts;
  const limits = createImageChartsLimits({ store, now, on: config.limits, unsignedOn: unsignedLimits });
  const render = renderChart({
    config,
    version,
    cache,
    draw,
    identify: createIdentify([...accounts, ...(config.testKeys ? [TEST_ACCOUNT] : [])]),
    limits: {
      async take(client, account) {
        await limits.take(client, account);
        metrics.limited('admitted');
      },
    },
    onCause: (requestId, code, cause) =>
      log.warn({ requestId, code, cause: secretForLog(cause) }, 'refusal with a cause'),
  });

  const family = '/chart.js/*';
  app.use(family, refusalsAsPictures({ draw, kept: cache.get, stats: pool.stats, version }));
  app.use(family, async (c, next) => {
    await next();
    metrics.rendered(c.get('format'), c.get('code') ?? c.get('outcome') ?? 'refused');
    if (c.get('code') === 'rate_limited') metrics.limited('refused');
  });
  app.all(IMAGE_CHARTS_PATHS['2.8.0'], render('2.8.0'));
  app.all(IMAGE_CHARTS_PATHS['4'], render('4'));
  app.all(family, () => {
    const { '2.8.0': older, '4': newer } = IMAGE_CHARTS_PATHS;
    throw new AppError('not_found', { message: `Charts are drawn at ${older} and ${newer}.` });
  });

  const codes = JSON.stringify(
    Object.entries(imageChartsErrors).map(([code, { meaning }]) => ({ code, description: meaning })),
  );
  readOnly(app, '/errors.json', (c) =>
    c.body(codes, 200, { 'Content-Type': 'application/json', 'Cache-Control': 'no-cache' }),
  );
  readOnly(app, IMAGE_CHARTS_SIGN_PATH, (c) => {
    if (!config.testKeys)
      throw new AppError('not_found', { message: 'The public test account is turned off here.' });
    return c.json(signQuery(queryOf(targetOf(c))), 200, { 'Cache-Control': 'no-store' });
  });
}
